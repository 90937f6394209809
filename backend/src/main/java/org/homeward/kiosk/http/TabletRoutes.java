package org.homeward.kiosk.http;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.homeward.facility.Facilities;
import org.homeward.facility.Facility;
import org.homeward.facility.http.FacilityView.UnitView;
import org.homeward.http.Call;
import org.homeward.http.Permission;
import org.homeward.http.Problem;
import org.homeward.http.ProblemCode;
import org.homeward.http.Reply;
import org.homeward.http.Route;
import org.homeward.kiosk.EnrolmentCode;
import org.homeward.kiosk.FacilityOptions;
import org.homeward.kiosk.Kiosk;
import org.homeward.kiosk.Kiosks;
import org.homeward.kiosk.Options;
import org.homeward.kiosk.Pins;
import org.homeward.sealing.Sealing;
import org.homeward.sealing.SealingKey;
import org.homeward.survey.Catalogue;
import org.homeward.survey.Item;
import org.homeward.token.Token;
import org.jspecify.annotations.Nullable;

/** What a tablet asks: to be enrolled, and for its set-up. */
public final class TabletRoutes {
  private final Kiosks kiosks;
  private final Pins pins;
  private final Facilities facilities;
  private final FacilityOptions options;
  private final Catalogue catalogue;
  private final Sealing sealing;
  private final InstantSource clock;

  public TabletRoutes(
      Kiosks kiosks,
      Pins pins,
      Facilities facilities,
      FacilityOptions options,
      Catalogue catalogue,
      Sealing sealing,
      InstantSource clock) {
    this.kiosks = kiosks;
    this.pins = pins;
    this.facilities = facilities;
    this.options = options;
    this.catalogue = catalogue;
    this.sealing = sealing;
    this.clock = clock;
  }

  public List<Route> routes() {
    return List.of(
        Route.post("/api/v1/kiosk/enrolment", Permission.PUBLIC, this::enrol),
        Route.get("/api/v1/kiosk", Permission.KIOSK, this::setUp),
        Route.post("/api/v1/kiosk/contact", Permission.KIOSK, this::contact));
  }

  private record EnrolmentBody(@Nullable String code) {}

  private record EnrolledView(String token, SetUp kiosk) {}

  private Reply enrol(Call call) {
    String typed = call.body(EnrolmentBody.class).code();
    Kiosks.Enrolled enrolled =
        kiosks
            .enrol(EnrolmentCode.typed(typed == null ? "" : typed))
            .orElseThrow(
                () ->
                    new Problem(
                        ProblemCode.ENROLMENT_CODE_UNKNOWN,
                        "The code is wrong, was used, or is older than 15 minutes. Make a new one on the dashboard under Devices."));
    return Reply.created(
        new EnrolledView(enrolled.token().text(), setUp(enrolled.kiosk(), Optional.empty())));
  }

  private Reply setUp(Call call) {
    Kiosk kiosk = kiosk(call);
    kiosks.contacted(kiosk, ContactBody.shown(call.header("Homeward-App-Version")));
    return Reply.ok(setUp(kiosk, oldestKey(call)));
  }

  /** The tablet says how it is, and hears how it is set up. */
  private Reply contact(Call call) {
    Kiosk kiosk = kiosk(call);
    ContactBody body = call.body(ContactBody.class);
    kiosks.reported(kiosk, body.version(), body.condition(clock.instant()));
    return Reply.ok(setUp(kiosk, oldestKey(call)));
  }

  private Kiosk kiosk(Call call) {
    return call.bearerToken().flatMap(Token::parse).flatMap(kiosks::find).orElseThrow();
  }

  private static Optional<UUID> oldestKey(Call call) {
    return call.header("Homeward-Oldest-Key").flatMap(TabletRoutes::key);
  }

  /**
   * Everything that a kiosk needs to know, also when it is offline later.
   *
   * @param locked whether it is out of use
   * @param picking whether its unit's staff have a PIN to pick visits with
   */
  private record SetUp(
      UUID id,
      String name,
      boolean locked,
      boolean picking,
      FacilityOfKiosk facility,
      UnitView unit,
      List<String> languages,
      Instrument instrument,
      Options options,
      ConsentInForce consent,
      Map<String, Map<String, String>> wording,
      SealingView sealing) {}

  /** What the tablet seals answers with. */
  private record SealingView(UUID keyId, String publicKey) {
    static SealingView of(SealingKey key) {
      return new SealingView(key.id(), key.publicKey());
    }
  }

  private record FacilityOfKiosk(UUID id, String name, String zone, boolean demonstration) {}

  private record Instrument(int version, List<String> items) {}

  /** Its words are the wording's {@code consent.text}. */
  private record ConsentInForce(int version) {}

  /** A tablet that says it wrongly has said nothing: it must not lose its set-up over this. */
  private static Optional<UUID> key(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private SetUp setUp(Kiosk kiosk, Optional<UUID> oldestKey) {
    Facility facility = facilities.find(kiosk.facility()).orElseThrow();
    List<String> languages = facility.languages().stream().filter(catalogue::speaks).toList();
    Map<String, Map<String, String>> wording = new LinkedHashMap<>();
    languages.forEach(language -> wording.put(language, catalogue.in(language).texts()));
    return new SetUp(
        kiosk.id(),
        kiosk.name(),
        kiosk.isLocked(),
        pins.hash(kiosk.facility(), kiosk.unit()).isPresent(),
        new FacilityOfKiosk(
            facility.id().value(),
            facility.name(),
            facility.zone().getId(),
            facility.demonstration()),
        UnitView.of(facility.unit(kiosk.unit()).orElseThrow()),
        languages,
        new Instrument(
            catalogue.version(), List.of(Item.values()).stream().map(Item::code).toList()),
        options.of(facility.id()),
        new ConsentInForce(catalogue.consentVersion()),
        wording,
        SealingView.of(sealing.handOut(kiosk.facility(), kiosk.id(), oldestKey)));
  }
}

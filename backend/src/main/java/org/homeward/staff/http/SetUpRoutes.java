package org.homeward.staff.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.facility.Facilities;
import org.homeward.facility.Facility;
import org.homeward.facility.FacilityId;
import org.homeward.facility.Ids;
import org.homeward.facility.Unit;
import org.homeward.facility.UnitId;
import org.homeward.facility.http.FacilityView;
import org.homeward.http.Call;
import org.homeward.http.Permission;
import org.homeward.http.Problem;
import org.homeward.http.ProblemCode;
import org.homeward.http.Reply;
import org.homeward.http.Route;
import org.homeward.staff.People;
import org.homeward.staff.Role;
import org.homeward.staff.ServiceTokens;
import org.homeward.survey.Catalogue;
import org.homeward.survey.Review;
import org.homeward.token.Token;
import org.jspecify.annotations.Nullable;

/**
 * Setting up an installation: facilities, units, senders, and tokens for the hospital's systems.
 */
public final class SetUpRoutes {
  private static final Duration TOKEN_LIFETIME = Duration.ofDays(365);

  private final Facilities facilities;
  private final People people;
  private final ServiceTokens tokens;
  private final Catalogue catalogue;
  private final InstantSource clock;

  public SetUpRoutes(
      Facilities facilities,
      People people,
      ServiceTokens tokens,
      Catalogue catalogue,
      InstantSource clock) {
    this.facilities = facilities;
    this.people = people;
    this.tokens = tokens;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  public List<Route> routes() {
    return List.of(
        Route.post("/api/v1/facilities", Permission.ORGANISATION_ADMINISTRATOR, this::addFacility),
        Route.put("/api/v1/emergency-number", Permission.ADMINISTRATOR, this::emergencyNumber),
        Route.post("/api/v1/units", Permission.ADMINISTRATOR, this::addUnit),
        Route.post("/api/v1/senders", Permission.ADMINISTRATOR, this::addSender),
        Route.post("/api/v1/service-tokens", Permission.ADMINISTRATOR, this::addToken));
  }

  private record FacilityBody(
      @Nullable String name,
      @Nullable String zone,
      @Nullable List<String> languages,
      @Nullable String callbackNumber) {}

  private Reply addFacility(Call call) {
    FacilityBody body = call.body(FacilityBody.class);
    Facility facility =
        new Facility(
            new FacilityId(new Ids(clock).next()),
            named(body.name()),
            zone(body.zone()),
            languages(body.languages()),
            callbackNumber(body.callbackNumber()),
            false,
            List.of(),
            List.of());
    facilities.add(facility);
    people.assign(call.person().id(), facility.id(), Role.ADMINISTRATOR);
    return Reply.created(FacilityView.of(facility, Role.ADMINISTRATOR.code()));
  }

  private record EmergencyBody(@Nullable String number) {}

  private Reply emergencyNumber(Call call) {
    String given = Optional.ofNullable(call.body(EmergencyBody.class).number()).orElse("").strip();
    if (!given.matches("[0-9]{2,15}|")) {
      throw malformed("number", "digits as a patient dials them, such as 911, or nothing");
    }
    Optional<String> number = Optional.of(given).filter(digits -> !digits.isEmpty());
    facilities.emergencyNumber(call.facility(), number);
    return Reply.ok(new EmergencyBody(number.orElse(null)));
  }

  private record UnitBody(@Nullable String name) {}

  private Reply addUnit(Call call) {
    Unit unit =
        new Unit(new UnitId(new Ids(clock).next()), named(call.body(UnitBody.class).name()));
    if (!facilities.addUnit(call.facility(), unit)) {
      throw new Problem(
          ProblemCode.NAME_TAKEN, "The facility has a unit of this name. Choose another name.");
    }
    return Reply.created(FacilityView.UnitView.of(unit));
  }

  private record SenderBody(@Nullable String address) {}

  private Reply addSender(Call call) {
    String address = Optional.ofNullable(call.body(SenderBody.class).address()).orElse("").strip();
    if (address.startsWith("whatsapp:")) {
      throw new Problem(
          ProblemCode.FACILITY_MALFORMED,
          "Homeward texts by SMS only: WhatsApp lets nobody begin a conversation without templates that it has approved. Use a number like +12025550100 or a messaging service.");
    }
    if (!address.matches("\\+[1-9][0-9]{6,14}|MG[0-9a-fA-F]{32}")) {
      throw new Problem(
          ProblemCode.FACILITY_MALFORMED,
          "A sender is a number like +12025550100 or a messaging service (MG and 32 hexadecimal digits).");
    }
    if (!facilities.addSender(call.facility(), address)) {
      throw new Problem(
          ProblemCode.SENDER_TAKEN,
          "A sender texts for one facility only, since replies to it are that facility's. Use another.");
    }
    return Reply.created(new SenderBody(address));
  }

  private record TokenBody(@Nullable String name) {}

  private Reply addToken(Call call) {
    String name = named(call.body(TokenBody.class).name());
    Token token = Token.random(call.facility());
    Instant expiresAt = clock.instant().plus(TOKEN_LIFETIME);
    tokens.add(token, name, call.person().id(), expiresAt);
    return Reply.created(Map.of("name", name, "token", token.text(), "expiresAt", expiresAt));
  }

  private List<String> languages(@Nullable List<String> given) {
    List<String> languages = given == null ? List.of() : given;
    if (languages.isEmpty() || !languages.stream().allMatch(this::isSpoken)) {
      throw malformed("languages", "one or more of " + String.join(", ", catalogue.languages()));
    }
    if (languages.stream().anyMatch(language -> catalogue.in(language).review() == Review.DRAFT)) {
      throw new Problem(
          ProblemCode.DRAFT_UNCONFIRMED,
          "Nobody has reviewed one of these languages yet. Make the facility without it, then enable it in the facility's set-up. Nothing was stored.");
    }
    return languages;
  }

  private static Optional<String> callbackNumber(@Nullable String given) {
    String number = given == null ? "" : given.strip();
    if (number.length() > 40 || number.chars().anyMatch(Character::isISOControl)) {
      throw malformed("callbackNumber", "a number of at most 40 characters");
    }
    return Optional.of(number).filter(text -> !text.isEmpty());
  }

  /** In JSON a list of texts may hold null. */
  private boolean isSpoken(@Nullable String language) {
    return language != null && catalogue.speaks(language);
  }

  private static ZoneId zone(@Nullable String given) {
    if (given != null && ZoneId.getAvailableZoneIds().contains(given)) {
      return ZoneId.of(given);
    }
    throw malformed("zone", "an IANA zone such as America/Chicago");
  }

  private static String named(@Nullable String given) {
    String name = given == null ? "" : given.strip();
    if (name.isEmpty() || name.length() > 120 || name.chars().anyMatch(Character::isISOControl)) {
      throw malformed("name", "1 to 120 characters on one line");
    }
    return name;
  }

  private static Problem malformed(String field, String expected) {
    return new Problem(
        ProblemCode.FACILITY_MALFORMED,
        "The field \"%s\" is expected to be %s. Nothing was stored.".formatted(field, expected));
  }
}

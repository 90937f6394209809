package org.homeward.discharge.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeward.discharge.Discharge;
import org.homeward.discharge.Discharges;
import org.homeward.discharge.Entry;
import org.homeward.discharge.Particulars;
import org.homeward.discharge.PhoneBook;
import org.homeward.discharge.Standing;
import org.homeward.discharge.VisitCode;
import org.homeward.discharge.VisitNumber;
import org.homeward.facility.Facilities;
import org.homeward.facility.UnitId;
import org.homeward.http.Call;
import org.homeward.http.Page;
import org.homeward.http.Permission;
import org.homeward.http.Problem;
import org.homeward.http.ProblemCode;
import org.homeward.http.Reply;
import org.homeward.http.Route;
import org.homeward.survey.Catalogue;
import org.jspecify.annotations.Nullable;

/** Discharges: entered, corrected, marked and found. */
public final class DischargeRoutes {
  private static final int IMPORT_LIMIT = 10 * 1024 * 1024;

  private final Discharges discharges;
  private final Facilities facilities;
  private final Catalogue catalogue;
  private final PhoneBook phones;
  private final InstantSource clock;

  public DischargeRoutes(
      Discharges discharges,
      Facilities facilities,
      Catalogue catalogue,
      PhoneBook phones,
      InstantSource clock) {
    this.discharges = discharges;
    this.facilities = facilities;
    this.catalogue = catalogue;
    this.phones = phones;
    this.clock = clock;
  }

  public List<Route> routes() {
    return List.of(
        Route.post("/api/v1/discharges", Permission.DISCHARGE_SOURCE, this::enter),
        Route.get("/api/v1/discharges", Permission.ADMINISTRATOR, this::list),
        Route.post("/api/v1/discharges/lookup", Permission.ADMINISTRATOR, this::lookup),
        Route.post("/api/v1/discharges/import", Permission.DISCHARGE_SOURCE, this::importCsv)
            .withBodyLimit(IMPORT_LIMIT),
        Route.get("/api/v1/discharges/{id}", Permission.ADMINISTRATOR, this::get),
        Route.patch("/api/v1/discharges/{id}", Permission.ADMINISTRATOR, this::correct),
        Route.post("/api/v1/discharges/{id}/standing", Permission.ADMINISTRATOR, this::mark));
  }

  private Reply enter(Call call) {
    DischargeBody body = call.body(DischargeBody.class);
    Particulars particulars = body.particulars(reading(call));
    Entry entry =
        refusingUnknownUnits(
            () ->
                discharges.enter(
                    call.facility(), body.number(), particulars, call.caller().toString()));
    DischargeView view = DischargeView.of(entry);
    return entry instanceof Entry.Created ? Reply.created(view) : Reply.ok(view);
  }

  private Reply list(Call call) {
    int limit = Page.limit(call);
    var selection =
        new Discharges.Selection(
            call.queryId("unit").map(UnitId::new),
            call.queryDay("day"),
            call.queryId("after"),
            limit + 1);
    List<DischargeView> read =
        discharges.list(call.facility(), selection).stream().map(DischargeView::of).toList();
    return Reply.ok(Page.of(read, limit, view -> view.id().toString()));
  }

  /** By visit number or code, in a body: neither belongs in a URL. */
  private record Lookup(@Nullable String visitNumber, @Nullable String visitCode) {}

  private Reply lookup(Call call) {
    Lookup lookup = call.body(Lookup.class);
    Optional<Discharge> found =
        Optional.ofNullable(lookup.visitCode())
            .flatMap(VisitCode::parse)
            .flatMap(code -> discharges.find(call.facility(), code))
            .or(
                () ->
                    Optional.ofNullable(lookup.visitNumber())
                        .flatMap(VisitNumber::typed)
                        .flatMap(number -> discharges.find(call.facility(), number)));
    return shown(found);
  }

  private Reply get(Call call) {
    return shown(discharges.find(call.facility(), call.pathId("id")));
  }

  private Reply correct(Call call) {
    var correction = new DischargePatch(call.body(JsonNode.class), reading(call));
    UUID id = call.pathId("id");
    return shown(
        refusingUnknownUnits(
            () ->
                discharges.correct(
                    call.facility(), id, correction::applied, call.caller().toString())));
  }

  private record Mark(@Nullable String standing) {}

  private Reply mark(Call call) {
    Standing standing =
        Optional.ofNullable(call.body(Mark.class).standing())
            .flatMap(Standing::of)
            .orElseThrow(() -> DischargeBody.malformed("standing"));
    return shown(discharges.mark(call.facility(), call.pathId("id"), standing));
  }

  private Reply importCsv(Call call) {
    DischargeCsv csv = new DischargeCsv(reading(call));
    var particulars = csv.read(call.body());
    List<Entry> entries =
        discharges.enterAll(call.facility(), particulars, call.caller().toString());
    return Reply.ok(DischargeCsv.Summary.of(entries));
  }

  private DischargeBody.Reading reading(Call call) {
    return new DischargeBody.Reading(
        facilities.find(call.facility()).orElseThrow(), catalogue, phones, clock.instant());
  }

  private static Reply shown(Optional<Discharge> discharge) {
    return Reply.ok(
        DischargeView.of(
            discharge.orElseThrow(
                () ->
                    new Problem(
                        ProblemCode.DISCHARGE_UNKNOWN, "This facility has no such discharge."))));
  }

  private static <T> T refusingUnknownUnits(java.util.function.Supplier<T> work) {
    try {
      return work.get();
    } catch (Discharges.UnitUnknown e) {
      throw new Problem(
          ProblemCode.UNIT_UNKNOWN, "This facility has no such unit. Nothing was stored.");
    }
  }
}

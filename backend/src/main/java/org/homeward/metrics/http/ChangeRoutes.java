package org.homeward.metrics.http;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeward.facility.Facilities;
import org.homeward.facility.Facility;
import org.homeward.facility.Ids;
import org.homeward.facility.UnitId;
import org.homeward.http.Call;
import org.homeward.http.Page;
import org.homeward.http.Permission;
import org.homeward.http.Problem;
import org.homeward.http.ProblemCode;
import org.homeward.http.Reply;
import org.homeward.http.Route;
import org.homeward.metrics.Change;
import org.homeward.metrics.ChangeId;
import org.homeward.metrics.Changes;
import org.jspecify.annotations.Nullable;

/** Changes: what was done or happened, and when. */
public final class ChangeRoutes {
  private final Facilities facilities;
  private final Changes changes;
  private final Ids ids;
  private final InstantSource clock;

  public ChangeRoutes(Facilities facilities, Changes changes, Ids ids, InstantSource clock) {
    this.facilities = facilities;
    this.changes = changes;
    this.ids = ids;
    this.clock = clock;
  }

  /** A change as people write it down. */
  record ChangeBody(
      @Nullable LocalDate on, @Nullable String description, @Nullable List<UUID> unitIds) {}

  /** A change as the API shows it. */
  record ChangeView(UUID id, LocalDate on, String description, List<UUID> unitIds) {
    static ChangeView of(Change change) {
      return new ChangeView(
          change.id().value(),
          change.on(),
          change.description(),
          change.units().stream().map(UnitId::value).toList());
    }
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/api/v1/changes", Permission.ANALYST, this::list),
        Route.post("/api/v1/changes", Permission.ADMINISTRATOR, this::add));
  }

  private Reply list(Call call) {
    Optional<ChangeId> after = call.queryId("after").map(ChangeId::new);
    int limit = Page.limit(call);
    List<Change> read = changes.list(call.facility(), after, limit + 1);
    return Reply.ok(
        Page.of(read.stream().map(ChangeView::of).toList(), limit, view -> view.id().toString()));
  }

  private Reply add(Call call) {
    Facility facility =
        facilities
            .find(call.facility())
            .orElseThrow(() -> new Problem(ProblemCode.FACILITY_UNKNOWN, "It is gone."));
    Change change = change(call.body(ChangeBody.class), facility, call.caller().toString());
    changes.add(facility.id(), change);
    return Reply.created(ChangeView.of(change));
  }

  private Change change(ChangeBody body, Facility facility, String by) {
    LocalDate on = body.on();
    String description = body.description();
    if (on == null || description == null || description.isBlank() || description.length() > 200) {
      throw new Problem(
          ProblemCode.CHANGE_MALFORMED,
          "A change has a date (on) and a description of 1 to 200 characters.");
    }
    List<UUID> named = Optional.ofNullable(body.unitIds()).orElse(List.of());
    List<UnitId> units = named.stream().map(UnitId::new).toList();
    if (units.stream().anyMatch(unit -> facility.unit(unit).isEmpty())) {
      throw new Problem(ProblemCode.UNIT_UNKNOWN, "The facility has no such unit.");
    }
    return new Change(new ChangeId(ids.next()), on, description, units, by, clock.instant());
  }
}

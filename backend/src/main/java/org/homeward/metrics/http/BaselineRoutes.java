package org.homeward.metrics.http;

import java.util.List;
import java.util.Optional;
import org.homeward.facility.Facilities;
import org.homeward.facility.Facility;
import org.homeward.http.Call;
import org.homeward.http.Page;
import org.homeward.http.Permission;
import org.homeward.http.Problem;
import org.homeward.http.ProblemCode;
import org.homeward.http.Reply;
import org.homeward.http.Route;
import org.homeward.metrics.Baseline;
import org.homeward.metrics.BaselineId;
import org.homeward.metrics.Baselines;
import org.homeward.metrics.Freezing;

/** Baselines: listed, and frozen by a person. */
public final class BaselineRoutes {
  private final Facilities facilities;
  private final Baselines baselines;
  private final Freezing freezing;

  public BaselineRoutes(Facilities facilities, Baselines baselines, Freezing freezing) {
    this.facilities = facilities;
    this.baselines = baselines;
    this.freezing = freezing;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/api/v1/baselines", Permission.ANALYST, this::list),
        Route.post("/api/v1/baselines", Permission.ADMINISTRATOR, this::freeze));
  }

  private Reply list(Call call) {
    Optional<BaselineId> after = call.queryId("after").map(BaselineId::new);
    int limit = Page.limit(call);
    List<Baseline> read = baselines.list(call.facility(), after, limit + 1);
    return Reply.ok(
        Page.of(read.stream().map(BaselineView::of).toList(), limit, view -> view.id().toString()));
  }

  private Reply freeze(Call call) {
    Facility facility =
        facilities
            .find(call.facility())
            .orElseThrow(() -> new Problem(ProblemCode.FACILITY_UNKNOWN, "It is gone."));
    Freezing.Stretch stretch = call.body(BaselineBody.class).stretch(facility);
    return switch (freezing.freeze(facility, stretch, call.caller().toString())) {
      case Freezing.Outcome.Frozen frozen ->
          Reply.created(
              new Page<>(frozen.baselines().stream().map(BaselineView::of).toList(), null));
      case Freezing.Outcome.Refused refused ->
          throw new Problem(ProblemCode.BASELINE_REFUSED, refused.because());
    };
  }
}

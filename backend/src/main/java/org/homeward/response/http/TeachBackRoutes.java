package org.homeward.response.http;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeward.discharge.VisitNumber;
import org.homeward.facility.UnitId;
import org.homeward.http.Call;
import org.homeward.http.Page;
import org.homeward.http.Permission;
import org.homeward.http.Problem;
import org.homeward.http.ProblemCode;
import org.homeward.http.Reply;
import org.homeward.http.Route;
import org.homeward.response.TeachBack;
import org.homeward.response.TeachBack.Verdict;
import org.homeward.response.TeachBacks;
import org.jspecify.annotations.Nullable;

/** What patients said in their own words: read and marked by those who may see visits. */
public final class TeachBackRoutes {
  private final TeachBacks teachBacks;
  private final InstantSource clock;

  public TeachBackRoutes(TeachBacks teachBacks, InstantSource clock) {
    this.teachBacks = teachBacks;
    this.clock = clock;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/api/v1/teach-backs", Permission.ADMINISTRATOR, this::unmarked),
        Route.post("/api/v1/teach-backs/{id}/mark", Permission.ADMINISTRATOR, this::mark));
  }

  private record TeachBackView(
      UUID id,
      UUID unitId,
      @Nullable String visitNumber,
      String language,
      String said,
      Instant answeredAt) {

    static TeachBackView of(TeachBack teachBack) {
      return new TeachBackView(
          teachBack.response(),
          teachBack.unit().value(),
          teachBack.visit().map(VisitNumber::text).orElse(null),
          teachBack.language(),
          teachBack.said(),
          teachBack.answeredAt());
    }

    /** Not the words: this may end in a log. */
    @Override
    public String toString() {
      return "TeachBackView[" + id + "]";
    }
  }

  private Reply unmarked(Call call) {
    int limit = Page.limit(call);
    List<TeachBack> read =
        teachBacks.unmarked(
            call.facility(),
            call.queryId("unit").map(UnitId::new),
            call.queryId("after"),
            limit + 1);
    return Reply.ok(
        Page.of(
            read.stream().map(TeachBackView::of).toList(), limit, view -> view.id().toString()));
  }

  private record Mark(@Nullable String verdict) {}

  private Reply mark(Call call) {
    Verdict verdict =
        Optional.ofNullable(call.body(Mark.class).verdict())
            .flatMap(Verdict::of)
            .orElseThrow(
                () ->
                    new Problem(
                        ProblemCode.VERDICT_MALFORMED,
                        "A teach-back is correct or not-correct. Nothing was marked."));
    if (!teachBacks.mark(
        call.facility(), call.pathId("id"), verdict, call.person().id(), clock.instant())) {
      throw new Problem(ProblemCode.NOT_FOUND, "This facility has no such teach-back.");
    }
    return Reply.empty(204);
  }
}

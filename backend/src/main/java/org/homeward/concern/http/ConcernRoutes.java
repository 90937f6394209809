package org.homeward.concern.http;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.homeward.concern.Concern;
import org.homeward.concern.Concern.Kind;
import org.homeward.concern.Concern.Outcome;
import org.homeward.concern.ConcernId;
import org.homeward.concern.Concerns;
import org.homeward.facility.Facilities;
import org.homeward.facility.Facility;
import org.homeward.facility.UnitId;
import org.homeward.http.Call;
import org.homeward.http.Json;
import org.homeward.http.Page;
import org.homeward.http.Permission;
import org.homeward.http.Problem;
import org.homeward.http.ProblemCode;
import org.homeward.http.Reply;
import org.homeward.http.Route;
import org.homeward.token.Digest;
import org.jspecify.annotations.Nullable;

/** The desk: what is open, who has it in hand, and how it ended. */
public final class ConcernRoutes {
  private final Facilities facilities;
  private final Concerns concerns;
  private final InstantSource clock;

  public ConcernRoutes(Facilities facilities, Concerns concerns, InstantSource clock) {
    this.facilities = facilities;
    this.concerns = concerns;
    this.clock = clock;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/api/v1/concerns", Permission.ADMINISTRATOR, this::open),
        Route.get("/api/v1/concerns/ended", Permission.ADMINISTRATOR, this::ended),
        Route.post("/api/v1/concerns/{id}/taking", Permission.ADMINISTRATOR, this::take),
        Route.post("/api/v1/concerns/{id}/ending", Permission.ADMINISTRATOR, this::end));
  }

  /** Desks ask every few seconds; while nothing changed they get no more than 304. */
  private Reply open(Call call) {
    int limit = Page.limit(call);
    Page<ConcernView> page = page(concerns.open(call.facility(), selection(call, limit)), limit);
    String tag = "\"" + Digest.of(Json.write(page)).hex() + "\"";
    Reply reply =
        call.header("If-None-Match").filter(tag::equals).isPresent()
            ? Reply.empty(304)
            : Reply.ok(page);
    return reply.header("ETag", tag).header("Cache-Control", "private, no-cache");
  }

  private Reply ended(Call call) {
    Facility facility = facilities.find(call.facility()).orElseThrow();
    LocalDate day = call.queryDay("day").orElseGet(() -> facility.dayOf(clock.instant()));
    Instant from = day.atStartOfDay(facility.zone()).toInstant();
    Instant until = day.plusDays(1).atStartOfDay(facility.zone()).toInstant();
    int limit = Page.limit(call);
    return Reply.ok(
        page(concerns.ended(facility.id(), from, until, selection(call, limit)), limit));
  }

  private static Concerns.Selection selection(Call call, int limit) {
    return new Concerns.Selection(
        call.queryId("unit").map(UnitId::new),
        call.query("kind")
            .map(
                code ->
                    Call.queried(
                        code,
                        text -> Kind.of(text).orElseThrow(IllegalArgumentException::new),
                        "kind: explain, urgent or wrong-person")),
        call.queryId("after").map(ConcernId::new),
        limit + 1);
  }

  private static Page<ConcernView> page(List<Concern> read, int limit) {
    return Page.of(
        read.stream().map(ConcernView::of).toList(), limit, view -> view.id().toString());
  }

  private Reply take(Call call) {
    return reply(concerns.take(call.facility(), id(call), call.person().id(), clock.instant()));
  }

  private record Ending(@Nullable String outcome) {}

  private Reply end(Call call) {
    Outcome outcome =
        Optional.ofNullable(call.body(Ending.class).outcome())
            .flatMap(Outcome::of)
            .orElseThrow(ConcernRoutes::outcomeUnknown);
    return reply(
        concerns.end(call.facility(), id(call), outcome, call.person().id(), clock.instant()));
  }

  private static ConcernId id(Call call) {
    return new ConcernId(call.pathId("id"));
  }

  private static Reply reply(Concerns.Step step) {
    return switch (step) {
      case Concerns.Step.Done(var concern) -> Reply.ok(ConcernView.of(concern));
      case Concerns.Step.TakenAlready(var concern) ->
          throw new Problem(
              ProblemCode.CONCERN_TAKEN,
              "Somebody else has taken this already. You need not do anything.");
      case Concerns.Step.EndedAlready(var concern) ->
          throw new Problem(
              ProblemCode.CONCERN_ENDED,
              "This is over: somebody said how it ended. Nothing was changed.");
      case Concerns.Step.NoSuchOutcome(var concern) -> throw outcomeUnknown();
      case Concerns.Step.Unknown() ->
          throw new Problem(ProblemCode.NOT_FOUND, "This facility has no such concern.");
    };
  }

  private static Problem outcomeUnknown() {
    return new Problem(
        ProblemCode.CONCERN_MALFORMED,
        "A wish for an explanation ends as explained, left or declined; anything else as reached,"
            + " not-reached or nothing-needed. Nothing was changed.");
  }
}

package org.homeward.response.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeward.discharge.VisitCode;
import org.homeward.http.Call;
import org.homeward.http.Page;
import org.homeward.http.Permission;
import org.homeward.http.Problem;
import org.homeward.http.ProblemCode;
import org.homeward.http.Reply;
import org.homeward.http.Route;
import org.homeward.response.HeldAnswer;
import org.homeward.response.HeldAnswers;
import org.homeward.response.NotSettled;
import org.homeward.response.Rescue;
import org.homeward.response.Submission;
import org.homeward.token.Digest;
import org.jspecify.annotations.Nullable;

/** Rescued answers that wait until staff say whose they are. */
public final class HeldAnswerRoutes {
  private final Rescue rescue;
  private final HeldAnswers held;
  private final Reading reading;
  private final InstantSource clock;

  public HeldAnswerRoutes(Rescue rescue, HeldAnswers held, Reading reading, InstantSource clock) {
    this.rescue = rescue;
    this.held = held;
    this.reading = reading;
    this.clock = clock;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/api/v1/held-answers", Permission.ADMINISTRATOR, this::list),
        Route.post("/api/v1/held-answers/{id}/placement", Permission.ADMINISTRATOR, this::place),
        Route.post("/api/v1/held-answers/{id}/removal", Permission.ADMINISTRATOR, this::remove));
  }

  private record HeldAnswerView(
      UUID id,
      String tablet,
      Optional<String> visitCode,
      String language,
      Instant answeredAt,
      Instant heldAt) {
    static HeldAnswerView of(HeldAnswers.Waiting waiting) {
      HeldAnswer answer = waiting.answer();
      return new HeldAnswerView(
          answer.id(),
          waiting.tablet(),
          answer.visitCode(),
          answer.language(),
          answer.answeredAt(),
          answer.heldAt());
    }
  }

  private Reply list(Call call) {
    int limit = Page.limit(call);
    List<HeldAnswerView> read =
        held.waiting(call.facility(), call.queryId("after"), limit + 1).stream()
            .map(HeldAnswerView::of)
            .toList();
    return Reply.ok(Page.of(read, limit, view -> view.id().toString()));
  }

  /**
   * @param visitCode of the visit that they belong to; absent for a walk-up
   */
  private record PlacementBody(@Nullable String visitCode, @Nullable Boolean walkUp) {}

  private Reply place(Call call) {
    Optional<VisitCode> visit = visit(call.body(PlacementBody.class));
    UUID id = call.pathId("id");
    HeldAnswers.Found found = held.find(call.facility(), id).orElseThrow(HeldAnswerRoutes::notHeld);
    Instant now = clock.instant();
    Submission submission = read(found, now);
    try {
      return ResponseRoutes.reply(id, rescue.place(submission, visit, RescueRoutes.by(call), now));
    } catch (NotSettled e) {
      throw new Problem(
              ProblemCode.UNAVAILABLE,
              "Storing took too long. The answers are still held; try again.")
          .retryAfter(Duration.ofSeconds(2));
    }
  }

  private static Optional<VisitCode> visit(PlacementBody body) {
    boolean walkUp = Boolean.TRUE.equals(body.walkUp());
    if (walkUp == (body.visitCode() != null)) {
      throw new Problem(
          ProblemCode.RESCUE_MALFORMED,
          "Say either the visit's code or that it was a walk-up. The answers are still held.");
    }
    return Optional.ofNullable(body.visitCode()).map(SubmissionBody::visitCode);
  }

  /** As when it was brought: its tablet, its time and the digest of what the tablet kept. */
  private Submission read(HeldAnswers.Found found, Instant now) {
    HeldAnswer answer = found.answer();
    Digest tablet = held.tablet(answer.facility(), answer.kiosk()).orElseThrow();
    return SubmissionBody.read(
        found.body(),
        new SubmissionBody.Circumstances(
            answer.id(),
            answer.facility(),
            new Submission.Tablet(tablet, true),
            answer.digest(),
            answer.answeredAt(),
            now),
        reading);
  }

  private Reply remove(Call call) {
    boolean removed =
        held.settle(
            call.facility(),
            call.pathId("id"),
            HeldAnswers.As.REMOVED,
            RescueRoutes.by(call),
            clock.instant());
    if (!removed) {
      throw notHeld();
    }
    return Reply.empty(204);
  }

  private static Problem notHeld() {
    return new Problem(
        ProblemCode.NOT_FOUND,
        "These answers are not held any more. Somebody may have placed or removed them.");
  }
}

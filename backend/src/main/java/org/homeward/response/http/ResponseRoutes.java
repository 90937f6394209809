package org.homeward.response.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.homeward.http.Call;
import org.homeward.http.Permission;
import org.homeward.http.Problem;
import org.homeward.http.ProblemCode;
import org.homeward.http.Reply;
import org.homeward.http.Route;
import org.homeward.response.Intake;
import org.homeward.response.NotSettled;
import org.homeward.response.Receipt;
import org.homeward.response.Submission;
import org.homeward.sealing.Sealing;
import org.homeward.token.Digest;
import org.homeward.token.Token;

/** {@code PUT /api/v1/responses/{id}}. */
public final class ResponseRoutes {
  /**
   * A tablet that was forgotten in a drawer for longer than this has a broken clock rather than old
   * answers.
   */
  private static final Duration OLDEST = Duration.ofDays(366);

  private final Intake intake;
  private final Letters letters;
  private final Reading reading;
  private final InstantSource clock;

  public ResponseRoutes(Intake intake, Sealing sealing, Reading reading, InstantSource clock) {
    this.intake = intake;
    this.letters = new Letters(sealing);
    this.reading = reading;
    this.clock = clock;
  }

  public List<Route> routes() {
    return List.of(Route.put("/api/v1/responses/{id}", Permission.KIOSK_TOKEN, this::put));
  }

  private Reply put(Call call) {
    UUID id = call.pathId("id");
    Token token =
        call.bearerToken().flatMap(Token::parse).orElseThrow(ResponseRoutes::unknownKiosk);
    Instant now = clock.instant();
    byte[] sent = call.body();
    var circumstances =
        new SubmissionBody.Circumstances(
            id,
            token.facility(),
            new Submission.Tablet(Digest.made(token.hash()), false),
            Digest.of(sent),
            now.minus(queueAge(call)),
            now);
    byte[] plain = letters.plain(call.header("Content-Type").orElse(""), sent, circumstances);
    return reply(id, receipt(SubmissionBody.read(plain, circumstances, reading)));
  }

  private Receipt receipt(Submission submission) {
    try {
      return intake.submit(submission);
    } catch (NotSettled e) {
      throw new Problem(
              ProblemCode.UNAVAILABLE,
              "Storing took too long. Nothing was acknowledged; try again with the same bytes.")
          .retryAfter(Duration.ofSeconds(2));
    }
  }

  static Reply reply(UUID id, Receipt receipt) {
    return switch (receipt) {
      case Receipt.Accepted(var standing) -> Reply.created(acknowledgement(id, standing));
      case Receipt.Replayed(var standing) -> Reply.ok(acknowledgement(id, standing));
      case Receipt.Conflicting() ->
          throw new Problem(
                  ProblemCode.RESPONSE_CONFLICTING,
                  "Other answers are stored under this id, and were kept. Keep yours apart and show them to staff.")
              .with("id", id);
      case Receipt.Erased() ->
          throw new Problem(
                  ProblemCode.RESPONSE_ERASED,
                  "The response of this id was erased. Remove it from the queue.")
              .with("id", id);
      case Receipt.VisitUnknown() ->
          throw new Problem(
                  ProblemCode.VISIT_CODE_UNKNOWN,
                  "This facility has no such visit code. Nothing was stored; keep the answers for staff.")
              .with("id", id);
      case Receipt.KioskUnknown() -> throw unknownKiosk();
      case Receipt.KioskRevoked() ->
          throw new Problem(
              ProblemCode.KIOSK_REVOKED,
              "This kiosk was revoked. Nothing was stored; keep the queue and tell staff.");
    };
  }

  private static Map<String, Object> acknowledgement(UUID id, Receipt.Standing standing) {
    return Map.of("id", id, "standing", standing.name().toLowerCase(Locale.ROOT));
  }

  /**
   * How long the response waited on the tablet, by the tablet's own steady count: the server's
   * clock does the rest.
   */
  private static Duration queueAge(Call call) {
    Optional<Duration> age =
        call.header("Homeward-Queue-Age")
            .map(text -> Call.queried(text, Long::parseLong, "Homeward-Queue-Age, in seconds"))
            .map(Duration::ofSeconds);
    return age.filter(a -> !a.isNegative() && a.compareTo(OLDEST) < 0).orElse(Duration.ZERO);
  }

  private static Problem unknownKiosk() {
    return new Problem(
        ProblemCode.KIOSK_UNKNOWN, "This tablet is not enrolled. Keep the queue and tell staff.");
  }
}

package org.homeward.response.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.homeward.facility.FacilityId;
import org.homeward.http.Call;
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
import org.homeward.sealing.Sealing;
import org.homeward.token.Digest;
import org.jspecify.annotations.Nullable;

/**
 * What a tablet could not send itself, brought by staff: from the tablet, where somebody signed in,
 * or from a file that it wrote.
 */
public final class RescueRoutes {
  private static final int BODY_LIMIT = 2 * 1024 * 1024;
  private static final int MOST_ENTRIES = 100;
  private static final Duration OLDEST = Duration.ofDays(366);

  private final Rescue rescue;
  private final HeldAnswers held;
  private final Letters letters;
  private final Reading reading;
  private final InstantSource clock;

  public RescueRoutes(
      Rescue rescue, HeldAnswers held, Sealing sealing, Reading reading, InstantSource clock) {
    this.rescue = rescue;
    this.held = held;
    this.letters = new Letters(sealing);
    this.reading = reading;
    this.clock = clock;
  }

  public List<Route> routes() {
    return List.of(
        Route.post("/api/v1/rescues", Permission.ADMINISTRATOR, this::bring)
            .withBodyLimit(BODY_LIMIT));
  }

  /**
   * @param takenAt when a file was written, by the tablet's clock
   */
  private record RescueBody(@Nullable Instant takenAt, @Nullable List<EntryBody> entries) {}

  /**
   * @param queueAge in seconds, when it was taken from the tablet
   * @param body as base64
   */
  private record EntryBody(
      @Nullable UUID id,
      @Nullable UUID kioskId,
      @Nullable Long queueAge,
      @Nullable String type,
      @Nullable String body) {}

  private record Results(List<Result> results) {}

  private record Result(UUID id, String outcome, Optional<String> code) {}

  private Reply bring(Call call) {
    RescueBody body = call.body(RescueBody.class);
    List<EntryBody> entries = body.entries();
    if (entries == null || entries.isEmpty() || entries.size() > MOST_ENTRIES) {
      throw malformed("Send 1 to %d entries at once.".formatted(MOST_ENTRIES));
    }
    Instant now = clock.instant();
    Duration since =
        Optional.ofNullable(body.takenAt())
            .map(taken -> Duration.between(taken, now))
            .filter(age -> !age.isNegative())
            .orElse(Duration.ZERO);
    return Reply.ok(
        new Results(
            entries.stream()
                .map(RescueRoutes::entry)
                .map(entry -> bring(call, entry, since, now))
                .toList()));
  }

  /** Complete, its body decoded. */
  private record Entry(UUID id, UUID kiosk, Duration age, String type, String base64) {
    byte[] sent() {
      try {
        return Base64.getDecoder().decode(base64);
      } catch (IllegalArgumentException e) {
        throw malformed("The body of an entry is not base64.");
      }
    }
  }

  private static Entry entry(EntryBody body) {
    if (body.id() == null || body.kioskId() == null || body.type() == null || body.body() == null) {
      throw malformed("Each entry has an id, a kioskId, a type and a body.");
    }
    long age = body.queueAge() == null ? 0 : Math.max(0, body.queueAge());
    return new Entry(body.id(), body.kioskId(), Duration.ofSeconds(age), body.type(), body.body());
  }

  private Result bring(Call call, Entry entry, Duration since, Instant now) {
    FacilityId facility = call.facility();
    Optional<Digest> tablet = held.tablet(facility, entry.kiosk());
    if (tablet.isEmpty()) {
      return result(entry, Rescue.Outcome.TABLET_UNKNOWN);
    }
    byte[] sent = entry.sent();
    Duration age = entry.age().plus(since);
    var circumstances =
        new SubmissionBody.Circumstances(
            entry.id(),
            facility,
            new Submission.Tablet(tablet.get(), true),
            Digest.of(sent),
            age.compareTo(OLDEST) < 0 ? now.minus(age) : now,
            now);
    try {
      byte[] plain = letters.plain(entry.type(), sent, circumstances);
      Submission submission = SubmissionBody.read(plain, circumstances, reading);
      return result(
          entry, rescue.bring(submission, answer(submission, entry.kiosk()), plain, by(call)));
    } catch (Problem unreadable) {
      return new Result(entry.id(), "unreadable", Optional.of(unreadable.code().code()));
    } catch (NotSettled e) {
      throw new Problem(
              ProblemCode.UNAVAILABLE,
              "Storing took too long. What was stored is stored; send all of it again.")
          .retryAfter(Duration.ofSeconds(2));
    }
  }

  private static HeldAnswer answer(Submission submission, UUID kiosk) {
    return new HeldAnswer(
        submission.facility(),
        submission.id(),
        kiosk,
        submission.visitCode().map(code -> code.text()),
        submission.language(),
        submission.digest(),
        submission.answeredAt(),
        submission.receivedAt());
  }

  private static Result result(Entry entry, Rescue.Outcome outcome) {
    return new Result(
        entry.id(), outcome.name().toLowerCase(Locale.ROOT).replace('_', '-'), Optional.empty());
  }

  static String by(Call call) {
    return "person:" + call.person().id();
  }

  private static Problem malformed(String detail) {
    return new Problem(ProblemCode.RESCUE_MALFORMED, detail + " Nothing was stored.");
  }
}

package org.homeward.response;

import java.time.Instant;
import java.util.Optional;
import org.homeward.discharge.VisitCode;

/**
 * Brings what a tablet could not send itself, because it was revoked or because the service did not
 * take it. Each answer is stored once under its id, whoever brings it and however often.
 */
public final class Rescue {
  private final Intake intake;
  private final HeldAnswers held;

  public Rescue(Intake intake, HeldAnswers held) {
    this.intake = intake;
    this.held = held;
  }

  /** What became of an answer that was brought. */
  public enum Outcome {
    STORED,
    REPLAYED,
    /** It was erased or removed before, and stays so. */
    ERASED,
    /** Kept until staff say whose it is. */
    NEEDS_A_VISIT,
    /** Other answers have its id. It was not kept. */
    CONFLICTING,
    /** Its tablet is none of this facility's. It was not kept. */
    TABLET_UNKNOWN
  }

  /**
   * Stores answers, or holds them when no discharge has their visit code. Throws what {@link
   * Intake#submit} throws.
   *
   * @param answer what is to be known of the submission while it is held
   * @param body that it was read from
   */
  public Outcome bring(Submission submission, HeldAnswer answer, byte[] body, String by) {
    return switch (intake.submit(submission)) {
      case Receipt.Accepted(var standing) -> Outcome.STORED;
      case Receipt.Replayed(var standing) -> Outcome.REPLAYED;
      case Receipt.Erased() -> Outcome.ERASED;
      case Receipt.Conflicting() -> Outcome.CONFLICTING;
      case Receipt.KioskUnknown(), Receipt.KioskRevoked() -> Outcome.TABLET_UNKNOWN;
      case Receipt.VisitUnknown() -> held(answer, body, by);
    };
  }

  private Outcome held(HeldAnswer answer, byte[] body, String by) {
    return switch (held.hold(answer, body, by)) {
      case WAITING -> Outcome.NEEDS_A_VISIT;
      case PLACED -> Outcome.REPLAYED;
      case REMOVED -> Outcome.ERASED;
      case OTHERS -> Outcome.CONFLICTING;
    };
  }

  /**
   * Stores a held answer as a visit's, or as a walk-up's. It waits on when it could not be stored.
   * Throws what {@link Intake#submit} throws.
   */
  public Receipt place(Submission submission, Optional<VisitCode> visit, String by, Instant now) {
    Receipt receipt = intake.submit(submission.of(visit));
    switch (receipt) {
      case Receipt.Accepted(var standing) -> settle(submission, visit, by, now);
      case Receipt.Replayed(var standing) -> settle(submission, visit, by, now);
      case Receipt.Erased() ->
          held.settle(submission.facility(), submission.id(), HeldAnswers.As.REMOVED, by, now);
      case Receipt.Conflicting(),
          Receipt.VisitUnknown(),
          Receipt.KioskUnknown(),
          Receipt.KioskRevoked() -> {}
    }
    return receipt;
  }

  private void settle(Submission submission, Optional<VisitCode> visit, String by, Instant now) {
    HeldAnswers.As as = visit.isPresent() ? HeldAnswers.As.VISIT : HeldAnswers.As.WALK_UP;
    held.settle(submission.facility(), submission.id(), as, by, now);
  }
}

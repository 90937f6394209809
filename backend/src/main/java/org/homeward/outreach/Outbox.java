package org.homeward.outreach;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.homeward.discharge.Standing;
import org.homeward.facility.FacilityId;
import org.homeward.sms.StatusReport;

/** The texts on their way out. */
public interface Outbox {

  /**
   * What is true of a waiting text in the transaction that claims it.
   *
   * @param hourWaived its conversation may text at any hour
   * @param conversation empty for a text that belongs to none
   */
  record Waiting(
      Purpose purpose,
      Instant createdAt,
      boolean suppressed,
      boolean hourWaived,
      Optional<Situation> conversation) {

    /**
     * Where its conversation stands.
     *
     * @param consented the consent for this very number holds
     */
    public record Situation(Conversation.State state, Standing discharge, boolean consented) {}
  }

  /** What came of trying to claim a text. */
  sealed interface Claim {
    /** It is marked as being attempted, and that is committed. */
    record Attempt(OutgoingText text, int attempts, Clearance.Send clearance) implements Claim {}

    /** It was withheld or put off, or could not be read. */
    record HeldBack() implements Claim {}

    record NothingDue() implements Claim {}
  }

  /** A text of which it is not known whether the carrier took it. */
  record Unsettled(OutgoingText text, Instant attemptedAt, boolean resent) {}

  /** Claims the oldest waiting text that is due and that nobody else is working on. */
  Claim claim(FacilityId facility, Instant now, Function<Waiting, Clearance> clear);

  /**
   * The carrier has the text, and this is how far it has come. Reports may come twice, late and in
   * any order, and before {@link org.homeward.sms.Carrier#send} has returned.
   *
   * @return false when there is no such text, or the carrier's text is known as another of ours
   */
  boolean report(FacilityId facility, TextId text, StatusReport report, Instant now);

  /** The carrier did not take it and is not to be asked again. */
  void refused(FacilityId facility, TextId text, int errorCode, Instant now);

  /** The carrier did not take it; it waits again. */
  void again(FacilityId facility, TextId text, Instant notBefore, Instant now);

  /** The carrier may or may not have taken it. */
  void unknown(FacilityId facility, TextId text, Instant now);

  /** Whoever attempted a text before then did not live to say how it ended: it is unknown. */
  void giveUpAttempts(FacilityId facility, Instant attemptedBefore, Instant now);

  /** The unknown texts that were attempted between these moments; some of them, if many. */
  List<Unsettled> unsettled(FacilityId facility, Instant from, Instant until);

  /** The carrier does not hold it: it waits again. Once in the life of a text, and no more. */
  void sendOnceMore(FacilityId facility, TextId text, Instant now);

  /** Nothing of the facility goes out before then. */
  void pause(FacilityId facility, Instant until, Instant now);
}

package org.homeward.outreach;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.homeward.discharge.PhoneNumber;
import org.homeward.discharge.Standing;
import org.homeward.facility.FacilityId;
import org.homeward.sms.StatusReport;

/** The texts on their way out. */
public interface Outbox {

  /**
   * What is true of a waiting text in the transaction that claims it.
   *
   * @param heardAt when its recipient last wrote to us
   * @param hourWaived its conversation may text at any hour
   * @param conversation empty for a text that belongs to none
   * @param recipient empty when it cannot be read
   * @param zone the patient's, when it was entered
   * @param started of a text that we start: when we tried others with the same number lately,
   *     without the one that it repeats
   */
  record Waiting(
      Purpose purpose,
      Instant createdAt,
      Optional<Instant> heardAt,
      boolean suppressed,
      boolean hourWaived,
      Optional<Situation> conversation,
      Optional<PhoneNumber> recipient,
      Optional<ZoneId> zone,
      List<Instant> started) {

    /**
     * Where its conversation stands.
     *
     * @param consented the consent for this very number holds
     */
    public record Situation(Conversation.State state, Standing discharge, boolean consented) {}
  }

  /** A claimed text: it is marked as being attempted, and that is committed. */
  record Attempt(OutgoingText text, int attempts, Clearance.Send clearance) {}

  /**
   * What came of claiming.
   *
   * @param heldBack how many were withheld or put off, or could not be read
   */
  record Batch(List<Attempt> attempts, int heldBack) {
    public boolean isEmpty() {
      return attempts.isEmpty() && heldBack == 0;
    }
  }

  /**
   * Which unknown texts are to be looked up.
   *
   * @param attemptedUntil also when they may have been looked up last
   * @param resentLookedUpUntil when those that were sent twice may have been looked up last
   */
  record LookUp(Instant attemptedFrom, Instant attemptedUntil, Instant resentLookedUpUntil) {}

  /** A text of which it is not known whether the carrier took it. */
  record Unsettled(OutgoingText text, Instant attemptedAt, boolean resent) {}

  /** Those of our senders that have texts due. */
  List<String> sendersWithTextsDue(FacilityId facility, Instant now);

  /**
   * Claims texts of one sender that are due and that nobody else is working on: answers to patients
   * first, then the oldest. Of each number one text at most, and none while another is on its way
   * to it, so that what was done for one counts for the next and their order is kept.
   */
  Batch claim(
      FacilityId facility,
      String sender,
      int most,
      Instant now,
      Function<Waiting, Clearance> clear);

  /** Writes down how attempts ended, where no report has said more meanwhile. */
  void settle(FacilityId facility, Map<TextId, Settlement> attempts, Instant now);

  /**
   * The carrier has the text, and this is how far it has come. Reports may come twice, late and in
   * any order, and before {@link org.homeward.sms.Carrier#send} has returned.
   *
   * @return false when there is no such text, or the carrier's text is known as another of ours
   */
  boolean report(FacilityId facility, TextId text, StatusReport report, Instant now);

  /** Whoever attempted a text before then did not live to say how it ended: it is unknown. */
  void giveUpAttempts(FacilityId facility, Instant attemptedBefore, Instant now);

  /**
   * Claims unknown texts for looking them up, those first that were never or longest ago looked up;
   * some of them, if many.
   */
  List<Unsettled> unsettled(FacilityId facility, LookUp lookUp, Instant now);

  /** The carrier does not hold it: it waits again. Once in the life of a text, and no more. */
  void sendOnceMore(FacilityId facility, TextId text, Instant now);

  /** What our sender of a text is. */
  Optional<String> senderOf(FacilityId facility, TextId text);

  /**
   * Writes the text anew, as one that did not arrive for a passing reason. Without effect on one
   * that was repeated already, and on a repetition.
   */
  void repeat(FacilityId facility, TextId text, TextId as, Instant notBefore, Instant now);
}

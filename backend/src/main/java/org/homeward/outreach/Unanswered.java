package org.homeward.outreach;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.homeward.facility.FacilityId;
import org.homeward.survey.Item;

/** The conversations with an open question about which a reminder is due. */
public interface Unanswered {

  /**
   * What is true of such a conversation in the transaction that claims it.
   *
   * @param reminded how often the patient was reminded
   * @param lastWord when a text last went between us, in either direction, or is to go
   * @param reached some text of ours may have arrived
   * @param started when we started texts with the number lately, or will, for whichever discharge
   */
  record Silence(
      ConversationId conversation,
      Item asking,
      Instant expires,
      String language,
      String sender,
      boolean hourWaived,
      Patient patient,
      int reminded,
      Instant lastWord,
      boolean reached,
      List<Instant> started) {}

  /** What is to be done about it. */
  sealed interface Decision {
    /**
     * The patient is reminded.
     *
     * @param again when to look again; empty for never
     */
    record Remind(OutgoingText text, Optional<Instant> again) implements Decision {}

    record Postpone(Instant until, String because) implements Decision {}

    /** There is no reminder any more. */
    record LeaveAlone(String because) implements Decision {}
  }

  /**
   * Claims one such conversation that nobody else is working on and carries out what is decided, in
   * one transaction. Those of one number are decided one after the other.
   *
   * @return false when none was there to claim
   */
  boolean next(FacilityId facility, Instant now, Function<Silence, Decision> decide);
}

package org.homeward.outreach;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeward.facility.FacilityId;
import org.homeward.survey.Touchpoint;

/** Conversations as a whole: how they are shown, and how they end by themselves. */
public interface Conversations {

  /** A conversation as staff may see it: that there were texts, not what they said. */
  record Overview(
      ConversationId id,
      Touchpoint touchpoint,
      Conversation.State state,
      Instant due,
      List<Message> messages) {
    public Overview with(List<Message> theirs) {
      return new Overview(id, touchpoint, state, due, theirs);
    }
  }

  /**
   * One text, in either direction.
   *
   * @param direction out or in
   * @param purpose of ours, what for; of theirs, what it was taken for
   */
  record Message(
      String direction, String purpose, String status, Instant at, Optional<Integer> errorCode) {}

  /** Oldest first. */
  List<Overview> ofDischarge(FacilityId facility, UUID dischargeId);

  /** Ends those that have waited long enough. What was answered in them counts. */
  void expire(FacilityId facility, Instant now);
}

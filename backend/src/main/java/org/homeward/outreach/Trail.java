package org.homeward.outreach;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeward.facility.FacilityId;
import org.homeward.survey.Touchpoint;

/** Why texts went or did not go: everything that befell a discharge's conversations. */
public interface Trail {

  /** What an entry is about. */
  enum Subject {
    CONVERSATION,
    TEXT,
    REPLY
  }

  /**
   * One thing that happened. It tells neither a number nor a word of a text.
   *
   * @param purpose of a text
   * @param event a conversation's new state or {@code held}; a text's status; {@code heard}
   * @param because the rule that held or ended it; the item that is asked; what a reply was taken
   *     for
   * @param until of what waits, until when
   * @param errorCode the carrier's
   */
  record Entry(
      Touchpoint touchpoint,
      Instant at,
      Subject subject,
      Optional<String> purpose,
      String event,
      Optional<String> because,
      Optional<Instant> until,
      Optional<Integer> errorCode) {}

  /** In the order in which it happened. */
  List<Entry> ofDischarge(FacilityId facility, UUID dischargeId);
}

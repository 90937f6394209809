package org.homeward.outreach;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.homeward.facility.FacilityId;
import org.homeward.survey.Touchpoint;

/** What is known of a discharge's texts to come. */
public interface Prospects {

  /**
   * A discharge as outreach sees it now.
   *
   * @param answered the touchpoints that have answers, by whichever channel
   * @param started when we started texts with the number lately, or will, for whichever discharge
   */
  record Prospect(
      LocalDate day,
      Patient patient,
      List<Talk> talks,
      Set<Touchpoint> answered,
      List<Instant> started) {}

  /**
   * One of its conversations.
   *
   * @param because why it ended, if it did without being answered
   * @param remindAt when the next reminder may go; empty for never
   */
  record Talk(
      Touchpoint touchpoint,
      Conversation.State state,
      Optional<String> because,
      Instant due,
      Instant expires,
      Optional<Instant> remindAt,
      int reminded) {}

  /** Empty when the facility has no such discharge. */
  Optional<Prospect> find(FacilityId facility, UUID dischargeId);
}

package org.homeward.outreach;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeward.facility.FacilityId;
import org.homeward.survey.Touchpoint;

/** The conversations to come. */
public interface Plans {

  /** A discharge that wants a plan; {@code correctedAt} tells one content of it from the next. */
  record Candidate(
      UUID dischargeId, LocalDate day, String language, Optional<Instant> correctedAt) {}

  record Plan(
      ConversationId conversation,
      Candidate discharge,
      Touchpoint touchpoint,
      Instant due,
      Instant expires) {}

  /**
   * Active discharges since that day with a number and a consent for it, never planned for the
   * touchpoint; some of them, if there are many. Empty for a facility that has nothing to text
   * from.
   */
  List<Candidate> unplanned(FacilityId facility, Touchpoint touchpoint, LocalDate since);

  /** Discharges that were corrected after their plan was made, while it is still a plan. */
  List<Candidate> corrected(FacilityId facility, Touchpoint touchpoint);

  /** Without effect where somebody else has planned it meanwhile. */
  void add(FacilityId facility, Plan plan, Instant now);

  /** Without effect where the conversation has begun meanwhile. */
  void change(FacilityId facility, Plan plan, Instant now);

  /** Makes every plan of the facility due now, whatever the hour; returns how many. */
  int makeDue(FacilityId facility, Instant now);
}

package org.homeward.outreach;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeward.discharge.PhoneNumber;
import org.homeward.facility.FacilityId;
import org.homeward.survey.Touchpoint;

/** The conversations to come. */
public interface Plans {

  /**
   * A discharge that wants a plan; {@code correctedAt} tells one content of it from the next.
   *
   * @param zone the patient's, when it was entered
   * @param number empty when it cannot be read
   */
  record Candidate(
      UUID dischargeId,
      LocalDate day,
      String language,
      Optional<Instant> correctedAt,
      Optional<ZoneId> zone,
      Optional<PhoneNumber> number) {}

  /**
   * A conversation to come.
   *
   * @param edition of the outreach plan that it was planned by
   */
  record Plan(
      ConversationId conversation,
      Candidate discharge,
      Touchpoint touchpoint,
      Instant due,
      Instant expires,
      int edition) {}

  /**
   * Active discharges since that day with a number and a consent for it, never planned for the
   * touchpoint, oldest first; some of them, if there are many. Empty for a facility that has
   * nothing to text from.
   *
   * @param after the last of those before
   */
  List<Candidate> unplanned(
      FacilityId facility, Touchpoint touchpoint, LocalDate since, Optional<Candidate> after);

  /**
   * Discharges that were corrected after their plan was made, or that were planned by another
   * edition, while it is still a plan; some of them, if there are many.
   */
  List<Candidate> outdated(FacilityId facility, Touchpoint touchpoint, int edition);

  /** Without effect where somebody else has planned it meanwhile. */
  void add(FacilityId facility, List<Plan> plans, Instant now);

  /** Without effect where the conversation has begun meanwhile. */
  void change(FacilityId facility, List<Plan> plans, Instant now);

  /** Makes every plan of the facility due now, whatever the hour; returns how many. */
  int makeDue(FacilityId facility, Instant now);
}

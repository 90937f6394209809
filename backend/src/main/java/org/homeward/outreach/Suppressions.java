package org.homeward.outreach;

import java.time.Instant;
import java.util.UUID;
import org.homeward.facility.FacilityId;

/** Numbers that must not be texted. */
public interface Suppressions {

  /**
   * Suppresses the number that a text went to: its conversations end and what waits for it is
   * withheld. Without effect on a number that is suppressed already.
   */
  void suppressRecipient(FacilityId facility, TextId text, String source, Instant now);

  /**
   * The same for the number of a discharge, because the patient said so to somebody.
   *
   * @return false when the discharge is not there or has no number
   */
  boolean suppressPatient(FacilityId facility, UUID discharge, String source, Instant now);
}

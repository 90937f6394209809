package org.homeward.outreach;

import java.time.Instant;
import org.homeward.facility.FacilityId;

/** Numbers that must not be texted. */
public interface Suppressions {

  /**
   * Suppresses the number that a text went to: its conversations end and what waits for it is
   * withheld. Without effect on a number that is suppressed already.
   */
  void suppressRecipient(FacilityId facility, TextId text, String source, Instant now);
}

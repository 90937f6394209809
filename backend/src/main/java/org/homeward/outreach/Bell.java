package org.homeward.outreach;

import org.homeward.facility.FacilityId;

/**
 * Calls for work that should not wait for the next round. A lost ring costs seconds, no more: the
 * rounds find everything.
 */
public interface Bell {
  void ring(FacilityId facility);
}

package org.homeward.metrics;

import org.homeward.facility.FacilityId;

/** Counts by day and cell, and the differences to them that are not folded in yet. */
public interface Rollups {

  /**
   * Folds up to {@code limit} differences in, all or none, and says how many. 0: none is left that
   * nobody else is folding. May run anywhere at any time, also at once: readers see the same sums
   * before and after.
   */
  int fold(FacilityId facility, int limit);
}

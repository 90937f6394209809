package org.homeward.metrics;

import java.util.List;
import org.homeward.facility.FacilityId;

/** Counts of responses, as they are now. */
public interface Counting {

  /** Cells with at least one response, in order of their periods. */
  List<Counts> count(FacilityId facility, TrendQuery query);
}

package org.homeward.metrics;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.homeward.facility.FacilityId;

/** The frozen baselines of facilities. */
public interface Baselines {

  /** Those that series are judged by now, at most one for a series and period. */
  List<Baseline> live(FacilityId facility, Period period);

  /** All, ended ones too, in the order of their ids, after the one named. */
  List<Baseline> list(FacilityId facility, Optional<BaselineId> after, int limit);

  /**
   * Adds them all or none. A live baseline of the same series and period ends with it. People who
   * freeze the same series at once are served one after the other.
   */
  void freeze(FacilityId facility, Collection<Baseline> baselines);
}

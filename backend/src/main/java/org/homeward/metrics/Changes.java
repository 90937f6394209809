package org.homeward.metrics;

import java.util.List;
import java.util.Optional;
import org.homeward.facility.FacilityId;

/** What was changed at facilities, and when. */
public interface Changes {

  void add(FacilityId facility, Change change);

  /** The latest day first, after the one named. */
  List<Change> list(FacilityId facility, Optional<ChangeId> after, int limit);
}

package org.homeward.response;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeward.facility.FacilityId;
import org.homeward.facility.UnitId;
import org.homeward.response.TeachBack.Verdict;

/** What patients said in their own words, for staff to mark. */
public interface TeachBacks {

  /**
   * Those that nobody has marked, the oldest first.
   *
   * @param after the response that ended the page before
   */
  List<TeachBack> unmarked(
      FacilityId facility, Optional<UnitId> unit, Optional<UUID> after, int limit);

  /** Marking again changes the mark. False when there is no such teach-back. */
  boolean mark(FacilityId facility, UUID response, Verdict verdict, UUID person, Instant at);
}

package org.homeward.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.homeward.facility.FacilityId;

/** The plans of facilities, and who changed them when. */
public interface OutreachPlans {

  /**
   * A plan as it was set.
   *
   * @param number 1, 2, 3 …; 0 is the usual plan of a facility that has never set one
   * @param setBy {@code person:<id>}
   */
  record Edition(int number, OutreachPlan plan, Optional<String> setBy, Optional<Instant> setAt) {
    public static final Edition USUAL =
        new Edition(0, OutreachPlan.USUAL, Optional.empty(), Optional.empty());
  }

  Edition inForce(FacilityId facility);

  /** Newest first; without the usual one. */
  List<Edition> history(FacilityId facility);

  /** False when its number is not the next: somebody else has changed the plan meanwhile. */
  boolean set(FacilityId facility, Edition edition);
}

package org.homeward.kiosk;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.homeward.facility.FacilityId;

/** Counts what tablets try. */
public interface Attempts {

  /**
   * Counts an attempt before it is made, so that a thousand at once are a thousand. Empty when it
   * may be made, otherwise how long the tablet has to wait.
   */
  Optional<Duration> count(FacilityId facility, UUID kiosk, Limit limit);

  /** The attempt was no guess, and is not counted after all. */
  void giveBack(FacilityId facility, UUID kiosk, Limit limit);

  /** Forgets all of them. */
  void clear(FacilityId facility, UUID kiosk, Limit limit);
}

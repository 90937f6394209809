package org.homeward.kiosk;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a tablet last said of itself. What its browser does not tell is empty.
 *
 * @param unsent answers that wait on the tablet to be sent
 * @param unsentSince since when the oldest of them has waited, by the server's clock
 * @param quarantined answers that the server refused and the tablet keeps for staff
 * @param storagePersisted whether the browser promised not to clear its storage by itself
 * @param batteryPercent 0 to 100
 * @param clockAhead of the server's; negative when the tablet's clock is behind
 */
public record Condition(
    int unsent,
    Optional<Instant> unsentSince,
    int quarantined,
    Optional<Boolean> storagePersisted,
    Optional<Integer> batteryPercent,
    Optional<Boolean> charging,
    Duration clockAhead) {
  public Condition {
    if (unsent < 0 || quarantined < 0) {
      throw new IllegalArgumentException("Answers are counted from 0");
    }
    if (batteryPercent.filter(percent -> percent < 0 || percent > 100).isPresent()) {
      throw new IllegalArgumentException("A battery is charged from 0 to 100 percent");
    }
    unsentSince = unsent == 0 ? Optional.empty() : unsentSince;
  }
}

package org.homeward.kiosk;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.homeward.facility.FacilityId;
import org.homeward.facility.UnitId;

/**
 * An enrolled tablet.
 *
 * @param condition what it last reported; empty before its first report
 * @param lockedAt since when it is out of use, until somebody unlocks it
 * @param revokedAt from when on it is no kiosk any more
 */
public record Kiosk(
    FacilityId facility,
    UUID id,
    UnitId unit,
    String name,
    Instant enrolledAt,
    Optional<Instant> lastContactAt,
    Optional<String> appVersion,
    Optional<Condition> condition,
    Optional<Instant> lockedAt,
    Optional<Instant> revokedAt) {
  public boolean isLocked() {
    return lockedAt.isPresent();
  }

  public boolean isRevoked() {
    return revokedAt.isPresent();
  }
}

package org.homeward.kiosk;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.homeward.facility.FacilityId;
import org.homeward.facility.UnitId;

/** An enrolled tablet. */
public record Kiosk(
    FacilityId facility,
    UUID id,
    UnitId unit,
    String name,
    Instant enrolledAt,
    Optional<Instant> lastContactAt,
    Optional<String> appVersion,
    Optional<Instant> revokedAt) {
  public boolean isRevoked() {
    return revokedAt.isPresent();
  }
}

package org.homeward.kiosk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeward.facility.FacilityId;
import org.homeward.facility.UnitId;

/** The units' PINs, as hashes. */
public interface Pins {

  /** Replaces the one before. Throws {@link org.homeward.discharge.Discharges.UnitUnknown}. */
  void set(FacilityId facility, UnitId unit, String hash, UUID by);

  /** False when the unit has none. */
  boolean remove(FacilityId facility, UnitId unit);

  Optional<String> hash(FacilityId facility, UnitId unit);

  /** Which units have one. */
  List<Set> list(FacilityId facility);

  /** A unit that has a PIN, and since when. */
  record Set(UnitId unit, Instant at) {}
}

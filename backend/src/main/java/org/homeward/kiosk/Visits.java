package org.homeward.kiosk;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.homeward.discharge.VisitCode;
import org.homeward.facility.FacilityId;
import org.homeward.facility.UnitId;

/** Discharges as kiosks see them. */
public interface Visits {

  Optional<Visit> find(FacilityId facility, VisitCode code);

  /** The open ones of a unit and local day, latest first, {@code limit} at most. */
  List<Visit> of(FacilityId facility, UnitId unit, LocalDate day, int limit);
}

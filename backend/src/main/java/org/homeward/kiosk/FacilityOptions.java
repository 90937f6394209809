package org.homeward.kiosk;

import org.homeward.facility.FacilityId;

/** What facilities have chosen for their tablets. */
public interface FacilityOptions {

  /** The usual ones where nothing was chosen. */
  Options of(FacilityId facility);

  void choose(FacilityId facility, Options options);
}

package org.homeward.facility;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The facilities there are. */
public interface Facilities {

  Optional<Facility> find(FacilityId id);

  /** Those of the ids that exist, by name. */
  List<Facility> findAll(Collection<FacilityId> ids);

  /** Every facility's id: claims run per facility. */
  List<FacilityId> ids();

  /** The facility that a sender texts for. */
  Optional<FacilityId> ofSender(String address);

  void add(Facility facility);

  /** What its patients dial in danger; empty has texts say "emergency services" in words. */
  void emergencyNumber(FacilityId facility, Optional<String> number);

  /** False when the facility has a unit of that name. */
  boolean addUnit(FacilityId facility, Unit unit);

  /** False when the address texts for some facility already. */
  boolean addSender(FacilityId facility, String address);
}

package org.homeward.staff;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.homeward.facility.FacilityId;

/** Somebody who signs in, and what they may do where. */
public record Person(
    UUID id, String name, boolean organisationAdministrator, Map<FacilityId, Role> roles) {
  public Person {
    roles = Map.copyOf(roles);
  }

  /** Their role at a facility of theirs. */
  public Role roleAt(FacilityId facility) {
    return Objects.requireNonNull(roles.get(facility));
  }
}

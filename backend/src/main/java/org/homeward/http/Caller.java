package org.homeward.http;

import java.util.Map;
import java.util.UUID;
import org.homeward.facility.FacilityId;
import org.homeward.facility.UnitId;

/** Who a request comes from. */
public sealed interface Caller {

  /** Nobody we know. */
  record Stranger() implements Caller {}

  /** A signed-in person and their role at each facility. */
  record Person(
      UUID id, String name, boolean organisationAdministrator, Map<FacilityId, Role> roles)
      implements Caller {

    @Override
    public String toString() {
      return "person:" + id;
    }
  }

  /** A hospital's system. */
  record HospitalSystem(FacilityId facility, String name) implements Caller {

    @Override
    public String toString() {
      return "token:" + name;
    }
  }

  /**
   * An enrolled, unrevoked tablet.
   *
   * @param locked put out of use for patients; it may still send what it holds
   */
  record Kiosk(FacilityId facility, UUID id, UnitId unit, boolean locked) implements Caller {

    @Override
    public String toString() {
      return "kiosk:" + id;
    }
  }

  /** What a person may do at a facility. */
  enum Role {
    ADMINISTRATOR,
    ANALYST
  }
}

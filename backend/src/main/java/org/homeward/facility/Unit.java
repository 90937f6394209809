package org.homeward.facility;

/** A ward, department or clinic inside a facility. */
public record Unit(UnitId id, String name) {
  public Unit {
    name = Facility.named(name);
  }
}

package org.homeward.facility.http;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeward.facility.Facility;
import org.homeward.facility.Unit;

/** A facility as the API shows it. */
public record FacilityView(
    UUID id,
    String name,
    String zone,
    boolean demonstration,
    String role,
    List<String> languages,
    Optional<String> callbackNumber,
    Optional<String> emergencyNumber,
    List<UnitView> units,
    List<String> senders) {

  /** A unit as the API shows it. */
  public record UnitView(UUID id, String name) {
    public static UnitView of(Unit unit) {
      return new UnitView(unit.id().value(), unit.name());
    }
  }

  public static FacilityView of(Facility facility, String role) {
    return new FacilityView(
        facility.id().value(),
        facility.name(),
        facility.zone().getId(),
        facility.demonstration(),
        role,
        facility.languages(),
        facility.callbackNumber(),
        facility.emergencyNumber(),
        facility.units().stream().map(UnitView::of).toList(),
        facility.senders());
  }
}

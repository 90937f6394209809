package org.homeward.facility;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A hospital or clinic.
 *
 * @param languages what patients may choose, in the order in which it is offered
 * @param callbackNumber what patients who need a person may call
 * @param emergencyNumber what patients dial in danger
 * @param demonstration its patients are invented
 * @param senders the numbers or messaging services that text for it; the first is used
 */
public record Facility(
    FacilityId id,
    String name,
    ZoneId zone,
    List<String> languages,
    Optional<String> callbackNumber,
    Optional<String> emergencyNumber,
    boolean demonstration,
    List<Unit> units,
    List<String> senders) {
  public Facility {
    name = named(name);
    languages = List.copyOf(languages);
    units = List.copyOf(units);
    senders = List.copyOf(senders);
    if (languages.isEmpty()) {
      throw new IllegalArgumentException("A facility speaks at least one language");
    }
  }

  /** One whose patients are told to call emergency services in words. */
  public Facility(
      FacilityId id,
      String name,
      ZoneId zone,
      List<String> languages,
      Optional<String> callbackNumber,
      boolean demonstration,
      List<Unit> units,
      List<String> senders) {
    this(
        id, name, zone, languages, callbackNumber, Optional.empty(), demonstration, units, senders);
  }

  /** The local day of a moment: where days and weeks are made. */
  public LocalDate dayOf(Instant moment) {
    return LocalDate.ofInstant(moment, zone);
  }

  /** What a patient is written to in: their own language where it is enabled, else the first. */
  public String languageFor(String patients) {
    return languages.contains(patients) ? patients : languages.getFirst();
  }

  public Optional<Unit> unit(UnitId unit) {
    return units.stream().filter(candidate -> candidate.id().equals(unit)).findFirst();
  }

  static String named(String name) {
    String stripped = name.strip();
    if (stripped.isEmpty()
        || stripped.length() > 120
        || stripped.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("A name has 1 to 120 characters, none of them a control");
    }
    return stripped;
  }
}

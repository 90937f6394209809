package org.homeward.discharge;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.homeward.facility.UnitId;

/**
 * What a hospital says of a discharge, and may correct.
 *
 * @param phone where the follow-up goes; empty when there is none
 * @param consent to be texted; dropped without a phone, since it is to be texted there
 * @param zone that the patient goes home to, when it is known to be another than the number tells
 */
public record Particulars(
    UnitId unit,
    Instant dischargedAt,
    String language,
    Optional<PhoneNumber> phone,
    Optional<Consent> consent,
    Optional<ZoneId> zone) {
  public Particulars {
    consent = phone.isPresent() ? consent : Optional.empty();
  }

  /** The same but for when the consent was given, which a repeated message says anew. */
  public boolean saysTheSameAs(Particulars other) {
    return unit.equals(other.unit)
        && dischargedAt.equals(other.dischargedAt)
        && language.equals(other.language)
        && phone.equals(other.phone)
        && zone.equals(other.zone)
        && consent.map(Consent::wordingVersion).equals(other.consent.map(Consent::wordingVersion))
        && consent.map(Consent::language).equals(other.consent.map(Consent::language));
  }
}

package org.homeward.outreach.postgres;

import java.time.ZoneId;
import java.util.Optional;
import org.homeward.db.Row;
import org.homeward.discharge.PhoneNumber;
import org.homeward.discharge.Standing;
import org.homeward.facility.FacilityId;
import org.homeward.outreach.Patient;
import org.homeward.vault.Vault;
import org.homeward.vault.Vault.Place;

/** What a conversation's patient is read from: the discharge d, its contact k. */
final class Patients {
  /** Of discharge {@code d} and contact {@code k}. */
  static final String COLUMNS =
      """
      d.discharge_id, d.standing, d.zone, k.phone_sealed,
        coalesce((
          SELECT e.event = 'stop' FROM suppression_event e
          WHERE e.facility_id = k.facility_id AND e.phone_hash = k.phone_hash
          ORDER BY e.event_id DESC LIMIT 1), false) AS suppressed,
        EXISTS (
          SELECT 1 FROM consent g
          WHERE g.facility_id = d.facility_id AND g.discharge_id = d.discharge_id
            AND g.phone_hash = k.phone_hash
            AND NOT EXISTS (
              SELECT 1 FROM consent_withdrawal w
              WHERE w.facility_id = g.facility_id AND w.consent_id = g.consent_id)) AS consented,
        ARRAY(
          SELECT coalesce(o.attempted_at, o.not_before) FROM outgoing_text o
          WHERE o.facility_id = k.facility_id AND o.recipient_hash = k.phone_hash
            AND o.purpose IN ('invitation', 'reminder') AND o.status <> 'withheld'
          ORDER BY o.created_at DESC LIMIT 40) AS started
      """;

  private final Vault vault;

  Patients(Vault vault) {
    this.vault = vault;
  }

  /** Throws {@link Vault.Unsealable}. */
  Patient patient(FacilityId facility, Row row) {
    return new Patient(
        number(facility, row),
        row.optionalText("zone").map(ZoneId::of),
        Standing.of(row.text("standing")).orElseThrow(),
        row.flag("consented"),
        row.flag("suppressed"));
  }

  /** The same, of a row whose number cannot be opened. */
  static Patient unreadable(Row row) {
    return new Patient(
        Optional.empty(),
        row.optionalText("zone").map(ZoneId::of),
        Standing.of(row.text("standing")).orElseThrow(),
        row.flag("consented"),
        row.flag("suppressed"));
  }

  /** Throws {@link Vault.Unsealable}. */
  Optional<PhoneNumber> number(FacilityId facility, Row row) {
    Place place = Place.of("contact.phone", facility.value(), row.uuid("discharge_id"));
    return row.optionalBytes("phone_sealed")
        .map(bytes -> new PhoneNumber(vault.open(bytes, place)));
  }
}

package org.homeward.discharge.postgres;

import java.util.Optional;
import java.util.UUID;
import org.homeward.db.Row;
import org.homeward.db.Statements;
import org.homeward.discharge.Consent;
import org.homeward.discharge.Particulars;
import org.homeward.discharge.PhoneNumber;
import org.homeward.facility.FacilityId;
import org.homeward.facility.Ids;
import org.homeward.vault.Vault;

/** The number of a discharge, sealed, and the consents to text it. */
public final class Contacts {
  private final Vault vault;
  private final Ids ids;

  public Contacts(Vault vault, Ids ids) {
    this.vault = vault;
    this.ids = ids;
  }

  void write(
      Statements statements,
      FacilityId facility,
      UUID discharge,
      Particulars particulars,
      String by) {
    if (particulars.phone().isEmpty()) {
      statements.change(
          "DELETE FROM contact WHERE facility_id = ? AND discharge_id = ?",
          facility.value(),
          discharge);
      withdrawAllBut(new byte[0], statements, facility, discharge, by);
      return;
    }
    PhoneNumber phone = particulars.phone().get();
    byte[] hash = vault.lookupHash(phone.e164(), facility.value());
    statements.change(
        """
        INSERT INTO contact (facility_id, discharge_id, phone_sealed, phone_hash) VALUES (?, ?, ?, ?)
        ON CONFLICT (facility_id, discharge_id)
        DO UPDATE SET phone_sealed = excluded.phone_sealed, phone_hash = excluded.phone_hash
        """,
        facility.value(),
        discharge,
        vault.seal(phone.e164(), place(facility, discharge)),
        hash);
    if (particulars.consent().isPresent()) {
      withdrawAllBut(hash, statements, facility, discharge, by);
      give(particulars.consent().get(), hash, statements, facility, discharge, by);
    } else {
      withdrawAllBut(new byte[0], statements, facility, discharge, by);
    }
  }

  PhoneNumber open(byte[] sealed, FacilityId facility, UUID discharge) {
    return new PhoneNumber(vault.open(sealed, place(facility, discharge)));
  }

  static Optional<Consent> consent(Row row) {
    return row.optionalInstant("given_at")
        .map(
            givenAt ->
                new Consent(row.integer("wording_version"), row.text("consent_language"), givenAt));
  }

  /** Nothing when the same consent holds for this number already. */
  private void give(
      Consent consent,
      byte[] phoneHash,
      Statements statements,
      FacilityId facility,
      UUID discharge,
      String by) {
    statements.change(
        """
        INSERT INTO consent (facility_id, consent_id, discharge_id, phone_hash, given_at,
          recorded_by, wording_version, language, channel)
        SELECT ?, ?, ?, ?, ?, ?, ?, ?, 'staff'
        WHERE NOT EXISTS (
          SELECT FROM consent n
          WHERE n.facility_id = ? AND n.discharge_id = ? AND n.phone_hash = ?
            AND n.wording_version = ? AND n.language = ?
            AND NOT EXISTS (
              SELECT FROM consent_withdrawal w
              WHERE w.facility_id = n.facility_id AND w.consent_id = n.consent_id))
        """,
        facility.value(),
        ids.next(),
        discharge,
        phoneHash,
        consent.givenAt(),
        by,
        consent.wordingVersion(),
        consent.language(),
        facility.value(),
        discharge,
        phoneHash,
        consent.wordingVersion(),
        consent.language());
  }

  private static void withdrawAllBut(
      byte[] phoneHash, Statements statements, FacilityId facility, UUID discharge, String by) {
    statements.change(
        """
        INSERT INTO consent_withdrawal (facility_id, consent_id, withdrawn_at, recorded_by)
        SELECT facility_id, consent_id, now(), ? FROM consent
        WHERE facility_id = ? AND discharge_id = ? AND phone_hash <> ?
        ON CONFLICT DO NOTHING
        """,
        by,
        facility.value(),
        discharge,
        phoneHash);
  }

  private static Vault.Place place(FacilityId facility, UUID discharge) {
    return Vault.Place.of("contact.phone", facility.value(), discharge);
  }
}

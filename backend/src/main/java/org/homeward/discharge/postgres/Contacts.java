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

  /**
   * A number that a patient left with a response. Nothing when the response has no discharge, or
   * when the discharge has a number already.
   */
  public void offer(
      Statements statements,
      FacilityId facility,
      UUID response,
      PhoneNumber phone,
      Consent consent) {
    statements
        .row(
            """
            SELECT discharge_id FROM response
            WHERE facility_id = ? AND response_id = ? AND discharge_id IS NOT NULL
            """,
            row -> row.uuid("discharge_id"),
            facility.value(),
            response)
        .ifPresent(discharge -> add(statements, facility, discharge, response, phone, consent));
  }

  private void add(
      Statements statements,
      FacilityId facility,
      UUID discharge,
      UUID response,
      PhoneNumber phone,
      Consent consent) {
    byte[] hash = vault.lookupHash(phone.e164(), facility.value());
    long added =
        statements.change(
            """
            INSERT INTO contact (facility_id, discharge_id, phone_sealed, phone_hash) VALUES (?, ?, ?, ?)
            ON CONFLICT (facility_id, discharge_id) DO NOTHING
            """,
            facility.value(),
            discharge,
            vault.seal(phone.e164(), place(facility, discharge)),
            hash);
    if (added == 1) {
      statements.change(
          """
          INSERT INTO consent (facility_id, consent_id, discharge_id, phone_hash, given_at,
            recorded_by, wording_version, language, channel)
          SELECT facility_id, ?, discharge_id, ?, ?, coalesce('kiosk:' || kiosk_id, 'kiosk:unknown'), ?, ?, channel
          FROM response WHERE facility_id = ? AND response_id = ?
          """,
          ids.next(),
          hash,
          consent.givenAt(),
          consent.wordingVersion(),
          consent.language(),
          facility.value(),
          response);
    }
  }

  /**
   * Whether the discharge's number was left by the patient at a tablet, and may still be texted.
   */
  boolean cameFromATablet(Statements statements, FacilityId facility, UUID discharge) {
    return statements
        .row(
            """
            SELECT count(*) AS consents FROM contact c
            JOIN consent n ON n.facility_id = c.facility_id AND n.discharge_id = c.discharge_id
              AND n.phone_hash = c.phone_hash
            WHERE c.facility_id = ? AND c.discharge_id = ? AND n.recorded_by LIKE 'kiosk:%'
              AND NOT EXISTS (
                SELECT FROM consent_withdrawal w
                WHERE w.facility_id = n.facility_id AND w.consent_id = n.consent_id)
            """,
            row -> row.whole("consents") > 0, facility.value(), discharge)
        .orElseThrow();
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

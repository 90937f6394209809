package org.homeward.outreach;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.homeward.facility.FacilityId;
import org.homeward.facility.Ids;
import org.homeward.facility.UnitId;
import org.homeward.vault.Vault;
import org.homeward.vault.Vault.Place;
import org.postgresql.PGConnection;

/**
 * Thousands of patients who have left, each with a number of their own and a consent for it, put
 * into the tables as the owner.
 */
public record ManyPatients(FacilityId facility, UnitId unit, Vault vault, Ids ids) {
  private static final String CODE_CHARACTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final String AT = "2026-01-01 12:00:00+00";

  /** The numbers, in order; {@code first} tells one call's patients from another's. */
  public List<String> add(String ownerUrl, int first, int count, LocalDate day) {
    StringBuilder discharges = new StringBuilder();
    StringBuilder contacts = new StringBuilder();
    StringBuilder consents = new StringBuilder();
    List<String> phones = new ArrayList<>();
    for (int i = first; i < first + count; i++) {
      UUID discharge = ids.next();
      String phone = "+1303%07d".formatted(2_000_000 + i);
      phones.add(phone);
      String hash = bytes(vault.lookupHash(phone, facility.value()));
      row(discharges, facility, discharge, unit.value(), "M-" + i, code(i), AT, day, "en", AT, AT);
      row(
          contacts,
          facility,
          discharge,
          bytes(vault.seal(phone, Place.of("contact.phone", facility.value(), discharge))),
          hash);
      row(consents, facility, ids.next(), discharge, hash, AT, "person:test", 1, "en", "staff");
    }
    try (Connection connection = DriverManager.getConnection(ownerUrl)) {
      copy(
          connection,
          """
          COPY discharge (facility_id, discharge_id, unit_id, visit_number, visit_code, discharged_at, day,
            language, standing_at, created_at) FROM STDIN
          """,
          discharges);
      copy(
          connection,
          "COPY contact (facility_id, discharge_id, phone_sealed, phone_hash) FROM STDIN",
          contacts);
      copy(
          connection,
          """
          COPY consent (facility_id, consent_id, discharge_id, phone_hash, given_at, recorded_by,
            wording_version, language, channel) FROM STDIN
          """,
          consents);
      try (var statement = connection.createStatement()) {
        // Not the tables that are empty yet: PostgreSQL would take them for ones that stay so.
        statement.execute("ANALYZE discharge, contact, consent");
      }
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(e);
    }
    return phones;
  }

  /** So many discharges with a plan for the month to come, numbered from {@code first}. */
  static void addPlansToCome(
      String ownerUrl, FacilityId facility, UnitId unit, int first, int count, Instant now) {
    try (Connection connection = DriverManager.getConnection(ownerUrl);
        var statement = connection.createStatement()) {
      statement.execute("ALTER TABLE conversation DISABLE TRIGGER USER");
      statement.execute(
          """
          WITH made AS (
            INSERT INTO discharge (facility_id, discharge_id, unit_id, visit_number, visit_code, discharged_at,
              day, language, standing_at, created_at)
            SELECT '%1$s', gen_random_uuid(), '%2$s', 'P-' || i, upper(lpad(to_hex(i), 8, '0')), '%5$s',
              CAST('%5$s' AS date), 'en', '%5$s', '%5$s'
            FROM generate_series(%3$d, %4$d) AS i
            RETURNING facility_id, discharge_id)
          INSERT INTO conversation (facility_id, conversation_id, discharge_id, touchpoint, language,
            state, due_at, expires_at, created_at, changed_at)
          SELECT facility_id, gen_random_uuid(), discharge_id, 'day-30', 'en', 'planned',
            CAST('%5$s' AS timestamptz) + interval '1 day' + random() * interval '30 days',
            CAST('%5$s' AS timestamptz) + interval '60 days', '%5$s', '%5$s'
          FROM made
          """
              .formatted(facility, unit.value(), first, first + count - 1, now));
      statement.execute("ALTER TABLE conversation ENABLE TRIGGER USER");
      statement.execute("VACUUM ANALYZE discharge, conversation");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void copy(Connection connection, String sql, StringBuilder rows)
      throws SQLException, IOException {
    connection
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyIn(sql, new StringReader(rows.toString()));
  }

  private static void row(StringBuilder rows, Object... values) {
    for (int i = 0; i < values.length; i++) {
      rows.append(i == 0 ? "" : "\t").append(values[i]);
    }
    rows.append('\n');
  }

  private static String bytes(byte[] value) {
    return "\\\\x" + HexFormat.of().formatHex(value);
  }

  private static String code(int i) {
    StringBuilder code = new StringBuilder("Z");
    for (int shift = 30; shift >= 0; shift -= 5) {
      code.append(CODE_CHARACTERS.charAt((i >> shift) & 31));
    }
    return code.toString();
  }
}

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

  /** Plans for them, due then: as many again in the table of conversations. */
  public void plan(String ownerUrl, Instant due) {
    try (Connection connection = DriverManager.getConnection(ownerUrl);
        var statement =
            connection.prepareStatement(
                """
                INSERT INTO conversation (facility_id, conversation_id, discharge_id, touchpoint, language,
                  state, due_at, expires_at, created_at, changed_at)
                SELECT d.facility_id, gen_random_uuid(), d.discharge_id, 'day-2', d.language, 'planned',
                  CAST(? AS timestamptz) + random() * interval '30 days', CAST(? AS timestamptz) + interval '40 days',
                  now(), now()
                FROM discharge d WHERE d.facility_id = CAST(? AS uuid)
                ON CONFLICT DO NOTHING
                """)) {
      statement.setString(1, due.toString());
      statement.setString(2, due.toString());
      statement.setString(3, facility.toString());
      statement.executeUpdate();
      try (var analysis = connection.createStatement()) {
        analysis.execute("ANALYZE conversation");
      }
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

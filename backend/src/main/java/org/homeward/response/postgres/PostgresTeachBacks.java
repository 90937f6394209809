package org.homeward.response.postgres;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeward.db.Database;
import org.homeward.db.Row;
import org.homeward.discharge.VisitNumber;
import org.homeward.facility.FacilityId;
import org.homeward.facility.UnitId;
import org.homeward.response.TeachBack;
import org.homeward.response.TeachBack.Verdict;
import org.homeward.response.TeachBacks;
import org.homeward.vault.Vault;
import org.jspecify.annotations.Nullable;

/** Teach-backs in PostgreSQL, sealed. */
public final class PostgresTeachBacks implements TeachBacks {
  private final Database database;
  private final Vault vault;

  public PostgresTeachBacks(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
  }

  @Override
  public List<TeachBack> unmarked(
      FacilityId facility, Optional<UnitId> unit, Optional<UUID> after, int limit) {
    @Nullable UUID ofUnit = unit.map(UnitId::value).orElse(null);
    @Nullable UUID last = after.orElse(null);
    return database.rows(
        """
        SELECT t.response_id, r.unit_id, d.visit_number, r.language, t.said_sealed, r.answered_at
        FROM teach_back t
        JOIN response r ON r.facility_id = t.facility_id AND r.response_id = t.response_id
        LEFT JOIN discharge d ON d.facility_id = r.facility_id AND d.discharge_id = r.discharge_id
        WHERE t.facility_id = ? AND t.verdict IS NULL
          AND (CAST(? AS uuid) IS NULL OR r.unit_id = CAST(? AS uuid))
          AND (CAST(? AS uuid) IS NULL OR (r.answered_at, r.response_id) > (
            SELECT l.answered_at, l.response_id FROM response l
            WHERE l.facility_id = t.facility_id AND l.response_id = CAST(? AS uuid)))
        ORDER BY r.answered_at, r.response_id
        LIMIT ?
        """,
        row -> teachBack(row, facility),
        facility.value(),
        ofUnit,
        ofUnit,
        last,
        last,
        limit);
  }

  @Override
  public boolean mark(
      FacilityId facility, UUID response, Verdict verdict, UUID person, Instant at) {
    return database.change(
            """
            UPDATE teach_back SET verdict = ?, marked_by = ?, marked_at = ?
            WHERE facility_id = ? AND response_id = ?
            """,
            verdict.code(),
            person,
            at,
            facility.value(),
            response)
        == 1;
  }

  static Vault.Place place(FacilityId facility, UUID response) {
    return Vault.Place.of("teach_back.said", facility.value(), response);
  }

  private TeachBack teachBack(Row row, FacilityId facility) {
    UUID response = row.uuid("response_id");
    return new TeachBack(
        response,
        new UnitId(row.uuid("unit_id")),
        row.optionalText("visit_number").map(VisitNumber::new),
        row.text("language"),
        vault.open(row.bytes("said_sealed"), place(facility, response)),
        row.instant("answered_at"));
  }
}

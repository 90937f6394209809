package org.homeward.metrics.postgres;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeward.db.Database;
import org.homeward.db.Row;
import org.homeward.facility.FacilityId;
import org.homeward.facility.UnitId;
import org.homeward.metrics.Change;
import org.homeward.metrics.ChangeId;
import org.homeward.metrics.Changes;

/** Changes in PostgreSQL. */
public final class PostgresChanges implements Changes {
  private final Database database;

  public PostgresChanges(Database database) {
    this.database = database;
  }

  @Override
  public void add(FacilityId facility, Change change) {
    database.transact(
        statements -> {
          statements.change(
              """
              INSERT INTO change (facility_id, change_id, on_day, description, recorded_by, recorded_at)
              VALUES (?, ?, ?, ?, ?, ?)
              """,
              facility.value(),
              change.id().value(),
              change.on(),
              change.description(),
              change.recordedBy(),
              change.recordedAt());
          return statements.change(
              """
              INSERT INTO change_unit (facility_id, change_id, unit_id)
              SELECT ?, ?, unit_id FROM unnest(CAST(? AS uuid[])) unit_id
              """,
              facility.value(),
              change.id().value(),
              change.units().stream().map(UnitId::value).toArray(UUID[]::new));
        });
  }

  @Override
  public List<Change> list(FacilityId facility, Optional<ChangeId> after, int limit) {
    return database.rows(
        """
        SELECT change_id, on_day, description, recorded_by, recorded_at,
          ARRAY(SELECT u.unit_id FROM change_unit u
            WHERE u.facility_id = c.facility_id AND u.change_id = c.change_id ORDER BY u.unit_id) AS unit_ids
        FROM change c
        WHERE facility_id = ? AND (CAST(? AS uuid) IS NULL OR (on_day, change_id) < (
          SELECT p.on_day, p.change_id FROM change p WHERE p.facility_id = c.facility_id AND p.change_id = CAST(? AS uuid)))
        ORDER BY on_day DESC, change_id DESC
        LIMIT ?
        """,
        PostgresChanges::change,
        facility.value(),
        after.map(ChangeId::value).orElse(null),
        after.map(ChangeId::value).orElse(null),
        limit);
  }

  private static Change change(Row row) {
    return new Change(
        new ChangeId(row.uuid("change_id")),
        row.day("on_day"),
        row.text("description"),
        row.uuids("unit_ids").stream().map(UnitId::new).toList(),
        row.text("recorded_by"),
        row.instant("recorded_at"));
  }
}

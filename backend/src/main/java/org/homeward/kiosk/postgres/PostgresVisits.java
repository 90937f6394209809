package org.homeward.kiosk.postgres;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.homeward.db.Row;
import org.homeward.db.Statements;
import org.homeward.discharge.Standing;
import org.homeward.discharge.VisitCode;
import org.homeward.discharge.VisitNumber;
import org.homeward.facility.FacilityId;
import org.homeward.facility.UnitId;
import org.homeward.kiosk.Visit;
import org.homeward.kiosk.Visits;

/** Visits in PostgreSQL. */
public final class PostgresVisits implements Visits {
  private final Statements database;

  public PostgresVisits(Statements database) {
    this.database = database;
  }

  private static final String SELECT =
      """
      SELECT visit_number, visit_code, discharged_at, language, standing, ARRAY(
        SELECT r.touchpoint FROM response r
        WHERE r.facility_id = d.facility_id AND r.discharge_id = d.discharge_id
          AND r.standing IN ('open', 'complete')
        ORDER BY r.touchpoint) AS answered,
        EXISTS (
          SELECT FROM contact c
          WHERE c.facility_id = d.facility_id AND c.discharge_id = d.discharge_id) AS number_known
      FROM discharge d WHERE facility_id = ?
      """;

  @Override
  public Optional<Visit> find(FacilityId facility, VisitCode code) {
    return database.row(
        SELECT + "AND visit_code = ?", PostgresVisits::visit, facility.value(), code.text());
  }

  @Override
  public List<Visit> of(FacilityId facility, UnitId unit, LocalDate day, int limit) {
    return database.rows(
        SELECT
            + """
            AND unit_id = ? AND day = ? AND standing = 'active'
            ORDER BY discharged_at DESC, discharge_id DESC LIMIT ?
            """,
        PostgresVisits::visit,
        facility.value(),
        unit.value(),
        day,
        limit);
  }

  private static Visit visit(Row row) {
    return new Visit(
        new VisitNumber(row.text("visit_number")),
        new VisitCode(row.text("visit_code")),
        row.instant("discharged_at"),
        row.text("language"),
        Standing.of(row.text("standing")).orElseThrow() == Standing.ACTIVE,
        row.flag("number_known"),
        row.texts("answered"));
  }
}

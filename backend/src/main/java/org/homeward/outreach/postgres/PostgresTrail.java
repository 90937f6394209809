package org.homeward.outreach.postgres;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.homeward.db.Row;
import org.homeward.db.Statements;
import org.homeward.facility.FacilityId;
import org.homeward.outreach.Trail;
import org.homeward.survey.Touchpoint;

/** The trail that the database's triggers write. */
public final class PostgresTrail implements Trail {
  private final Statements database;

  public PostgresTrail(Statements database) {
    this.database = database;
  }

  @Override
  public List<Entry> ofDischarge(FacilityId facility, UUID dischargeId) {
    return database.rows(
        """
        SELECT c.touchpoint, e.happened_at, e.subject, t.purpose, e.event, e.because, e.until,
          e.error_code
        FROM conversation c
        JOIN outreach_event e
          ON e.facility_id = c.facility_id AND e.conversation_id = c.conversation_id
        LEFT JOIN outgoing_text t ON t.facility_id = e.facility_id AND t.text_id = e.text_id
        WHERE c.facility_id = ? AND c.discharge_id = ?
        ORDER BY e.event_id
        """,
        PostgresTrail::entry,
        facility.value(),
        dischargeId);
  }

  private static Entry entry(Row row) {
    return new Entry(
        Touchpoint.of(row.text("touchpoint")).orElseThrow(),
        row.instant("happened_at"),
        Subject.valueOf(row.text("subject").toUpperCase(Locale.ROOT)),
        row.optionalText("purpose"),
        row.text("event"),
        row.optionalText("because"),
        row.optionalInstant("until"),
        row.optionalInteger("error_code"));
  }
}

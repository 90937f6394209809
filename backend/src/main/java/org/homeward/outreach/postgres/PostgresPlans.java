package org.homeward.outreach.postgres;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.homeward.db.Row;
import org.homeward.db.Statements;
import org.homeward.facility.FacilityId;
import org.homeward.outreach.Plans;
import org.homeward.survey.Touchpoint;

/** Plans are conversations that have not begun. */
public final class PostgresPlans implements Plans {
  private static final int BATCH = 500;

  private final Statements database;

  public PostgresPlans(Statements database) {
    this.database = database;
  }

  @Override
  public List<Candidate> unplanned(FacilityId facility, Touchpoint touchpoint, LocalDate since) {
    return database.rows(
        """
        SELECT d.discharge_id, d.day, d.language, d.corrected_at
        FROM discharge d
        JOIN contact k ON k.facility_id = d.facility_id AND k.discharge_id = d.discharge_id
        WHERE d.facility_id = ? AND d.day >= ? AND d.standing = 'active'
          AND EXISTS (SELECT 1 FROM sender s WHERE s.facility_id = d.facility_id)
          AND EXISTS (
            SELECT 1 FROM consent g
            WHERE g.facility_id = d.facility_id AND g.discharge_id = d.discharge_id
              AND g.phone_hash = k.phone_hash
              AND NOT EXISTS (
                SELECT 1 FROM consent_withdrawal w
                WHERE w.facility_id = g.facility_id AND w.consent_id = g.consent_id))
          AND NOT EXISTS (
            SELECT 1 FROM conversation c
            WHERE c.facility_id = d.facility_id AND c.discharge_id = d.discharge_id
              AND c.touchpoint = ?)
        ORDER BY d.day, d.discharge_id
        LIMIT ?
        """,
        PostgresPlans::candidate,
        facility.value(),
        since,
        touchpoint.code(),
        BATCH);
  }

  @Override
  public List<Candidate> corrected(FacilityId facility, Touchpoint touchpoint) {
    return database.rows(
        """
        SELECT d.discharge_id, d.day, d.language, d.corrected_at
        FROM conversation c
        JOIN discharge d ON d.facility_id = c.facility_id AND d.discharge_id = c.discharge_id
        WHERE c.facility_id = ? AND c.state = 'planned' AND NOT c.hour_waived AND c.touchpoint = ?
          AND d.corrected_at IS DISTINCT FROM c.planned_with
        LIMIT ?
        """,
        PostgresPlans::candidate,
        facility.value(),
        touchpoint.code(),
        BATCH);
  }

  @Override
  public void add(FacilityId facility, Plan plan, Instant now) {
    database.change(
        """
        INSERT INTO conversation (facility_id, conversation_id, discharge_id, touchpoint, language,
          state, due_at, expires_at, planned_with, created_at, changed_at)
        VALUES (?, ?, ?, ?, ?, 'planned', ?, ?, CAST(? AS timestamptz), ?, ?)
        ON CONFLICT (facility_id, discharge_id, touchpoint) DO NOTHING
        """,
        facility.value(),
        plan.conversation().value(),
        plan.discharge().dischargeId(),
        plan.touchpoint().code(),
        plan.discharge().language(),
        plan.due(),
        plan.expires(),
        plan.discharge().correctedAt().orElse(null),
        now,
        now);
  }

  @Override
  public void change(FacilityId facility, Plan plan, Instant now) {
    database.change(
        """
        UPDATE conversation
        SET language = ?, due_at = ?, expires_at = ?, planned_with = CAST(? AS timestamptz),
          held_because = 'corrected', changed_at = ?
        WHERE facility_id = ? AND discharge_id = ? AND touchpoint = ? AND state = 'planned'
        """,
        plan.discharge().language(),
        plan.due(),
        plan.expires(),
        plan.discharge().correctedAt().orElse(null),
        now,
        facility.value(),
        plan.discharge().dischargeId(),
        plan.touchpoint().code());
  }

  @Override
  public int makeDue(FacilityId facility, Instant now) {
    return Math.toIntExact(
        database.change(
            """
            UPDATE conversation
            SET due_at = ?, expires_at = expires_at + (CAST(? AS timestamptz) - due_at),
              hour_waived = true, held_because = 'asked-for-now', changed_at = ?
            WHERE facility_id = ? AND state = 'planned'
            """,
            now,
            now,
            now,
            facility.value()));
  }

  private static Candidate candidate(Row row) {
    return new Candidate(
        row.uuid("discharge_id"),
        row.day("day"),
        row.text("language"),
        row.optionalInstant("corrected_at"));
  }
}

package org.homeward.outreach.postgres;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeward.db.Database;
import org.homeward.db.Row;
import org.homeward.db.Statements;
import org.homeward.discharge.PhoneNumber;
import org.homeward.facility.FacilityId;
import org.homeward.outreach.Plans;
import org.homeward.survey.Touchpoint;
import org.homeward.vault.Vault;
import org.jspecify.annotations.Nullable;

/** Plans are conversations that have not begun. */
public final class PostgresPlans implements Plans {
  private static final int BATCH = 500;

  private final Database database;
  private final Patients patients;

  public PostgresPlans(Database database, Vault vault) {
    this.database = database;
    this.patients = new Patients(vault);
  }

  @Override
  public List<Candidate> unplanned(
      FacilityId facility, Touchpoint touchpoint, LocalDate since, Optional<Candidate> after) {
    @Nullable UUID last = after.map(Candidate::dischargeId).orElse(null);
    return database.rows(
        """
        SELECT d.discharge_id, d.day, d.language, d.corrected_at, d.zone, k.phone_sealed
        FROM discharge d
        JOIN contact k ON k.facility_id = d.facility_id AND k.discharge_id = d.discharge_id
        WHERE d.facility_id = ? AND d.day >= ? AND d.standing = 'active'
          AND (CAST(? AS uuid) IS NULL OR (d.day, d.discharge_id) > (CAST(? AS date), CAST(? AS uuid)))
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
        row -> candidate(facility, row),
        facility.value(),
        since,
        last,
        after.map(Candidate::day).orElse(null),
        last,
        touchpoint.code(),
        BATCH);
  }

  @Override
  public List<Candidate> outdated(FacilityId facility, Touchpoint touchpoint, int edition) {
    return database.rows(
        """
        SELECT d.discharge_id, d.day, d.language, d.corrected_at, d.zone, k.phone_sealed
        FROM conversation c
        JOIN discharge d ON d.facility_id = c.facility_id AND d.discharge_id = c.discharge_id
        LEFT JOIN contact k ON k.facility_id = c.facility_id AND k.discharge_id = c.discharge_id
        WHERE c.facility_id = ? AND c.state = 'planned' AND NOT c.hour_waived AND c.touchpoint = ?
          AND (d.corrected_at IS DISTINCT FROM c.planned_with OR c.edition <> ?)
        LIMIT ?
        """,
        row -> candidate(facility, row),
        facility.value(),
        touchpoint.code(),
        edition,
        BATCH);
  }

  @Override
  public void add(FacilityId facility, List<Plan> plans, Instant now) {
    if (plans.isEmpty()) {
      return;
    }
    database.transact(
        statements -> {
          plans.forEach(plan -> add(statements, facility, plan, now));
          return plans.size();
        });
  }

  private static void add(Statements statements, FacilityId facility, Plan plan, Instant now) {
    statements.change(
        """
        INSERT INTO conversation (facility_id, conversation_id, discharge_id, touchpoint, language,
          state, due_at, expires_at, planned_with, edition, created_at, changed_at)
        VALUES (?, ?, ?, ?, ?, 'planned', ?, ?, CAST(? AS timestamptz), ?, ?, ?)
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
        plan.edition(),
        now,
        now);
  }

  @Override
  public void change(FacilityId facility, List<Plan> plans, Instant now) {
    if (plans.isEmpty()) {
      return;
    }
    database.transact(
        statements -> {
          plans.forEach(plan -> change(statements, facility, plan, now));
          return plans.size();
        });
  }

  private static void change(Statements statements, FacilityId facility, Plan plan, Instant now) {
    statements.change(
        """
        UPDATE conversation
        SET language = ?, due_at = ?, expires_at = ?, planned_with = CAST(? AS timestamptz),
          held_because = CASE WHEN edition = ? THEN 'corrected' ELSE 'plan-changed' END, edition = ?,
          changed_at = ?
        WHERE facility_id = ? AND discharge_id = ? AND touchpoint = ? AND state = 'planned'
        """,
        plan.discharge().language(),
        plan.due(),
        plan.expires(),
        plan.discharge().correctedAt().orElse(null),
        plan.edition(),
        plan.edition(),
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

  private Candidate candidate(FacilityId facility, Row row) {
    return new Candidate(
        row.uuid("discharge_id"),
        row.day("day"),
        row.text("language"),
        row.optionalInstant("corrected_at"),
        row.optionalText("zone").map(ZoneId::of),
        number(facility, row));
  }

  private Optional<PhoneNumber> number(FacilityId facility, Row row) {
    try {
      return patients.number(facility, row);
    } catch (Vault.Unsealable e) {
      return Optional.empty();
    }
  }
}

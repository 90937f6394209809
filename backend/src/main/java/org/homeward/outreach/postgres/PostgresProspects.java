package org.homeward.outreach.postgres;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.homeward.db.Database;
import org.homeward.db.Row;
import org.homeward.db.Statements;
import org.homeward.facility.FacilityId;
import org.homeward.outreach.Conversation;
import org.homeward.outreach.Patient;
import org.homeward.outreach.Prospects;
import org.homeward.survey.Touchpoint;
import org.homeward.vault.Vault;

/** Read in one transaction from the tables that outreach decides by. */
public final class PostgresProspects implements Prospects {
  private final Database database;
  private final Patients patients;

  public PostgresProspects(Database database, Vault vault) {
    this.database = database;
    this.patients = new Patients(vault);
  }

  @Override
  public Optional<Prospect> find(FacilityId facility, UUID dischargeId) {
    return database.transact(
        statements -> {
          List<Talk> talks = talks(statements, facility, dischargeId);
          return prospect(statements, facility, dischargeId, talks);
        });
  }

  private static List<Talk> talks(Statements statements, FacilityId facility, UUID dischargeId) {
    return statements.rows(
        """
        SELECT touchpoint, state, ended_because, due_at, expires_at, remind_at, reminded
        FROM conversation
        WHERE facility_id = ? AND discharge_id = ?
        ORDER BY due_at, conversation_id
        """,
        PostgresProspects::talk,
        facility.value(),
        dischargeId);
  }

  private Optional<Prospect> prospect(
      Statements statements, FacilityId facility, UUID dischargeId, List<Talk> talks) {
    return statements.row(
        """
        SELECT d.day,
          ARRAY(
            SELECT r.touchpoint FROM response r
            WHERE r.facility_id = d.facility_id AND r.discharge_id = d.discharge_id
              AND r.standing IN ('open', 'complete')) AS answered,
          %s
        FROM discharge d
        LEFT JOIN contact k ON k.facility_id = d.facility_id AND k.discharge_id = d.discharge_id
        WHERE d.facility_id = ? AND d.discharge_id = ?
        """
            .formatted(Patients.COLUMNS),
        row ->
            new Prospect(
                row.day("day"),
                patient(facility, row),
                talks,
                answered(row),
                row.instants("started")),
        facility.value(),
        dischargeId);
  }

  /** A number that cannot be read is none that could be texted. */
  private Patient patient(FacilityId facility, Row row) {
    try {
      return patients.patient(facility, row);
    } catch (Vault.Unsealable e) {
      return Patients.unreadable(row);
    }
  }

  private static Set<Touchpoint> answered(Row row) {
    return row.texts("answered").stream()
        .flatMap(code -> Touchpoint.of(code).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Talk talk(Row row) {
    return new Talk(
        Touchpoint.of(row.text("touchpoint")).orElseThrow(),
        Conversation.State.of(row.text("state")),
        row.optionalText("ended_because"),
        row.instant("due_at"),
        row.instant("expires_at"),
        row.optionalInstant("remind_at"),
        row.integer("reminded"));
  }
}

package org.homeward.plan.postgres;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.homeward.db.Database;
import org.homeward.db.Row;
import org.homeward.db.Statements;
import org.homeward.facility.FacilityId;
import org.homeward.plan.Caps;
import org.homeward.plan.Followup;
import org.homeward.plan.OutreachPlan;
import org.homeward.plan.OutreachPlans;
import org.homeward.plan.Reminders;
import org.homeward.plan.SendWindow;
import org.homeward.survey.Touchpoint;

/** Every edition of every plan; the highest number is in force. */
public final class PostgresOutreachPlans implements OutreachPlans {
  private static final int SHOWN = 50;

  private final Database database;

  public PostgresOutreachPlans(Database database) {
    this.database = database;
  }

  @Override
  public Edition inForce(FacilityId facility) {
    return newest(facility, 1).stream().findFirst().orElse(Edition.USUAL);
  }

  @Override
  public List<Edition> history(FacilityId facility) {
    return newest(facility, SHOWN);
  }

  @Override
  public boolean set(FacilityId facility, Edition edition) {
    return database.transact(
        statements -> {
          boolean free = insert(statements, facility, edition);
          if (free) {
            edition
                .plan()
                .followups()
                .forEach(followup -> insert(statements, facility, edition.number(), followup));
          }
          return free;
        });
  }

  private static boolean insert(Statements statements, FacilityId facility, Edition edition) {
    OutreachPlan plan = edition.plan();
    return statements.change(
            """
            INSERT INTO outreach_plan (facility_id, edition, opens, closes, preferred, reminders,
              remind_after_hours, daily_cap, weekly_cap, set_by, set_at)
            SELECT ?, ?, CAST(? AS time), CAST(? AS time), CAST(? AS time), ?, ?, ?, ?, ?, ?
            WHERE ? = 1 + (
              SELECT coalesce(max(p.edition), 0) FROM outreach_plan p WHERE p.facility_id = ?)
            ON CONFLICT (facility_id, edition) DO NOTHING
            """,
            facility.value(),
            edition.number(),
            plan.window().opens().toString(),
            plan.window().closes().toString(),
            plan.preferred().toString(),
            plan.reminders().most(),
            Math.toIntExact(plan.reminders().after().toHours()),
            plan.caps().daily(),
            plan.caps().weekly(),
            edition.setBy().orElseThrow(),
            edition.setAt().orElseThrow(),
            edition.number(),
            facility.value())
        == 1;
  }

  private static void insert(
      Statements statements, FacilityId facility, int edition, Followup followup) {
    statements.change(
        """
        INSERT INTO outreach_followup (facility_id, edition, touchpoint, answering_days)
        VALUES (?, ?, ?, ?)
        """,
        facility.value(),
        edition,
        followup.touchpoint().code(),
        Math.toIntExact(followup.answering().toDays()));
  }

  private List<Edition> newest(FacilityId facility, int most) {
    return database.rows(
        """
        SELECT p.edition, to_char(p.opens, 'HH24:MI') AS opens, to_char(p.closes, 'HH24:MI') AS closes,
          to_char(p.preferred, 'HH24:MI') AS preferred, p.reminders, p.remind_after_hours, p.daily_cap,
          p.weekly_cap, p.set_by, p.set_at,
          ARRAY(
            SELECT f.touchpoint || ' ' || f.answering_days FROM outreach_followup f
            WHERE f.facility_id = p.facility_id AND f.edition = p.edition) AS followups
        FROM outreach_plan p
        WHERE p.facility_id = ?
        ORDER BY p.edition DESC
        LIMIT ?
        """,
        PostgresOutreachPlans::edition,
        facility.value(),
        most);
  }

  private static Edition edition(Row row) {
    List<Followup> followups = new ArrayList<>();
    for (String followup : row.texts("followups")) {
      int space = followup.indexOf(' ');
      followups.add(
          new Followup(
              Touchpoint.of(followup.substring(0, space)).orElseThrow(),
              Duration.ofDays(Integer.parseInt(followup.substring(space + 1)))));
    }
    return new Edition(
        row.integer("edition"),
        new OutreachPlan(
            followups,
            new SendWindow(LocalTime.parse(row.text("opens")), LocalTime.parse(row.text("closes"))),
            LocalTime.parse(row.text("preferred")),
            new Reminders(
                row.integer("reminders"), Duration.ofHours(row.integer("remind_after_hours"))),
            new Caps(row.integer("daily_cap"), row.integer("weekly_cap"))),
        Optional.of(row.text("set_by")),
        Optional.of(row.instant("set_at")));
  }
}

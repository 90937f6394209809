package org.homeward.metrics.postgres;

import org.homeward.db.Statements;
import org.homeward.facility.FacilityId;
import org.homeward.metrics.Rollups;

/** Rollups in PostgreSQL. Triggers write the differences (see the migration that makes them). */
public final class PostgresRollups implements Rollups {
  private final Statements database;

  public PostgresRollups(Statements database) {
    this.database = database;
  }

  /**
   * Taking differences out and adding them in is one statement, so that no reader sees them twice
   * or not at all. What another folder holds is skipped; cells are written in the order of their
   * key, so that folders wait for one another but never in a circle.
   */
  @Override
  public int fold(FacilityId facility, int limit) {
    return database
        .row(
            """
            WITH taken AS (
              DELETE FROM rollup_delta
              WHERE facility_id = ? AND delta_id IN (
                SELECT delta_id FROM rollup_delta WHERE facility_id = ?
                ORDER BY delta_id LIMIT ? FOR UPDATE SKIP LOCKED)
              RETURNING facility_id, day, unit_id, touchpoint, channel, language, respondent, walk_up, instrument,
                responses, diagnosis_yes, diagnosis_partly, diagnosis_no,
                treatment_yes, treatment_partly, treatment_no,
                next_steps_yes, next_steps_partly, next_steps_no, all_answered, all_yes
            ), folded AS (
              INSERT INTO rollup AS kept (
                facility_id, day, unit_id, touchpoint, channel, language, respondent, walk_up, instrument,
                responses, diagnosis_yes, diagnosis_partly, diagnosis_no,
                treatment_yes, treatment_partly, treatment_no,
                next_steps_yes, next_steps_partly, next_steps_no, all_answered, all_yes)
              SELECT
                facility_id, day, unit_id, touchpoint, channel, language, respondent, walk_up, instrument,
                sum(responses), sum(diagnosis_yes), sum(diagnosis_partly), sum(diagnosis_no),
                sum(treatment_yes), sum(treatment_partly), sum(treatment_no),
                sum(next_steps_yes), sum(next_steps_partly), sum(next_steps_no), sum(all_answered), sum(all_yes)
              FROM taken
              GROUP BY facility_id, touchpoint, channel, walk_up, day, unit_id, language, respondent, instrument
              ORDER BY facility_id, touchpoint, channel, walk_up, day, unit_id, language, respondent, instrument
              ON CONFLICT (facility_id, touchpoint, channel, walk_up, day, unit_id, language, respondent, instrument)
              DO UPDATE SET
                responses = kept.responses + excluded.responses,
                diagnosis_yes = kept.diagnosis_yes + excluded.diagnosis_yes,
                diagnosis_partly = kept.diagnosis_partly + excluded.diagnosis_partly,
                diagnosis_no = kept.diagnosis_no + excluded.diagnosis_no,
                treatment_yes = kept.treatment_yes + excluded.treatment_yes,
                treatment_partly = kept.treatment_partly + excluded.treatment_partly,
                treatment_no = kept.treatment_no + excluded.treatment_no,
                next_steps_yes = kept.next_steps_yes + excluded.next_steps_yes,
                next_steps_partly = kept.next_steps_partly + excluded.next_steps_partly,
                next_steps_no = kept.next_steps_no + excluded.next_steps_no,
                all_answered = kept.all_answered + excluded.all_answered,
                all_yes = kept.all_yes + excluded.all_yes
            )
            SELECT count(*) AS differences FROM taken
            """,
            row -> row.integer("differences"),
            facility.value(),
            facility.value(),
            limit)
        .orElseThrow();
  }
}

package org.homeward.metrics.postgres;

import java.time.LocalDate;
import java.util.SplittableRandom;
import java.util.UUID;
import org.homeward.db.ConstraintViolated;
import org.homeward.db.Database;
import org.homeward.db.Statements;
import org.homeward.facility.Unit;

/**
 * Everything that can happen to counts, in a seeded order, on rows that other writers touch too.
 */
final class Wardwork {
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
  private static final String[] ANSWERS = {"yes", "partly", "no"};

  private final Database database = Hospital.DATABASE;
  private final Hospital hospital;
  private final SplittableRandom random;

  Wardwork(Hospital hospital, long seed) {
    this.hospital = hospital;
    this.random = new SplittableRandom(seed);
  }

  /** Says how many deeds were done; those that were refused or called off must leave nothing. */
  int perform(int deeds) {
    int done = 0;
    for (int i = 0; i < deeds; i++) {
      try {
        deed(random.nextInt(11));
        done++;
      } catch (ConstraintViolated e) {
        // A touchpoint that is used up, or a complete response without answers.
      } catch (CalledOff e) {
        // Rolled back on purpose.
      }
    }
    return done;
  }

  private void deed(int which) {
    switch (which) {
      case 0 -> hospital.answered(unit(), day(), answer(), 1 + random.nextInt(3));
      case 1 -> hospital.walkedUp(unit(), day(), answer(), 1 + random.nextInt(3));
      case 2 -> open();
      case 3, 4 -> grow(database);
      case 5 -> change("voided_at = CASE WHEN voided_at IS NULL THEN now() END");
      case 6 -> move();
      case 7 ->
          change("standing = '%s'".formatted(random.nextInt(3) == 0 ? "complete" : "superseded"));
      case 8 -> erase();
      case 9 -> retain(database, "imported", 1 + random.nextInt(5));
      default -> callOff();
    }
  }

  /** A follow-up that has no answer yet. */
  private void open() {
    database.change(
        """
        INSERT INTO response (facility_id, response_id, discharge_id, unit_id, touchpoint, channel, respondent,
          language, instrument, standing, day, answered_at, received_at)
        SELECT facility_id, gen_random_uuid(), discharge_id, unit_id, 'day-2', 'sms', 'patient', language, 1,
          'open', day, now(), now()
        FROM discharge WHERE facility_id = ? ORDER BY md5(CAST(discharge_id AS text) || ?) LIMIT 2
        ON CONFLICT DO NOTHING
        """,
        hospital.id.value(),
        salt());
  }

  private void grow(Statements statements) {
    String item = new String[] {"diagnosis", "treatment", "next_steps"}[random.nextInt(3)];
    statements.change(
        """
        UPDATE response SET %s = ?
        WHERE facility_id = ? AND standing <> 'erased' AND response_id = (
          SELECT response_id FROM response WHERE facility_id = ? ORDER BY md5(CAST(response_id AS text) || ?) LIMIT 1)
        """
            .formatted(item),
        random.nextInt(6) == 0 ? null : answer(),
        hospital.id.value(),
        hospital.id.value(),
        salt());
  }

  private void change(String what) {
    database.change(
        """
        UPDATE response SET %s
        WHERE facility_id = ? AND standing <> 'erased' AND response_id = (
          SELECT response_id FROM response WHERE facility_id = ? ORDER BY md5(CAST(response_id AS text) || ?) LIMIT 1)
        """
            .formatted(what),
        hospital.id.value(),
        hospital.id.value(),
        salt());
  }

  /** A discharge is corrected: its responses go to another day and unit. */
  private void move() {
    database.change(
        """
        UPDATE response SET day = ?, unit_id = ?
        WHERE facility_id = ? AND discharge_id = (
          SELECT discharge_id FROM discharge WHERE facility_id = ? ORDER BY md5(CAST(discharge_id AS text) || ?) LIMIT 1)
        """,
        day(),
        unit().id().value(),
        hospital.id.value(),
        hospital.id.value(),
        salt());
  }

  private void erase() {
    database.transact(
        statements -> {
          statements.change(
              """
              UPDATE response SET standing = 'erased', discharge_id = NULL, kiosk_id = NULL,
                diagnosis = NULL, treatment = NULL, next_steps = NULL
              WHERE facility_id = ? AND response_id = (
                SELECT response_id FROM response WHERE facility_id = ? ORDER BY md5(CAST(response_id AS text) || ?) LIMIT 1)
              """,
              hospital.id.value(),
              hospital.id.value(),
              salt());
          retain(statements, "erased", 1);
          return null;
        });
  }

  private void retain(Statements statements, String reason, int times) {
    statements.change(
        """
        INSERT INTO retained_count (facility_id, day, unit_id, touchpoint, channel, language, respondent, walk_up,
          instrument, responses, diagnosis_yes, diagnosis_partly, diagnosis_no, treatment_yes, treatment_partly,
          treatment_no, next_steps_yes, next_steps_partly, next_steps_no, all_answered, all_yes,
          retained_id, reason, retained_at)
        VALUES (?, ?, ?, 'at-discharge', 'import', 'en', 'patient', false, 1, ?, ?, 0, 0, 0, ?, 0, 0, 0, 0, 0, 0,
          ?, ?, now())
        """,
        hospital.id.value(),
        day(),
        unit().id().value(),
        times,
        times,
        times,
        UUID.randomUUID(),
        reason);
    statements.change(
        """
        UPDATE retained_count SET voided_at = now()
        WHERE facility_id = ? AND voided_at IS NULL AND retained_id = (
          SELECT retained_id FROM retained_count WHERE facility_id = ?
          ORDER BY md5(CAST(retained_id AS text) || ?) LIMIT 1)
        """,
        hospital.id.value(),
        hospital.id.value(),
        salt());
  }

  private void callOff() {
    database.transact(
        statements -> {
          grow(statements);
          retain(statements, "imported", 3);
          throw new CalledOff();
        });
  }

  private static final class CalledOff extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private Unit unit() {
    return random.nextBoolean() ? hospital.ward4 : hospital.ward5;
  }

  private LocalDate day() {
    return MONDAY.plusDays(random.nextInt(3));
  }

  private String answer() {
    return ANSWERS[random.nextInt(ANSWERS.length)];
  }

  private String salt() {
    return Long.toString(random.nextLong());
  }
}

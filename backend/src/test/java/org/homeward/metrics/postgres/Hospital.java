package org.homeward.metrics.postgres;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeward.db.Database;
import org.homeward.db.TestDatabase;
import org.homeward.facility.Facility;
import org.homeward.facility.FacilityId;
import org.homeward.facility.Unit;
import org.homeward.facility.UnitId;
import org.homeward.facility.postgres.PostgresFacilities;

/**
 * A facility of its own for one test, with two units, and the answers that the test writes down.
 */
public final class Hospital {
  public static final Database DATABASE = TestDatabase.database();

  public final Unit ward4 = new Unit(new UnitId(UUID.randomUUID()), "Ward 4");
  public final Unit ward5 = new Unit(new UnitId(UUID.randomUUID()), "Ward 5");
  public final FacilityId id = new FacilityId(UUID.randomUUID());

  public Hospital() {
    PostgresFacilities facilities = new PostgresFacilities(DATABASE);
    facilities.add(
        new Facility(
            id,
            "Lakeside",
            ZoneId.of("America/Chicago"),
            List.of("en", "es"),
            Optional.empty(),
            false,
            List.of(),
            List.of()));
    facilities.addUnit(id, ward4);
    facilities.addUnit(id, ward5);
    DATABASE.change("INSERT INTO instrument (version) VALUES (1) ON CONFLICT DO NOTHING");
  }

  public Facility facility() {
    return new PostgresFacilities(DATABASE).find(id).orElseThrow();
  }

  /** Discharges of a day, each with three answers at discharge on a kiosk. */
  public void answered(Unit unit, LocalDate day, String answer, int times) {
    answered(unit, day, "at-discharge", "kiosk", "en", answer, times);
  }

  public void answered(
      Unit unit,
      LocalDate day,
      String touchpoint,
      String channel,
      String language,
      String answer,
      int times) {
    DATABASE.change(
        """
        WITH left_today AS (
          INSERT INTO discharge (facility_id, discharge_id, unit_id, visit_number, visit_code, discharged_at, day,
            language, standing_at, created_at)
          SELECT ?, gen_random_uuid(), ?, CAST(gen_random_uuid() AS text),
            upper(substr(md5(CAST(gen_random_uuid() AS text)), 1, 8)), now(), ?, ?, now(), now()
          FROM generate_series(1, ?)
          RETURNING facility_id, discharge_id, unit_id, language, day
        )
        INSERT INTO response (facility_id, response_id, discharge_id, unit_id, touchpoint, channel, respondent,
          language, instrument, standing, day, diagnosis, treatment, next_steps, answered_at, received_at)
        SELECT facility_id, gen_random_uuid(), discharge_id, unit_id, ?, ?, 'patient', language, 1, 'complete', day,
          ?, ?, ?, now(), now()
        FROM left_today
        """,
        id.value(),
        unit.id().value(),
        day,
        language,
        times,
        touchpoint,
        channel,
        answer,
        answer,
        answer);
  }

  /** Answers on a kiosk that belong to no discharge. */
  public void walkedUp(Unit unit, LocalDate day, String answer, int times) {
    DATABASE.change(
        """
        INSERT INTO response (facility_id, response_id, unit_id, touchpoint, channel, respondent,
          language, instrument, standing, day, diagnosis, treatment, next_steps, answered_at, received_at)
        SELECT ?, gen_random_uuid(), ?, 'at-discharge', 'kiosk', 'patient', 'en', 1, 'complete', ?, ?, ?, ?, now(), now()
        FROM generate_series(1, ?)
        """,
        id.value(),
        unit.id().value(),
        day,
        answer,
        answer,
        answer,
        times);
  }
}

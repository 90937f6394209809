package org.homeward.kiosk.postgres;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeward.db.ConstraintViolated;
import org.homeward.db.Statements;
import org.homeward.discharge.Discharges;
import org.homeward.facility.FacilityId;
import org.homeward.facility.UnitId;
import org.homeward.kiosk.Pins;

/** PINs in PostgreSQL. */
public final class PostgresPins implements Pins {
  private final Statements database;
  private final InstantSource clock;

  public PostgresPins(Statements database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public void set(FacilityId facility, UnitId unit, String hash, UUID by) {
    try {
      database.change(
          """
          INSERT INTO unit_pin (facility_id, unit_id, pin_hash, set_at, set_by) VALUES (?, ?, ?, ?, ?)
          ON CONFLICT (facility_id, unit_id) DO UPDATE SET
            pin_hash = excluded.pin_hash, set_at = excluded.set_at, set_by = excluded.set_by
          """,
          facility.value(),
          unit.value(),
          hash,
          clock.instant(),
          by);
    } catch (ConstraintViolated e) {
      if (e.constraint().contains("unit_id")) {
        throw new Discharges.UnitUnknown();
      }
      throw e;
    }
  }

  @Override
  public boolean remove(FacilityId facility, UnitId unit) {
    return database.change(
            "DELETE FROM unit_pin WHERE facility_id = ? AND unit_id = ?",
            facility.value(),
            unit.value())
        == 1;
  }

  @Override
  public Optional<String> hash(FacilityId facility, UnitId unit) {
    return database.row(
        "SELECT pin_hash FROM unit_pin WHERE facility_id = ? AND unit_id = ?",
        row -> row.text("pin_hash"),
        facility.value(),
        unit.value());
  }

  @Override
  public List<Set> list(FacilityId facility) {
    return database.rows(
        "SELECT unit_id, set_at FROM unit_pin WHERE facility_id = ? ORDER BY unit_id",
        row -> new Set(new UnitId(row.uuid("unit_id")), row.instant("set_at")),
        facility.value());
  }
}

package org.homeward.kiosk.postgres;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.homeward.db.ConstraintViolated;
import org.homeward.db.Database;
import org.homeward.db.Row;
import org.homeward.db.Statements;
import org.homeward.discharge.Discharges;
import org.homeward.facility.FacilityId;
import org.homeward.facility.Ids;
import org.homeward.facility.UnitId;
import org.homeward.kiosk.Condition;
import org.homeward.kiosk.EnrolmentCode;
import org.homeward.kiosk.Kiosk;
import org.homeward.kiosk.Kiosks;
import org.homeward.token.Token;

/** Kiosks in PostgreSQL. */
public final class PostgresKiosks implements Kiosks {
  private final Database database;
  private final Ids ids;
  private final InstantSource clock;

  public PostgresKiosks(Database database, Ids ids, InstantSource clock) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public void invite(
      FacilityId facility, UnitId unit, String name, EnrolmentCode code, Instant expiresAt) {
    refusingUnknownUnits(
        () ->
            database.change(
                """
                INSERT INTO kiosk_enrolment (code_hash, facility_id, unit_id, name, expires_at)
                VALUES (?, ?, ?, ?, ?)
                """,
                code.hash(),
                facility.value(),
                unit.value(),
                name,
                expiresAt));
  }

  /**
   * The code's row is taken out in the transaction that adds the kiosk: of two tablets one finds
   * it.
   */
  @Override
  public Optional<Enrolled> enrol(EnrolmentCode code) {
    return database.transact(
        statements ->
            statements
                .row(
                    """
                    DELETE FROM kiosk_enrolment WHERE code_hash = ? AND expires_at > ?
                    RETURNING facility_id, unit_id, name
                    """,
                    row ->
                        new Invitation(
                            new FacilityId(row.uuid("facility_id")),
                            new UnitId(row.uuid("unit_id")),
                            row.text("name")),
                    code.hash(),
                    clock.instant())
                .map(invitation -> add(statements, invitation)));
  }

  private record Invitation(FacilityId facility, UnitId unit, String name) {}

  private Enrolled add(Statements statements, Invitation invitation) {
    Token token = Token.random(invitation.facility());
    UUID id = ids.next();
    Instant now = clock.instant();
    statements.change(
        """
        INSERT INTO kiosk (facility_id, kiosk_id, unit_id, name, token_hash, enrolled_at, last_contact_at)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        invitation.facility().value(),
        id,
        invitation.unit().value(),
        invitation.name(),
        token.hash(),
        now,
        now);
    return new Enrolled(
        statements
            .row(
                SELECT + "AND kiosk_id = ?",
                PostgresKiosks::kiosk,
                invitation.facility().value(),
                id)
            .orElseThrow(),
        token);
  }

  private static final String COLUMNS =
      """
      facility_id, kiosk_id, unit_id, name, enrolled_at, last_contact_at, app_version, unsent, unsent_since,
      quarantined, storage_persisted, battery_percent, charging, clock_ahead_seconds, locked_at, revoked_at
      """;

  private static final String SELECT = "SELECT " + COLUMNS + " FROM kiosk WHERE facility_id = ? ";

  @Override
  public Optional<Kiosk> find(Token token) {
    return database.row(
        SELECT + "AND token_hash = ?",
        PostgresKiosks::kiosk,
        token.facility().value(),
        token.hash());
  }

  @Override
  public List<Kiosk> list(FacilityId facility) {
    return database.rows(
        SELECT + "ORDER BY revoked_at IS NOT NULL, name, kiosk_id",
        PostgresKiosks::kiosk,
        facility.value());
  }

  @Override
  public void contacted(Kiosk kiosk, Optional<String> appVersion) {
    database.change(
        """
        UPDATE kiosk SET last_contact_at = ?, app_version = coalesce(?, app_version)
        WHERE facility_id = ? AND kiosk_id = ?
        """,
        clock.instant(),
        appVersion.orElse(null),
        kiosk.facility().value(),
        kiosk.id());
  }

  @Override
  public void reported(Kiosk kiosk, Optional<String> appVersion, Condition condition) {
    database.change(
        """
        UPDATE kiosk SET last_contact_at = ?, app_version = coalesce(?, app_version),
          unsent = ?, unsent_since = CAST(? AS timestamptz), quarantined = ?,
          storage_persisted = CAST(? AS boolean), battery_percent = CAST(? AS integer),
          charging = CAST(? AS boolean), clock_ahead_seconds = ?
        WHERE facility_id = ? AND kiosk_id = ?
        """,
        clock.instant(),
        appVersion.orElse(null),
        condition.unsent(),
        condition.unsentSince().orElse(null),
        condition.quarantined(),
        condition.storagePersisted().orElse(null),
        condition.batteryPercent().orElse(null),
        condition.charging().orElse(null),
        condition.clockAhead().toSeconds(),
        kiosk.facility().value(),
        kiosk.id());
  }

  @Override
  public Optional<Kiosk> rearrange(
      FacilityId facility, UUID kiosk, Optional<String> name, Optional<UnitId> unit) {
    return refusingUnknownUnits(
        () ->
            database.row(
                """
                UPDATE kiosk SET name = coalesce(CAST(? AS text), name),
                  unit_id = coalesce(CAST(? AS uuid), unit_id)
                WHERE facility_id = ? AND kiosk_id = ?
                RETURNING
                """
                    + COLUMNS,
                PostgresKiosks::kiosk,
                name.orElse(null),
                unit.map(UnitId::value).orElse(null),
                facility.value(),
                kiosk));
  }

  @Override
  public boolean lock(FacilityId facility, UUID kiosk) {
    return database.change(
            """
            UPDATE kiosk SET locked_at = coalesce(locked_at, ?)
            WHERE facility_id = ? AND kiosk_id = ?
            """,
            clock.instant(),
            facility.value(),
            kiosk)
        == 1;
  }

  @Override
  public boolean unlock(FacilityId facility, UUID kiosk) {
    return database.change(
            "UPDATE kiosk SET locked_at = NULL WHERE facility_id = ? AND kiosk_id = ?",
            facility.value(),
            kiosk)
        == 1;
  }

  @Override
  public boolean revoke(FacilityId facility, UUID kiosk) {
    return database.change(
            """
            UPDATE kiosk SET revoked_at = coalesce(revoked_at, ?)
            WHERE facility_id = ? AND kiosk_id = ?
            """,
            clock.instant(),
            facility.value(),
            kiosk)
        == 1;
  }

  private static <T> T refusingUnknownUnits(Supplier<T> work) {
    try {
      return work.get();
    } catch (ConstraintViolated e) {
      if (e.constraint().contains("unit_id")) {
        throw new Discharges.UnitUnknown();
      }
      throw e;
    }
  }

  private static Kiosk kiosk(Row row) {
    return new Kiosk(
        new FacilityId(row.uuid("facility_id")),
        row.uuid("kiosk_id"),
        new UnitId(row.uuid("unit_id")),
        row.text("name"),
        row.instant("enrolled_at"),
        row.optionalInstant("last_contact_at"),
        row.optionalText("app_version"),
        row.optionalInteger("unsent").map(unsent -> condition(row, unsent)),
        row.optionalInstant("locked_at"),
        row.optionalInstant("revoked_at"));
  }

  private static Condition condition(Row row, int unsent) {
    return new Condition(
        unsent,
        row.optionalInstant("unsent_since"),
        row.integer("quarantined"),
        row.optionalFlag("storage_persisted"),
        row.optionalInteger("battery_percent"),
        row.optionalFlag("charging"),
        Duration.ofSeconds(row.whole("clock_ahead_seconds")));
  }
}

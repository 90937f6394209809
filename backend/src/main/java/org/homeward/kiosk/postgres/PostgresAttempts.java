package org.homeward.kiosk.postgres;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.homeward.db.Statements;
import org.homeward.facility.FacilityId;
import org.homeward.kiosk.Attempts;
import org.homeward.kiosk.Limit;

/** Attempts in PostgreSQL. */
public final class PostgresAttempts implements Attempts {
  private final Statements database;
  private final InstantSource clock;

  public PostgresAttempts(Statements database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  private record Counted(Instant since, int attempts) {}

  /** The upsert holds the tablet's row, so that attempts at once are counted one after another. */
  @Override
  public Optional<Duration> count(FacilityId facility, UUID kiosk, Limit limit) {
    Instant now = clock.instant();
    Instant windowBefore = now.minus(limit.window());
    Counted counted =
        database
            .row(
                """
                INSERT INTO kiosk_attempts AS a (facility_id, kiosk_id, kind, since, attempts)
                VALUES (?, ?, ?, ?, 1)
                ON CONFLICT (facility_id, kiosk_id, kind) DO UPDATE SET
                  since = CASE WHEN a.since <= ? THEN excluded.since ELSE a.since END,
                  attempts = CASE WHEN a.since <= ? THEN 1 ELSE least(a.attempts + 1, ?) END
                RETURNING since, attempts
                """,
                row -> new Counted(row.instant("since"), row.integer("attempts")),
                facility.value(),
                kiosk,
                limit.code(),
                now,
                windowBefore,
                windowBefore,
                limit.attempts() + 1)
            .orElseThrow();
    return counted.attempts() <= limit.attempts()
        ? Optional.empty()
        : Optional.of(Duration.between(now, counted.since().plus(limit.window())));
  }

  @Override
  public void giveBack(FacilityId facility, UUID kiosk, Limit limit) {
    database.change(
        """
        UPDATE kiosk_attempts SET attempts = attempts - 1
        WHERE facility_id = ? AND kiosk_id = ? AND kind = ? AND attempts > 0
        """,
        facility.value(),
        kiosk,
        limit.code());
  }

  @Override
  public void clear(FacilityId facility, UUID kiosk, Limit limit) {
    database.change(
        "DELETE FROM kiosk_attempts WHERE facility_id = ? AND kiosk_id = ? AND kind = ?",
        facility.value(),
        kiosk,
        limit.code());
  }
}

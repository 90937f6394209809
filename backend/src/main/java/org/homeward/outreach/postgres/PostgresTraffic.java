package org.homeward.outreach.postgres;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeward.db.Database;
import org.homeward.db.Row;
import org.homeward.db.Statements;
import org.homeward.facility.FacilityId;
import org.homeward.outreach.Pace;
import org.homeward.outreach.Traffic;

/**
 * Traffic by a row for each sender and one for the account, from which all copies of the service
 * take their share. The account is no facility's, so its row is never locked together with one of a
 * facility's.
 */
public final class PostgresTraffic implements Traffic {
  private static final Duration UNTIL_A_STEP_FASTER = Duration.ofMinutes(5);
  private static final int MOST_SLOWNESS = 6;

  private final Database database;
  private final String account;
  private final Pace ofSender;
  private final Pace ofAccount;

  /** For one account at the carrier; {@code ofSender} holds for each of its senders alike. */
  public PostgresTraffic(Database database, String account, Pace ofSender, Pace ofAccount) {
    this.database = database;
    this.account = account;
    this.ofSender = ofSender;
    this.ofAccount = ofAccount;
  }

  private record Lane(
      Instant spentUntil, Optional<Instant> heldUntil, boolean stopped, int slowness) {
    static Lane of(Row row, Instant now) {
      long steps =
          row.optionalInstant("slowed_at")
              .map(at -> Duration.between(at, now).dividedBy(UNTIL_A_STEP_FASTER))
              .orElse(0L);
      return new Lane(
          row.instant("spent_until"),
          row.optionalInstant("held_until"),
          row.optionalInstant("stopped_at").isPresent(),
          (int) Math.max(0, row.integer("slowness") - steps));
    }

    boolean holds(Instant now) {
      return stopped || heldUntil.filter(now::isBefore).isPresent();
    }
  }

  @Override
  public int take(FacilityId facility, String sender, int wanted, Instant now) {
    int throughAccount = takeOfAccount(wanted, now);
    if (throughAccount == 0) {
      return 0;
    }
    int taken =
        database.transact(
            statements -> takeOfSender(statements, facility, sender, throughAccount, now));
    giveBackToAccount(throughAccount - taken);
    return taken;
  }

  private int takeOfAccount(int wanted, Instant now) {
    return database.transact(
        statements -> {
          if (ofAccount.limited()) {
            statements.change(
                "INSERT INTO account_traffic (account, spent_until) VALUES (?, ?) ON CONFLICT DO NOTHING",
                account,
                now);
          }
          Optional<Lane> lane =
              statements.row(
                  """
                  SELECT spent_until, held_until, NULL AS stopped_at, 0 AS slowness, NULL AS slowed_at
                  FROM account_traffic WHERE account = ? FOR UPDATE
                  """,
                  row -> Lane.of(row, now),
                  account);
          if (lane.isEmpty()) {
            return wanted;
          }
          if (lane.get().holds(now)) {
            return 0;
          }
          Pace.Allowance allowance = ofAccount.take(lane.get().spentUntil(), wanted, now);
          if (ofAccount.limited()) {
            statements.change(
                "UPDATE account_traffic SET spent_until = ? WHERE account = ?",
                allowance.spentUntil(),
                account);
          }
          return allowance.texts();
        });
  }

  private int takeOfSender(
      Statements statements, FacilityId facility, String sender, int wanted, Instant now) {
    if (ofSender.limited()) {
      addLane(statements, facility, sender, now);
    }
    Optional<Lane> lane =
        statements.row(
            """
            SELECT spent_until, held_until, stopped_at, slowness, slowed_at FROM sender_traffic
            WHERE facility_id = ? AND sender = ? FOR UPDATE
            """,
            row -> Lane.of(row, now),
            facility.value(),
            sender);
    if (lane.isEmpty()) {
      return wanted;
    }
    if (lane.get().holds(now)) {
      return 0;
    }
    Pace.Allowance allowance =
        ofSender.slowedBy(lane.get().slowness()).take(lane.get().spentUntil(), wanted, now);
    if (ofSender.limited()) {
      statements.change(
          "UPDATE sender_traffic SET spent_until = ? WHERE facility_id = ? AND sender = ?",
          allowance.spentUntil(),
          facility.value(),
          sender);
    }
    return allowance.texts();
  }

  private static void addLane(
      Statements statements, FacilityId facility, String sender, Instant now) {
    statements.change(
        """
        INSERT INTO sender_traffic (facility_id, sender, spent_until) VALUES (?, ?, ?)
        ON CONFLICT DO NOTHING
        """,
        facility.value(),
        sender,
        now);
  }

  @Override
  public void giveBack(FacilityId facility, String sender, int unused) {
    if (ofSender.limited() && unused > 0) {
      database.change(
          """
          UPDATE sender_traffic SET spent_until = spent_until - CAST(? AS double precision) * interval '1 second'
          WHERE facility_id = ? AND sender = ?
          """,
          unused / ofSender.perSecond(),
          facility.value(),
          sender);
    }
    giveBackToAccount(unused);
  }

  private void giveBackToAccount(int unused) {
    if (ofAccount.limited() && unused > 0) {
      database.change(
          """
          UPDATE account_traffic SET spent_until = spent_until - CAST(? AS double precision) * interval '1 second'
          WHERE account = ?
          """,
          unused / ofAccount.perSecond(),
          account);
    }
  }

  @Override
  public void slowDown(
      FacilityId facility, String sender, int errorCode, Instant until, Instant now) {
    UUID id = facility.value();
    database.transact(
        statements -> {
          addLane(statements, facility, sender, now);
          // Those of one batch are one: a second halving comes only when the first did not help.
          return statements.change(
              """
              UPDATE sender_traffic
              SET slowness = CASE WHEN held_until > ? THEN slowness ELSE least(slowness + 1, ?) END,
                slowed_at = ?, held_until = greatest(held_until, CAST(? AS timestamptz)), error_code = ?
              WHERE facility_id = ? AND sender = ?
              """,
              now,
              MOST_SLOWNESS,
              now,
              until,
              errorCode,
              id,
              sender);
        });
  }

  @Override
  public void stop(FacilityId facility, String sender, int errorCode, Instant now) {
    database.transact(
        statements -> {
          addLane(statements, facility, sender, now);
          return statements.change(
              """
              UPDATE sender_traffic SET stopped_at = coalesce(stopped_at, ?), error_code = ?
              WHERE facility_id = ? AND sender = ?
              """,
              now,
              errorCode,
              facility.value(),
              sender);
        });
  }

  @Override
  public boolean letGo(FacilityId facility, String sender) {
    return database.change(
            """
            UPDATE sender_traffic
            SET stopped_at = NULL, held_until = NULL, error_code = NULL, slowness = 0, slowed_at = NULL
            WHERE facility_id = ? AND sender = ? AND (stopped_at IS NOT NULL OR held_until IS NOT NULL)
            """,
            facility.value(),
            sender)
        == 1;
  }

  @Override
  public void pauseAccount(int errorCode, Instant until) {
    database.change(
        """
        INSERT INTO account_traffic (account, spent_until, held_until, error_code) VALUES (?, ?, ?, ?)
        ON CONFLICT (account) DO UPDATE
        SET held_until = greatest(account_traffic.held_until, excluded.held_until),
          error_code = excluded.error_code
        """,
        account,
        until,
        until,
        errorCode);
  }

  @Override
  public List<Standing> standings(FacilityId facility, Instant now) {
    Optional<Standing> paused =
        database.row(
            """
            SELECT account AS sender, NULL AS stopped_at, held_until, error_code FROM account_traffic
            WHERE account = ? AND held_until > ?
            """,
            PostgresTraffic::standing,
            account,
            now);
    return database
        .rows(
            """
            SELECT s.address AS sender, t.stopped_at,
              CASE WHEN t.held_until > ? THEN t.held_until END AS held_until,
              CASE WHEN t.stopped_at IS NOT NULL OR t.held_until > ? THEN t.error_code END AS error_code
            FROM sender s
            LEFT JOIN sender_traffic t ON t.facility_id = s.facility_id AND t.sender = s.address
            WHERE s.facility_id = ?
            ORDER BY s.created_at
            """,
            PostgresTraffic::standing,
            now,
            now,
            facility.value())
        .stream()
        .map(standing -> paused.map(account -> withAccount(standing, account)).orElse(standing))
        .toList();
  }

  private static Standing withAccount(Standing sender, Standing account) {
    return new Standing(
        sender.sender(),
        sender.stopped(),
        account.heldUntil(),
        sender.stopped().isPresent() ? sender.errorCode() : account.errorCode());
  }

  private static Standing standing(Row row) {
    return new Standing(
        row.text("sender"),
        row.optionalInstant("stopped_at"),
        row.optionalInstant("held_until"),
        row.optionalInteger("error_code"));
  }
}

package org.homeward.outreach.postgres;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.homeward.db.ConstraintViolated;
import org.homeward.db.Database;
import org.homeward.db.Row;
import org.homeward.facility.FacilityId;
import org.homeward.outreach.Clearance;
import org.homeward.outreach.Outbox;
import org.homeward.outreach.OutgoingText;
import org.homeward.outreach.Settlement;
import org.homeward.outreach.TextId;
import org.homeward.sms.StatusReport;
import org.homeward.vault.Vault;

/** The table {@code outgoing_text} as an outbox. */
public final class PostgresOutbox implements Outbox {
  private static final int BATCH = 100;

  private final Database database;
  private final TextRows texts;
  private final TextClaims claims;

  public PostgresOutbox(Database database, Vault vault) {
    this.database = database;
    this.texts = new TextRows(vault);
    this.claims = new TextClaims(texts);
  }

  @Override
  public List<String> sendersWithTextsDue(FacilityId facility, Instant now) {
    UUID id = facility.value();
    return database.rows(
        """
        WITH RECURSIVE lane (sender) AS (
          (SELECT sender FROM outgoing_text
           WHERE facility_id = ? AND status = 'waiting' ORDER BY sender LIMIT 1)
          UNION ALL
          SELECT (
            SELECT t.sender FROM outgoing_text t
            WHERE t.facility_id = ? AND t.status = 'waiting' AND t.sender > lane.sender
            ORDER BY t.sender LIMIT 1)
          FROM lane WHERE lane.sender IS NOT NULL)
        SELECT lane.sender FROM lane
        WHERE EXISTS (
          SELECT 1 FROM outgoing_text t
          WHERE t.facility_id = ? AND t.sender = lane.sender AND t.status = 'waiting' AND t.not_before <= ?)
        """,
        row -> row.text("sender"),
        id,
        id,
        id,
        now);
  }

  @Override
  public Batch claim(
      FacilityId facility,
      String sender,
      int most,
      Instant now,
      Function<Waiting, Clearance> clear) {
    return database.transact(
        statements -> claims.claim(statements, facility, sender, most, now, clear));
  }

  @Override
  public void settle(FacilityId facility, Map<TextId, Settlement> attempts, Instant now) {
    try {
      database.transact(statements -> new Settlements(statements, facility, now).write(attempts));
    } catch (ConstraintViolated e) {
      // The carrier's text of one of them is known as another of ours.
      attempts.forEach((text, settlement) -> settleAlone(facility, text, settlement, now));
    }
  }

  private void settleAlone(FacilityId facility, TextId text, Settlement settlement, Instant now) {
    try {
      database.transact(
          statements -> new Settlements(statements, facility, now).write(Map.of(text, settlement)));
    } catch (ConstraintViolated e) {
      database.transact(
          statements ->
              new Settlements(statements, facility, now)
                  .write(Map.of(text, new Settlement.Doubtful())));
    }
  }

  @Override
  public boolean report(FacilityId facility, TextId text, StatusReport report, Instant now) {
    try {
      return database.transact(
              statements -> new Settlements(statements, facility, now).report(Map.of(text, report)))
          == 1;
    } catch (ConstraintViolated e) {
      return false;
    }
  }

  @Override
  public void giveUpAttempts(FacilityId facility, Instant attemptedBefore, Instant now) {
    database.change(
        """
        UPDATE outgoing_text SET status = 'unknown', changed_at = ?
        WHERE facility_id = ? AND status = 'attempting' AND attempted_at < ?
        """,
        now,
        facility.value(),
        attemptedBefore);
  }

  @Override
  public List<Unsettled> unsettled(FacilityId facility, LookUp lookUp, Instant now) {
    return database
        .rows(
            """
            UPDATE outgoing_text t SET looked_up_at = ?
            FROM (
              SELECT facility_id, text_id FROM outgoing_text
              WHERE facility_id = ? AND status = 'unknown' AND attempted_at BETWEEN ? AND ?
                AND (looked_up_at IS NULL
                  OR looked_up_at <= CASE WHEN resent THEN CAST(? AS timestamptz) ELSE CAST(? AS timestamptz) END)
              ORDER BY looked_up_at NULLS FIRST, attempted_at
              LIMIT ?
              FOR UPDATE SKIP LOCKED) u
            WHERE t.facility_id = u.facility_id AND t.text_id = u.text_id
            RETURNING t.text_id, t.conversation_id, t.sender, t.recipient_sealed, t.purpose, t.body_sealed,
              t.not_before, t.attempted_at, t.resent
            """,
            row -> unsettled(facility, row),
            now,
            facility.value(),
            lookUp.attemptedFrom(),
            lookUp.attemptedUntil(),
            lookUp.resentLookedUpUntil(),
            lookUp.attemptedUntil(),
            BATCH)
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Unsettled> unsettled(FacilityId facility, Row row) {
    return opened(facility, row)
        .map(text -> new Unsettled(text, row.instant("attempted_at"), row.flag("resent")));
  }

  @Override
  public void sendOnceMore(FacilityId facility, TextId text, Instant now) {
    database.change(
        """
        UPDATE outgoing_text
        SET status = 'waiting', resent = true, not_before = ?, held_because = 'not-at-carrier',
          changed_at = ?
        WHERE facility_id = ? AND text_id = ? AND status = 'unknown' AND NOT resent
        """,
        now,
        now,
        facility.value(),
        text.value());
  }

  @Override
  public Optional<String> senderOf(FacilityId facility, TextId text) {
    return database.row(
        "SELECT sender FROM outgoing_text WHERE facility_id = ? AND text_id = ?",
        row -> row.text("sender"),
        facility.value(),
        text.value());
  }

  @Override
  public void repeat(FacilityId facility, TextId text, TextId as, Instant notBefore, Instant now) {
    database
        .row(
            """
            SELECT text_id, conversation_id, sender, recipient_sealed, purpose, body_sealed, not_before
            FROM outgoing_text
            WHERE facility_id = ? AND text_id = ? AND repeats IS NULL
              AND status IN ('undelivered', 'failed')
            """,
            row -> opened(facility, row),
            facility.value(),
            text.value())
        .flatMap(opened -> opened)
        .ifPresent(
            said ->
                database.transact(
                    statements -> {
                      texts.insert(
                          statements, facility, said.anew(as, notBefore), Optional.of(text), now);
                      return true;
                    }));
  }

  private Optional<OutgoingText> opened(FacilityId facility, Row row) {
    try {
      return Optional.of(texts.open(facility, row));
    } catch (Vault.Unsealable e) {
      return Optional.empty();
    }
  }
}

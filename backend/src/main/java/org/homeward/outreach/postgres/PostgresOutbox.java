package org.homeward.outreach.postgres;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.homeward.db.ConstraintViolated;
import org.homeward.db.Database;
import org.homeward.db.Row;
import org.homeward.facility.FacilityId;
import org.homeward.outreach.Clearance;
import org.homeward.outreach.Outbox;
import org.homeward.outreach.TextId;
import org.homeward.outreach.TextStatus;
import org.homeward.sms.StatusReport;
import org.homeward.vault.Vault;

/** The table {@code outgoing_text} as an outbox. */
public final class PostgresOutbox implements Outbox {
  private static final int BATCH = 20;

  private final Database database;
  private final TextRows texts;
  private final TextClaims claims;

  public PostgresOutbox(Database database, Vault vault) {
    this.database = database;
    this.texts = new TextRows(vault);
    this.claims = new TextClaims(texts);
  }

  @Override
  public Claim claim(FacilityId facility, Instant now, Function<Waiting, Clearance> clear) {
    return database.transact(statements -> claims.claim(statements, facility, now, clear));
  }

  @Override
  public boolean report(FacilityId facility, TextId text, StatusReport report, Instant now) {
    try {
      return database.transact(
          statements -> {
            Optional<TextStatus> status =
                statements.row(
                    """
                    SELECT status FROM outgoing_text WHERE facility_id = ? AND text_id = ? FOR UPDATE
                    """,
                    row -> TextStatus.of(row.text("status")),
                    facility.value(),
                    text.value());
            status.ifPresent(
                current ->
                    statements.change(
                        """
                        UPDATE outgoing_text
                        SET status = ?, carrier_id = coalesce(carrier_id, ?),
                          error_code = coalesce(CAST(? AS integer), error_code), changed_at = ?
                        WHERE facility_id = ? AND text_id = ?
                        """,
                        current.after(report.status()).code(),
                        report.carrierId(),
                        report.errorCode().orElse(null),
                        now,
                        facility.value(),
                        text.value()));
            return status.isPresent();
          });
    } catch (ConstraintViolated e) {
      return false;
    }
  }

  @Override
  public void refused(FacilityId facility, TextId text, int errorCode, Instant now) {
    database.change(
        """
        UPDATE outgoing_text SET status = 'failed', error_code = ?, changed_at = ?
        WHERE facility_id = ? AND text_id = ? AND status = 'attempting'
        """,
        errorCode,
        now,
        facility.value(),
        text.value());
  }

  @Override
  public void again(FacilityId facility, TextId text, Instant notBefore, Instant now) {
    database.change(
        """
        UPDATE outgoing_text
        SET status = 'waiting', not_before = ?, held_because = 'refused-for-now', changed_at = ?
        WHERE facility_id = ? AND text_id = ? AND status = 'attempting'
        """,
        notBefore,
        now,
        facility.value(),
        text.value());
  }

  @Override
  public void unknown(FacilityId facility, TextId text, Instant now) {
    database.change(
        """
        UPDATE outgoing_text SET status = 'unknown', changed_at = ?
        WHERE facility_id = ? AND text_id = ? AND status = 'attempting'
        """,
        now,
        facility.value(),
        text.value());
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
  public List<Unsettled> unsettled(FacilityId facility, Instant from, Instant until) {
    return database
        .rows(
            """
        SELECT text_id, conversation_id, sender, recipient_sealed, purpose, body_sealed, not_before,
          attempted_at, resent
        FROM outgoing_text
        WHERE facility_id = ? AND status = 'unknown' AND attempted_at BETWEEN ? AND ?
        ORDER BY changed_at
        LIMIT ?
        """,
            row -> unsettled(facility, row),
            facility.value(),
            from,
            until,
            BATCH)
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Unsettled> unsettled(FacilityId facility, Row row) {
    try {
      return Optional.of(
          new Unsettled(
              texts.open(facility, row), row.instant("attempted_at"), row.flag("resent")));
    } catch (Vault.Unsealable e) {
      return Optional.empty();
    }
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
  public void pause(FacilityId facility, Instant until, Instant now) {
    UUID id = facility.value();
    database.change(
        """
        UPDATE outgoing_text SET not_before = ?, held_because = 'paused', changed_at = ?
        WHERE facility_id = ? AND text_id IN (
          SELECT t.text_id FROM outgoing_text t
          WHERE t.facility_id = ? AND t.status = 'waiting' AND t.not_before < ?
          FOR UPDATE SKIP LOCKED)
        """,
        until,
        now,
        id,
        id,
        until);
  }
}

package org.homeward.outreach.postgres;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.homeward.db.Row;
import org.homeward.db.Statements;
import org.homeward.discharge.Standing;
import org.homeward.facility.FacilityId;
import org.homeward.outreach.Clearance;
import org.homeward.outreach.Conversation;
import org.homeward.outreach.Outbox.Claim;
import org.homeward.outreach.Outbox.Waiting;
import org.homeward.outreach.OutgoingText;
import org.homeward.outreach.Purpose;
import org.homeward.vault.Vault;

/** Claims one waiting text and checks everything about it, in one transaction. */
final class TextClaims {
  private final TextRows texts;

  TextClaims(TextRows texts) {
    this.texts = texts;
  }

  Claim claim(
      Statements statements, FacilityId facility, Instant now, Function<Waiting, Clearance> clear) {
    Optional<UUID> claimed =
        statements.row(
            """
            SELECT text_id FROM outgoing_text
            WHERE facility_id = ? AND status = 'waiting' AND not_before <= ?
            ORDER BY not_before, text_id
            LIMIT 1
            FOR UPDATE SKIP LOCKED
            """,
            row -> row.uuid("text_id"),
            facility.value(),
            now);
    if (claimed.isEmpty()) {
      return new Claim.NothingDue();
    }
    UUID text = claimed.get();
    return switch (clear.apply(waiting(statements, facility, text))) {
      case Clearance.Send send -> attempt(statements, facility, text, send, now);
      case Clearance.Withhold withhold -> {
        withhold(statements, facility, text, withhold.because(), now);
        yield new Claim.HeldBack();
      }
      case Clearance.Later later -> {
        statements.change(
            """
            UPDATE outgoing_text SET not_before = ?, held_because = ?, changed_at = ?
            WHERE facility_id = ? AND text_id = ?
            """,
            later.notBefore(),
            later.because(),
            now,
            facility.value(),
            text);
        yield new Claim.HeldBack();
      }
    };
  }

  /** A statement of its own, so that it sees what was committed until the row was claimed. */
  private static Waiting waiting(Statements statements, FacilityId facility, UUID text) {
    return statements
        .row(
            """
            SELECT t.purpose, t.created_at, c.state, c.hour_waived, d.standing,
              coalesce((
                SELECT e.event = 'stop' FROM suppression_event e
                WHERE e.facility_id = t.facility_id AND e.phone_hash = t.recipient_hash
                ORDER BY e.event_id DESC LIMIT 1), false) AS suppressed,
                          EXISTS (
                SELECT 1 FROM contact k
                JOIN consent g ON g.facility_id = k.facility_id AND g.discharge_id = k.discharge_id
                  AND g.phone_hash = k.phone_hash
                WHERE k.facility_id = c.facility_id AND k.discharge_id = c.discharge_id
                  AND k.phone_hash = t.recipient_hash
                  AND NOT EXISTS (
                    SELECT 1 FROM consent_withdrawal w
                    WHERE w.facility_id = g.facility_id AND w.consent_id = g.consent_id)) AS consented
            FROM outgoing_text t
            LEFT JOIN conversation c
              ON c.facility_id = t.facility_id AND c.conversation_id = t.conversation_id
            LEFT JOIN discharge d
              ON d.facility_id = c.facility_id AND d.discharge_id = c.discharge_id
            WHERE t.facility_id = ? AND t.text_id = ?
            """,
            TextClaims::waiting,
            facility.value(),
            text)
        .orElseThrow();
  }

  private static Waiting waiting(Row row) {
    Optional<Waiting.Situation> conversation =
        row.optionalText("state")
            .map(
                state ->
                    new Waiting.Situation(
                        Conversation.State.of(state),
                        Standing.of(row.text("standing")).orElseThrow(),
                        row.flag("consented")));
    return new Waiting(
        Purpose.of(row.text("purpose")),
        row.instant("created_at"),
        row.flag("suppressed"),
        conversation.isPresent() && row.flag("hour_waived"),
        conversation);
  }

  private Claim attempt(
      Statements statements,
      FacilityId facility,
      UUID text,
      Clearance.Send clearance,
      Instant now) {
    try {
      return statements
          .row(
              """
              UPDATE outgoing_text
              SET status = 'attempting', attempts = attempts + 1, attempted_at = ?, changed_at = ?
              WHERE facility_id = ? AND text_id = ?
              RETURNING text_id, conversation_id, sender, recipient_sealed, purpose, body_sealed,
                not_before, attempts
              """,
              row -> attempt(texts.open(facility, row), row.integer("attempts"), clearance),
              now,
              now,
              facility.value(),
              text)
          .orElseThrow();
    } catch (Vault.Unsealable e) {
      withhold(statements, facility, text, "unreadable", now);
      return new Claim.HeldBack();
    }
  }

  private static Claim attempt(OutgoingText text, int attempts, Clearance.Send clearance) {
    return new Claim.Attempt(text, attempts, clearance);
  }

  private static void withhold(
      Statements statements, FacilityId facility, UUID text, String because, Instant now) {
    statements.change(
        """
        UPDATE outgoing_text SET status = 'withheld', withheld_because = ?, changed_at = ?
        WHERE facility_id = ? AND text_id = ?
        """,
        because,
        now,
        facility.value(),
        text);
  }
}

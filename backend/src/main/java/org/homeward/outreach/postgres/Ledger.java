package org.homeward.outreach.postgres;

import java.time.Instant;
import org.homeward.db.Statements;
import org.homeward.facility.FacilityId;

/** The suppression ledger: a number is suppressed while its last event is a stop. */
final class Ledger {
  private final Statements statements;
  private final FacilityId facility;

  Ledger(Statements statements, FacilityId facility) {
    this.statements = statements;
    this.facility = facility;
  }

  boolean suppressed(byte[] phoneHash) {
    return statements
        .row(
            """
            SELECT event FROM suppression_event
            WHERE facility_id = ? AND phone_hash = ?
            ORDER BY event_id DESC LIMIT 1
            """,
            row -> row.text("event"),
            facility.value(),
            phoneHash)
        .filter("stop"::equals)
        .isPresent();
  }

  void add(byte[] phoneHash, String event, String source, Instant now) {
    statements.change(
        """
        INSERT INTO suppression_event (facility_id, phone_hash, event, source, recorded_at)
        VALUES (?, ?, ?, ?, ?)
        """,
        facility.value(),
        phoneHash,
        event,
        source,
        now);
  }

  /** The number's conversations end, with what was answered in them, and its texts stay here. */
  void stop(byte[] phoneHash, String source, Instant now) {
    add(phoneHash, "stop", source, now);
    statements.change(
        """
        WITH stopped AS (
          UPDATE conversation c
          SET state = 'stopped', asking = NULL, ended_because = 'suppressed', changed_at = ?
          WHERE c.facility_id = ? AND c.state IN ('planned', 'asking', 'paused')
            AND (c.discharge_id IN (
                SELECT k.discharge_id FROM contact k WHERE k.facility_id = ? AND k.phone_hash = ?)
              OR c.conversation_id IN (
                SELECT t.conversation_id FROM outgoing_text t
                WHERE t.facility_id = ? AND t.recipient_hash = ? AND t.conversation_id IS NOT NULL))
          RETURNING c.facility_id, c.response_id)
        UPDATE response r SET standing = 'complete', closed_at = ?
        FROM stopped s
        WHERE r.facility_id = s.facility_id AND r.response_id = s.response_id AND r.standing = 'open'
        """,
        now,
        facility.value(),
        facility.value(),
        phoneHash,
        facility.value(),
        phoneHash,
        now);
    statements.change(
        """
        UPDATE outgoing_text
        SET status = 'withheld', withheld_because = 'suppressed', changed_at = ?
        WHERE facility_id = ? AND recipient_hash = ? AND status = 'waiting'
          AND purpose <> 'stop-confirmation'
        """,
        now,
        facility.value(),
        phoneHash);
  }
}

package org.homeward.outreach.postgres;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.homeward.db.Row;
import org.homeward.db.Statements;
import org.homeward.discharge.Standing;
import org.homeward.facility.FacilityId;
import org.homeward.outreach.Clearance;
import org.homeward.outreach.Conversation;
import org.homeward.outreach.Outbox.Attempt;
import org.homeward.outreach.Outbox.Batch;
import org.homeward.outreach.Outbox.Waiting;
import org.homeward.outreach.Purpose;
import org.homeward.vault.Vault;

/** Claims waiting texts and checks everything about them, in one transaction. */
final class TextClaims {
  private final TextRows texts;

  TextClaims(TextRows texts) {
    this.texts = texts;
  }

  Batch claim(
      Statements statements,
      FacilityId facility,
      String sender,
      int most,
      Instant now,
      Function<Waiting, Clearance> clear) {
    List<UUID> due = due(statements, facility, sender, most, now);
    if (due.isEmpty()) {
      return new Batch(List.of(), 0);
    }
    Map<UUID, Clearance.Send> cleared = new LinkedHashMap<>();
    Map<UUID, String> withheld = new LinkedHashMap<>();
    Map<UUID, Clearance.Later> later = new LinkedHashMap<>();
    waiting(statements, facility, oneOfEachNumber(statements, facility, due))
        .forEach(
            (text, waiting) -> {
              switch (clear.apply(waiting)) {
                case Clearance.Send send -> cleared.put(text, send);
                case Clearance.Withhold withhold -> withheld.put(text, withhold.because());
                case Clearance.Later wait -> later.put(text, wait);
              }
            });
    List<Attempt> attempts = attempt(statements, facility, cleared, withheld, now);
    withhold(statements, facility, withheld, now);
    putOff(statements, facility, later, now);
    return new Batch(attempts, withheld.size() + later.size());
  }

  private static List<UUID> due(
      Statements statements, FacilityId facility, String sender, int most, Instant now) {
    List<UUID> due =
        new ArrayList<>(
            statements.rows(
                """
                SELECT text_id FROM outgoing_text
                WHERE facility_id = ? AND sender = ? AND status = 'waiting'
                  AND purpose NOT IN ('invitation', 'reminder') AND not_before <= ?
                ORDER BY not_before, text_id
                LIMIT ?
                FOR UPDATE SKIP LOCKED
                """,
                row -> row.uuid("text_id"),
                facility.value(),
                sender,
                now,
                most));
    if (due.size() < most) {
      due.addAll(
          statements.rows(
              """
              SELECT text_id FROM outgoing_text
              WHERE facility_id = ? AND sender = ? AND status = 'waiting'
                AND purpose IN ('invitation', 'reminder') AND not_before <= ?
              ORDER BY not_before, text_id
              LIMIT ?
              FOR UPDATE SKIP LOCKED
              """,
              row -> row.uuid("text_id"),
              facility.value(),
              sender,
              now,
              most - due.size()));
    }
    return due;
  }

  /**
   * Nobody waits for a number that another transaction is deciding about: its texts are left for
   * the next batch, so that two batches cannot hold each other up.
   */
  private static UUID[] oneOfEachNumber(
      Statements statements, FacilityId facility, List<UUID> due) {
    return statements
        .rows(
            """
            WITH first AS MATERIALIZED (
              SELECT DISTINCT ON (recipient_hash) text_id, facility_id, recipient_hash FROM outgoing_text
              WHERE facility_id = ? AND text_id = ANY (CAST(? AS uuid[]))
              ORDER BY recipient_hash, not_before, text_id)
            SELECT text_id FROM first
            WHERE pg_try_advisory_xact_lock(hashtextextended(
              facility_id::text || encode(recipient_hash, 'hex'), 0))
            """,
            row -> row.uuid("text_id"),
            facility.value(),
            due.toArray(UUID[]::new))
        .toArray(UUID[]::new);
  }

  /** A statement of its own, so that it sees what was committed until the rows were claimed. */
  private Map<UUID, Waiting> waiting(Statements statements, FacilityId facility, UUID[] claimed) {
    Map<UUID, Waiting> waiting = new LinkedHashMap<>();
    statements.rows(
        """
        SELECT t.text_id, t.recipient_sealed, t.purpose, t.created_at, c.state, c.hour_waived,
          d.standing, d.zone,
          (SELECT max(i.received_at) FROM incoming_text i
            WHERE i.facility_id = t.facility_id AND i.sender_hash = t.recipient_hash) AS heard_at,
          ARRAY(
            SELECT o.attempted_at FROM outgoing_text o
            WHERE t.purpose IN ('invitation', 'reminder')
              AND o.facility_id = t.facility_id AND o.recipient_hash = t.recipient_hash
              AND o.text_id <> t.text_id AND o.text_id IS DISTINCT FROM t.repeats
              AND o.purpose IN ('invitation', 'reminder')
              AND o.attempted_at IS NOT NULL AND o.status <> 'withheld'
              AND o.created_at > t.created_at - interval '40 days') AS started,
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
        WHERE t.facility_id = ? AND t.text_id = ANY (CAST(? AS uuid[]))
          AND NOT EXISTS (
            SELECT 1 FROM outgoing_text other
            WHERE other.facility_id = t.facility_id AND other.recipient_hash = t.recipient_hash
              AND other.status = 'attempting')
        ORDER BY t.not_before, t.text_id
        """,
        row -> waiting.put(row.uuid("text_id"), waiting(facility, row)) == null,
        facility.value(),
        claimed);
    return waiting;
  }

  private Waiting waiting(FacilityId facility, Row row) {
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
        row.optionalInstant("heard_at"),
        row.flag("suppressed"),
        conversation.isPresent() && row.flag("hour_waived"),
        conversation,
        texts.recipient(facility, row),
        row.optionalText("zone").map(ZoneId::of),
        row.instants("started"));
  }

  /** What cannot be read must not keep those behind it waiting for ever. */
  private List<Attempt> attempt(
      Statements statements,
      FacilityId facility,
      Map<UUID, Clearance.Send> cleared,
      Map<UUID, String> withheld,
      Instant now) {
    if (cleared.isEmpty()) {
      return List.of();
    }
    Map<UUID, Attempt> attempts = new HashMap<>();
    statements.rows(
        """
        UPDATE outgoing_text
        SET status = 'attempting', attempts = attempts + 1, attempted_at = ?, changed_at = ?
        WHERE facility_id = ? AND text_id = ANY (CAST(? AS uuid[]))
        RETURNING text_id, conversation_id, sender, recipient_sealed, purpose, body_sealed,
          not_before, attempts
        """,
        row -> {
          UUID text = row.uuid("text_id");
          try {
            attempts.put(
                text,
                new Attempt(texts.open(facility, row), row.integer("attempts"), of(cleared, text)));
          } catch (Vault.Unsealable e) {
            withheld.put(text, "unreadable");
          }
          return text;
        },
        now,
        now,
        facility.value(),
        cleared.keySet().toArray(UUID[]::new));
    return cleared.keySet().stream()
        .flatMap(text -> Optional.ofNullable(attempts.get(text)).stream())
        .toList();
  }

  private static Clearance.Send of(Map<UUID, Clearance.Send> cleared, UUID text) {
    return Optional.ofNullable(cleared.get(text)).orElseThrow();
  }

  private static void withhold(
      Statements statements, FacilityId facility, Map<UUID, String> withheld, Instant now) {
    if (withheld.isEmpty()) {
      return;
    }
    statements.change(
        """
        UPDATE outgoing_text t
        SET status = 'withheld', withheld_because = w.because, changed_at = ?
        FROM unnest(CAST(? AS uuid[]), CAST(? AS text[])) AS w (text_id, because)
        WHERE t.facility_id = ? AND t.text_id = w.text_id
        """,
        now,
        withheld.keySet().toArray(UUID[]::new),
        withheld.values().toArray(String[]::new),
        facility.value());
  }

  private static void putOff(
      Statements statements, FacilityId facility, Map<UUID, Clearance.Later> later, Instant now) {
    if (later.isEmpty()) {
      return;
    }
    statements.change(
        """
        UPDATE outgoing_text t
        SET not_before = l.not_before, held_because = l.because, changed_at = ?
        FROM unnest(CAST(? AS uuid[]), CAST(? AS timestamptz[]), CAST(? AS text[]))
          AS l (text_id, not_before, because)
        WHERE t.facility_id = ? AND t.text_id = l.text_id
        """,
        now,
        later.keySet().toArray(UUID[]::new),
        later.values().stream().map(wait -> wait.notBefore().toString()).toArray(String[]::new),
        later.values().stream().map(Clearance.Later::because).toArray(String[]::new),
        facility.value());
  }
}

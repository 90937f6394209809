package org.homeward.outreach.postgres;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.homeward.db.Database;
import org.homeward.db.Row;
import org.homeward.db.Statements;
import org.homeward.discharge.PhoneNumber;
import org.homeward.discharge.Standing;
import org.homeward.facility.FacilityId;
import org.homeward.outreach.Conversation;
import org.homeward.outreach.ConversationId;
import org.homeward.outreach.Invitations;
import org.homeward.survey.Item;
import org.homeward.vault.Vault;
import org.homeward.vault.Vault.Place;

/** Due conversations, claimed one by one. */
public final class PostgresInvitations implements Invitations {
  private final Database database;
  private final Vault vault;
  private final TextRows texts;

  public PostgresInvitations(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
    this.texts = new TextRows(vault);
  }

  @Override
  public boolean next(
      FacilityId facility, Instant now, Instant today, Function<Due, Decision> decide) {
    return database.transact(
        statements -> {
          Optional<UUID> claimed = claim(statements, facility, now);
          claimed.ifPresent(
              conversation -> {
                Decision decision = decided(statements, facility, conversation, today, decide);
                carryOut(statements, facility, conversation, decision, now);
              });
          return claimed.isPresent();
        });
  }

  /**
   * Also waits for whoever is inviting the same number. What is true of it is read by the next
   * statement, which then sees what they have committed.
   */
  private static Optional<UUID> claim(Statements statements, FacilityId facility, Instant now) {
    Optional<UUID> claimed =
        statements.row(
            """
            SELECT conversation_id FROM conversation
            WHERE facility_id = ? AND state = 'planned' AND due_at <= ?
            ORDER BY due_at, conversation_id
            LIMIT 1
            FOR UPDATE SKIP LOCKED
            """,
            row -> row.uuid("conversation_id"),
            facility.value(),
            now);
    claimed.ifPresent(
        conversation ->
            statements.rows(
                """
                SELECT pg_advisory_xact_lock(hashtextextended(
                  k.facility_id::text || encode(k.phone_hash, 'hex'), 0))::text AS locked
                FROM conversation c
                JOIN contact k ON k.facility_id = c.facility_id AND k.discharge_id = c.discharge_id
                WHERE c.facility_id = ? AND c.conversation_id = ?
                """,
                row -> row.text("locked"),
                facility.value(),
                conversation));
    return claimed;
  }

  /** A number that cannot be read must not keep those behind it waiting for ever. */
  private Decision decided(
      Statements statements,
      FacilityId facility,
      UUID conversation,
      Instant today,
      Function<Due, Decision> decide) {
    Due due;
    try {
      due = due(statements, facility, conversation, today);
    } catch (Vault.Unsealable e) {
      return new Decision.End(Conversation.State.CANCELLED, "unreadable");
    }
    return decide.apply(due);
  }

  private Due due(Statements statements, FacilityId facility, UUID conversation, Instant today) {
    return statements
        .row(
            """
            SELECT c.discharge_id, c.language, c.hour_waived, d.standing, k.phone_sealed,
              coalesce((
                SELECT e.event = 'stop' FROM suppression_event e
                WHERE e.facility_id = k.facility_id AND e.phone_hash = k.phone_hash
                ORDER BY e.event_id DESC LIMIT 1), false) AS suppressed,
                          EXISTS (
                SELECT 1 FROM consent g
                WHERE g.facility_id = d.facility_id AND g.discharge_id = d.discharge_id
                  AND g.phone_hash = k.phone_hash
                  AND NOT EXISTS (
                    SELECT 1 FROM consent_withdrawal w
                    WHERE w.facility_id = g.facility_id AND w.consent_id = g.consent_id)) AS consented,
              EXISTS (
                SELECT 1 FROM response r
                WHERE r.facility_id = d.facility_id AND r.discharge_id = d.discharge_id
                  AND r.touchpoint = c.touchpoint AND r.standing IN ('open', 'complete')) AS answered,
              EXISTS (
                SELECT 1 FROM outgoing_text t
                WHERE t.facility_id = k.facility_id AND t.recipient_hash = k.phone_hash
                  AND t.purpose = 'invitation' AND t.status <> 'withheld'
                  AND t.created_at >= ?) AS invited_today
            FROM conversation c
            JOIN discharge d ON d.facility_id = c.facility_id AND d.discharge_id = c.discharge_id
            LEFT JOIN contact k ON k.facility_id = c.facility_id AND k.discharge_id = c.discharge_id
            WHERE c.facility_id = ? AND c.conversation_id = ?
            """,
            row -> due(facility, conversation, row),
            today,
            facility.value(),
            conversation)
        .orElseThrow();
  }

  private Due due(FacilityId facility, UUID conversation, Row row) {
    Optional<byte[]> sealed = row.optionalBytes("phone_sealed");
    Place place = Place.of("contact.phone", facility.value(), row.uuid("discharge_id"));
    return new Due(
        new ConversationId(conversation),
        row.text("language"),
        row.flag("hour_waived"),
        sealed.map(bytes -> new PhoneNumber(vault.open(bytes, place))),
        Standing.of(row.text("standing")).orElseThrow(),
        row.flag("consented"),
        row.flag("suppressed"),
        row.flag("answered"),
        row.flag("invited_today"));
  }

  private void carryOut(
      Statements statements,
      FacilityId facility,
      UUID conversation,
      Decision decision,
      Instant now) {
    switch (decision) {
      case Decision.Invite invite -> {
        begin(statements, facility, conversation, invite, now);
        texts.insert(statements, facility, invite.text(), now);
      }
      case Decision.Postpone postpone ->
          statements.change(
              """
              UPDATE conversation
              SET expires_at = expires_at + (CAST(? AS timestamptz) - due_at), due_at = ?, held_because = ?,
                changed_at = ?
              WHERE facility_id = ? AND conversation_id = ?
              """,
              postpone.due(),
              postpone.due(),
              postpone.because(),
              now,
              facility.value(),
              conversation);
      case Decision.End end ->
          statements.change(
              """
              UPDATE conversation SET state = ?, ended_because = ?, changed_at = ?
              WHERE facility_id = ? AND conversation_id = ?
              """,
              end.state().code(),
              end.because(),
              now,
              facility.value(),
              conversation);
    }
  }

  private static void begin(
      Statements statements,
      FacilityId facility,
      UUID conversation,
      Decision.Invite invite,
      Instant now) {
    Conversation next = invite.next();
    statements.change(
        """
        UPDATE conversation SET state = ?, asking = ?, language = ?, sender = ?, changed_at = ?
        WHERE facility_id = ? AND conversation_id = ?
        """,
        next.state().code(),
        next.asking().map(Item::code).orElse(null),
        invite.language(),
        invite.text().sender(),
        now,
        facility.value(),
        conversation);
  }
}

package org.homeward.outreach.postgres;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.homeward.db.Database;
import org.homeward.db.Row;
import org.homeward.db.Statements;
import org.homeward.facility.FacilityId;
import org.homeward.outreach.ConversationId;
import org.homeward.outreach.Unanswered;
import org.homeward.survey.Item;
import org.homeward.vault.Vault;
import org.jspecify.annotations.Nullable;

/** Conversations whose reminder is due, claimed one by one. */
public final class PostgresUnanswered implements Unanswered {
  private final Database database;
  private final Patients patients;
  private final TextRows texts;

  public PostgresUnanswered(Database database, Vault vault) {
    this.database = database;
    this.patients = new Patients(vault);
    this.texts = new TextRows(vault);
  }

  @Override
  public boolean next(FacilityId facility, Instant now, Function<Silence, Decision> decide) {
    return database.transact(
        statements -> {
          Optional<UUID> claimed = claim(statements, facility, now);
          claimed.ifPresent(
              conversation -> {
                NumberLock.ofConversation(statements, facility, conversation);
                Decision decision = decided(statements, facility, conversation, decide);
                carryOut(statements, facility, conversation, decision, now);
              });
          return claimed.isPresent();
        });
  }

  private static Optional<UUID> claim(Statements statements, FacilityId facility, Instant now) {
    return statements.row(
        """
        SELECT conversation_id FROM conversation
        WHERE facility_id = ? AND state = 'asking' AND remind_at <= ?
        ORDER BY remind_at, conversation_id
        LIMIT 1
        FOR UPDATE SKIP LOCKED
        """,
        row -> row.uuid("conversation_id"),
        facility.value(),
        now);
  }

  private Decision decided(
      Statements statements,
      FacilityId facility,
      UUID conversation,
      Function<Silence, Decision> decide) {
    Silence silence;
    try {
      silence = silence(statements, facility, conversation);
    } catch (Vault.Unsealable e) {
      return new Decision.LeaveAlone("unreadable");
    }
    return decide.apply(silence);
  }

  private Silence silence(Statements statements, FacilityId facility, UUID conversation) {
    return statements
        .row(
            """
            SELECT c.asking, c.expires_at, c.language, c.sender, c.hour_waived, c.reminded,
              greatest(
                (SELECT max(coalesce(t.attempted_at, t.not_before)) FROM outgoing_text t
                  WHERE t.facility_id = c.facility_id AND t.conversation_id = c.conversation_id),
                (SELECT max(i.received_at) FROM incoming_text i
                  WHERE i.facility_id = k.facility_id AND i.sender_hash = k.phone_hash),
                c.created_at) AS last_word,
              EXISTS (
                SELECT 1 FROM outgoing_text t
                WHERE t.facility_id = c.facility_id AND t.conversation_id = c.conversation_id
                  AND t.status NOT IN ('failed', 'undelivered', 'withheld')) AS reached,
              %s
            FROM conversation c
            JOIN discharge d ON d.facility_id = c.facility_id AND d.discharge_id = c.discharge_id
            LEFT JOIN contact k ON k.facility_id = c.facility_id AND k.discharge_id = c.discharge_id
            WHERE c.facility_id = ? AND c.conversation_id = ?
            """
                .formatted(Patients.COLUMNS),
            row -> silence(facility, conversation, row),
            facility.value(),
            conversation)
        .orElseThrow();
  }

  private Silence silence(FacilityId facility, UUID conversation, Row row) {
    return new Silence(
        new ConversationId(conversation),
        Item.of(row.text("asking")).orElseThrow(),
        row.instant("expires_at"),
        row.text("language"),
        row.text("sender"),
        row.flag("hour_waived"),
        patients.patient(facility, row),
        row.integer("reminded"),
        row.instant("last_word"),
        row.flag("reached"),
        row.instants("started"));
  }

  private void carryOut(
      Statements statements,
      FacilityId facility,
      UUID conversation,
      Decision decision,
      Instant now) {
    switch (decision) {
      case Decision.Remind remind -> {
        look(
            statements,
            facility,
            conversation,
            remind.again().orElse(null),
            remind.again().isPresent() ? "reminded" : "all-reminded",
            1,
            now);
        texts.insert(statements, facility, remind.text(), now);
      }
      case Decision.Postpone postpone ->
          look(statements, facility, conversation, postpone.until(), postpone.because(), 0, now);
      case Decision.LeaveAlone leave ->
          look(statements, facility, conversation, null, leave.because(), 0, now);
    }
  }

  private static void look(
      Statements statements,
      FacilityId facility,
      UUID conversation,
      @Nullable Instant again,
      String because,
      int more,
      Instant now) {
    statements.change(
        """
        UPDATE conversation
        SET remind_at = CAST(? AS timestamptz), held_because = ?, reminded = reminded + ?, changed_at = ?
        WHERE facility_id = ? AND conversation_id = ?
        """,
        again,
        because,
        more,
        now,
        facility.value(),
        conversation);
  }
}

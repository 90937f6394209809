package org.homeward.outreach.postgres;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.db.Database;
import org.homeward.db.Row;
import org.homeward.db.Statements;
import org.homeward.facility.FacilityId;
import org.homeward.outreach.Conversation;
import org.homeward.outreach.ConversationId;
import org.homeward.outreach.Invitations;
import org.homeward.survey.Item;
import org.homeward.survey.Touchpoint;
import org.homeward.vault.Vault;

/** Due conversations, claimed one by one. */
public final class PostgresInvitations implements Invitations {
  private final Database database;
  private final Patients patients;
  private final TextRows texts;

  public PostgresInvitations(Database database, Vault vault) {
    this.database = database;
    this.patients = new Patients(vault);
    this.texts = new TextRows(vault);
  }

  @Override
  public boolean next(FacilityId facility, Instant now, Function<Due, Decision> decide) {
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
        WHERE facility_id = ? AND state = 'planned' AND due_at <= ?
        ORDER BY due_at, conversation_id
        LIMIT 1
        FOR UPDATE SKIP LOCKED
        """,
        row -> row.uuid("conversation_id"),
        facility.value(),
        now);
  }

  /** A number that cannot be read must not keep those behind it waiting for ever. */
  private Decision decided(
      Statements statements,
      FacilityId facility,
      UUID conversation,
      Function<Due, Decision> decide) {
    Due due;
    try {
      due = due(statements, facility, conversation);
    } catch (Vault.Unsealable e) {
      return new Decision.End(Conversation.State.CANCELLED, "unreadable");
    }
    return decide.apply(due);
  }

  private Due due(Statements statements, FacilityId facility, UUID conversation) {
    return statements
        .row(
            """
            SELECT c.touchpoint, c.expires_at, c.language, d.day, c.hour_waived,
              (SELECT array_to_string(ARRAY[
                  CASE WHEN r.diagnosis <> 'yes' THEN 'diagnosis' END,
                  CASE WHEN r.treatment <> 'yes' THEN 'treatment' END,
                  CASE WHEN r.next_steps <> 'yes' THEN 'next-steps' END], ' ')
                FROM response r
                WHERE r.facility_id = d.facility_id AND r.discharge_id = d.discharge_id
                  AND r.touchpoint = 'at-discharge' AND r.standing = 'complete') AS not_understood,
              EXISTS (
                SELECT 1 FROM response r
                WHERE r.facility_id = d.facility_id AND r.discharge_id = d.discharge_id
                  AND r.touchpoint = c.touchpoint AND r.standing IN ('open', 'complete')) AS answered,
              %s
            FROM conversation c
            JOIN discharge d ON d.facility_id = c.facility_id AND d.discharge_id = c.discharge_id
            LEFT JOIN contact k ON k.facility_id = c.facility_id AND k.discharge_id = c.discharge_id
            WHERE c.facility_id = ? AND c.conversation_id = ?
            """
                .formatted(Patients.COLUMNS),
            row -> due(facility, conversation, row),
            facility.value(),
            conversation)
        .orElseThrow();
  }

  private Due due(FacilityId facility, UUID conversation, Row row) {
    return new Due(
        new ConversationId(conversation),
        Touchpoint.of(row.text("touchpoint")).orElseThrow(),
        row.instant("expires_at"),
        row.text("language"),
        row.day("day"),
        Stream.of(row.optionalText("not_understood").orElse("").split(" ", -1))
            .flatMap(code -> Item.of(code).stream())
            .toList(),
        row.flag("hour_waived"),
        patients.patient(facility, row),
        row.flag("answered"),
        row.instants("started"));
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
              UPDATE conversation SET due_at = ?, held_because = ?, changed_at = ?
              WHERE facility_id = ? AND conversation_id = ?
              """,
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
        UPDATE conversation
        SET state = ?, asking = ?, items = ?, language = ?, sender = ?,
          remind_at = CAST(? AS timestamptz), changed_at = ?
        WHERE facility_id = ? AND conversation_id = ?
        """,
        next.state().code(),
        next.asking().map(Item::code).orElse(null),
        Stream.concat(next.asking().stream(), next.then().stream())
            .map(Item::code)
            .collect(Collectors.joining(" ")),
        invite.language(),
        invite.text().sender(),
        invite.remindAt().orElse(null),
        now,
        facility.value(),
        conversation);
  }
}

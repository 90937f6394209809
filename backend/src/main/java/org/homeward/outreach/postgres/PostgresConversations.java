package org.homeward.outreach.postgres;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.homeward.db.Row;
import org.homeward.db.Statements;
import org.homeward.facility.FacilityId;
import org.homeward.outreach.Conversation;
import org.homeward.outreach.ConversationId;
import org.homeward.outreach.Conversations;
import org.homeward.survey.Touchpoint;

/** Conversations in PostgreSQL. */
public final class PostgresConversations implements Conversations {
  private final Statements database;

  public PostgresConversations(Statements database) {
    this.database = database;
  }

  @Override
  public List<Overview> ofDischarge(FacilityId facility, UUID dischargeId) {
    List<Overview> conversations =
        database.rows(
            """
        SELECT conversation_id, touchpoint, state, due_at FROM conversation
        WHERE facility_id = ? AND discharge_id = ?
        ORDER BY due_at, conversation_id
        """,
            PostgresConversations::overview,
            facility.value(),
            dischargeId);
    return conversations.stream()
        .map(conversation -> conversation.with(messages(facility, conversation.id())))
        .toList();
  }

  @Override
  public void expire(FacilityId facility, Instant now) {
    database.change(
        """
        WITH over AS (
          SELECT facility_id, conversation_id FROM conversation
          WHERE facility_id = ? AND state IN ('asking', 'paused') AND expires_at <= ?
          LIMIT 500
          FOR UPDATE SKIP LOCKED),
        expired AS (
          UPDATE conversation c
          SET state = 'expired', asking = NULL, ended_because = 'expired', changed_at = ?
          FROM over
          WHERE c.facility_id = over.facility_id AND c.conversation_id = over.conversation_id
          RETURNING c.facility_id, c.response_id)
        UPDATE response r SET standing = 'complete', closed_at = ?
        FROM expired e
        WHERE r.facility_id = e.facility_id AND r.response_id = e.response_id AND r.standing = 'open'
        """,
        facility.value(),
        now,
        now,
        now);
  }

  private static Overview overview(Row row) {
    return new Overview(
        new ConversationId(row.uuid("conversation_id")),
        Touchpoint.of(row.text("touchpoint")).orElseThrow(),
        Conversation.State.of(row.text("state")),
        row.instant("due_at"),
        List.of());
  }

  private List<Message> messages(FacilityId facility, ConversationId conversation) {
    return database.rows(
        """
        SELECT 'out' AS direction, purpose, status, coalesce(attempted_at, created_at) AS at, error_code
        FROM outgoing_text WHERE facility_id = ? AND conversation_id = ?
        UNION ALL
        SELECT 'in', coalesce(understood_as, 'unread'), 'received', received_at, NULL
        FROM incoming_text WHERE facility_id = ? AND conversation_id = ?
        ORDER BY at
        """,
        row ->
            new Message(
                row.text("direction"),
                row.text("purpose"),
                row.text("status"),
                row.instant("at"),
                row.optionalInteger("error_code")),
        facility.value(),
        conversation.value(),
        facility.value(),
        conversation.value());
  }
}

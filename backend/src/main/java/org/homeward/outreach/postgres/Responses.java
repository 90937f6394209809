package org.homeward.outreach.postgres;

import java.time.Instant;
import java.util.UUID;
import org.homeward.db.Statements;
import org.homeward.facility.FacilityId;
import org.homeward.facility.Ids;
import org.homeward.outreach.Conversation.Given;
import org.homeward.outreach.ConversationId;

/** The response that grows with one conversation's answers. */
final class Responses {
  private final Statements statements;
  private final FacilityId facility;
  private final ConversationId conversation;
  private final Instant now;

  Responses(Statements statements, FacilityId facility, ConversationId conversation, Instant now) {
    this.statements = statements;
    this.facility = facility;
    this.conversation = conversation;
    this.now = now;
  }

  /** False when the touchpoint belongs to another response, or this one was closed elsewhere. */
  boolean record(Given given, int instrument, Ids ids) {
    return begun() ? extend(given) : begin(given, instrument, ids.next());
  }

  void close() {
    statements.change(
        """
        UPDATE response r SET standing = 'complete', closed_at = ?
        FROM conversation c
        WHERE c.facility_id = ? AND c.conversation_id = ?
          AND r.facility_id = c.facility_id AND r.response_id = c.response_id AND r.standing = 'open'
        """,
        now,
        facility.value(),
        conversation.value());
  }

  private boolean begun() {
    return statements
        .row(
            """
            SELECT response_id IS NOT NULL AS begun FROM conversation
            WHERE facility_id = ? AND conversation_id = ?
            """,
            row -> row.flag("begun"),
            facility.value(),
            conversation.value())
        .orElseThrow();
  }

  private boolean begin(Given given, int instrument, UUID response) {
    long added =
        statements.change(
            """
            INSERT INTO response (facility_id, response_id, discharge_id, unit_id, touchpoint, channel,
              respondent, language, instrument, standing, day, answered_at, received_at)
            SELECT d.facility_id, ?, d.discharge_id, d.unit_id, c.touchpoint, 'sms',
              'patient', c.language, ?, 'open', d.day, ?, ?
            FROM conversation c
            JOIN discharge d ON d.facility_id = c.facility_id AND d.discharge_id = c.discharge_id
            WHERE c.facility_id = ? AND c.conversation_id = ?
            ON CONFLICT (facility_id, discharge_id, touchpoint)
              WHERE discharge_id IS NOT NULL AND standing IN ('open', 'complete') DO NOTHING
            """,
            response,
            instrument,
            now,
            now,
            facility.value(),
            conversation.value());
    if (added == 0) {
      return false;
    }
    statements.change(
        """
        UPDATE conversation SET response_id = ? WHERE facility_id = ? AND conversation_id = ?
        """,
        response,
        facility.value(),
        conversation.value());
    return extend(given);
  }

  private boolean extend(Given given) {
    String column =
        switch (given.item()) {
          case DIAGNOSIS -> "diagnosis";
          case TREATMENT -> "treatment";
          case NEXT_STEPS -> "next_steps";
        };
    return statements.change(
            """
            UPDATE response r SET %1$s = ?, %1$s_channel = 'sms'
            FROM conversation c
            WHERE c.facility_id = ? AND c.conversation_id = ?
              AND r.facility_id = c.facility_id AND r.response_id = c.response_id
              AND r.standing = 'open'
            """
                .formatted(column),
            given.answer().code(),
            facility.value(),
            conversation.value())
        == 1;
  }
}

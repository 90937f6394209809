package org.homeward.outreach.postgres;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.homeward.db.Statements;
import org.homeward.facility.FacilityId;
import org.homeward.facility.Ids;
import org.homeward.outreach.Conversation.Given;
import org.homeward.outreach.ConversationId;
import org.homeward.survey.Channel;
import org.homeward.survey.Item;
import org.homeward.survey.Respondent;

/** The response that grows with one conversation's answers, by text and on the patient's page. */
final class Responses {
  private final Statements statements;
  private final FacilityId facility;
  private final ConversationId conversation;
  private final Source source;
  private final Instant now;

  /**
   * Where answers come from.
   *
   * @param language that was asked in, if another than the conversation's
   */
  record Source(Channel channel, Respondent respondent, Optional<String> language) {
    static final Source TEXT = new Source(Channel.SMS, Respondent.PATIENT, Optional.empty());
  }

  Responses(
      Statements statements,
      FacilityId facility,
      ConversationId conversation,
      Source source,
      Instant now) {
    this.statements = statements;
    this.facility = facility;
    this.conversation = conversation;
    this.source = source;
    this.now = now;
  }

  /**
   * False when the touchpoint belongs to another response, or this one was closed elsewhere, or the
   * item was answered by another channel. By the same channel, a later answer is a correction.
   */
  boolean record(Given given, int instrument, Ids ids) {
    return begun() ? extend(given, "open") : begin(given, instrument, ids.next());
  }

  /** The same for an answer that is heard after the response was closed. */
  boolean amend(Given given, int instrument, Ids ids) {
    return begun() ? extend(given, "complete") : begin(given, instrument, ids.next());
  }

  /** The answers are kept and count no more, until somebody finds out whose they are. */
  void quarantine() {
    statements.change(
        """
        UPDATE response r SET voided_at = ?
        FROM conversation c
        WHERE c.facility_id = ? AND c.conversation_id = ?
          AND r.facility_id = c.facility_id AND r.response_id = c.response_id AND r.voided_at IS NULL
        """,
        now,
        facility.value(),
        conversation.value());
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
            SELECT d.facility_id, ?, d.discharge_id, d.unit_id, c.touchpoint, ?,
              ?, coalesce(CAST(? AS text), c.language), ?, 'open', d.day, ?, ?
            FROM conversation c
            JOIN discharge d ON d.facility_id = c.facility_id AND d.discharge_id = c.discharge_id
            WHERE c.facility_id = ? AND c.conversation_id = ?
            ON CONFLICT (facility_id, discharge_id, touchpoint)
              WHERE discharge_id IS NOT NULL AND standing IN ('open', 'complete') DO NOTHING
            """,
            response,
            source.channel().code(),
            source.respondent().code(),
            source.language().orElse(null),
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
    return extend(given, "open");
  }

  static String column(Item item) {
    return switch (item) {
      case DIAGNOSIS -> "diagnosis";
      case TREATMENT -> "treatment";
      case NEXT_STEPS -> "next_steps";
    };
  }

  private boolean extend(Given given, String standing) {
    return statements.change(
            """
            UPDATE response r SET %1$s = ?, %1$s_channel = ?
            FROM conversation c
            WHERE c.facility_id = ? AND c.conversation_id = ?
              AND r.facility_id = c.facility_id AND r.response_id = c.response_id
              AND r.standing = ? AND coalesce(r.%1$s_channel, ?) = ?
            """
                .formatted(column(given.item())),
            given.answer().code(),
            source.channel().code(),
            facility.value(),
            conversation.value(),
            standing,
            source.channel().code(),
            source.channel().code())
        == 1;
  }
}

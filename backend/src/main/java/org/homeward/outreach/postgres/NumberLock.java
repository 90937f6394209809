package org.homeward.outreach.postgres;

import java.util.UUID;
import org.homeward.db.Statements;
import org.homeward.facility.FacilityId;

/**
 * Whoever starts a text with a number, or sends one, is alone with that number until the end of the
 * transaction: caps are counted by the next statement, which then sees what the others have
 * committed.
 */
final class NumberLock {
  private NumberLock() {}

  static void ofConversation(Statements statements, FacilityId facility, UUID conversation) {
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
        conversation);
  }
}

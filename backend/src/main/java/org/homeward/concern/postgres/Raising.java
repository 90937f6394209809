package org.homeward.concern.postgres;

import java.time.Instant;
import java.util.UUID;
import org.homeward.concern.Concern.Kind;
import org.homeward.db.Statements;
import org.homeward.facility.FacilityId;
import org.homeward.facility.Ids;

/**
 * Raises concerns inside the transaction of whoever notices: what gave rise to it and the concern
 * are stored together or not at all.
 */
public final class Raising {
  private final Ids ids;

  public Raising(Ids ids) {
    this.ids = ids;
  }

  /** For a stored response that asks for an explanation. Nothing when it was raised before. */
  public void explain(Statements statements, FacilityId facility, UUID response, Instant at) {
    statements.change(
        """
        INSERT INTO concern (facility_id, concern_id, unit_id, discharge_id, response_id, kind, items, raised_at)
        SELECT facility_id, ?, unit_id, discharge_id, response_id, ?, explain, ?
        FROM response
        WHERE facility_id = ? AND response_id = ? AND explain IS NOT NULL
        ON CONFLICT DO NOTHING
        """,
        ids.next(),
        Kind.EXPLAIN.code(),
        at,
        facility.value(),
        response);
  }

  /**
   * For a conversation by text. Nothing while one of this kind is open for it already.
   *
   * @param conversation an id in the table of this name
   */
  public void inConversation(
      Statements statements, FacilityId facility, UUID conversation, Kind kind, Instant at) {
    statements.change(
        """
        INSERT INTO concern (facility_id, concern_id, unit_id, discharge_id, conversation_id, kind, raised_at)
        SELECT c.facility_id, ?, d.unit_id, d.discharge_id, c.conversation_id, ?, ?
        FROM conversation c
        JOIN discharge d ON d.facility_id = c.facility_id AND d.discharge_id = c.discharge_id
        WHERE c.facility_id = ? AND c.conversation_id = ?
        ON CONFLICT DO NOTHING
        """,
        ids.next(),
        kind.code(),
        at,
        facility.value(),
        conversation);
  }
}

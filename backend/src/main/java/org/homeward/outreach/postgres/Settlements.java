package org.homeward.outreach.postgres;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeward.db.Statements;
import org.homeward.facility.FacilityId;
import org.homeward.outreach.Settlement;
import org.homeward.outreach.TextId;
import org.homeward.outreach.TextStatus;
import org.homeward.sms.StatusReport;

/**
 * Writes down how texts fare, many in one transaction. The texts of a batch are in nobody else's,
 * and a report is on one text: they wait for each other, but never in a circle.
 */
final class Settlements {
  private final Statements statements;
  private final FacilityId facility;
  private final Instant now;

  Settlements(Statements statements, FacilityId facility, Instant now) {
    this.statements = statements;
    this.facility = facility;
    this.now = now;
  }

  /** How many there were to write. */
  int write(Map<TextId, Settlement> attempts) {
    Map<TextId, StatusReport> taken = new LinkedHashMap<>();
    Map<UUID, Integer> refused = new LinkedHashMap<>();
    Map<UUID, Instant> again = new LinkedHashMap<>();
    List<UUID> doubtful = new ArrayList<>();
    attempts.forEach(
        (text, settlement) -> {
          switch (settlement) {
            case Settlement.Taken(StatusReport report) -> taken.put(text, report);
            case Settlement.Refused(int code) -> refused.put(text.value(), code);
            case Settlement.Again(Instant notBefore) -> again.put(text.value(), notBefore);
            case Settlement.Doubtful() -> doubtful.add(text.value());
          }
        });
    report(taken);
    refused(refused);
    again(again);
    doubtful(doubtful);
    return attempts.size();
  }

  /** How many of the texts there are. */
  int report(Map<TextId, StatusReport> reports) {
    if (reports.isEmpty()) {
      return 0;
    }
    Map<UUID, TextStatus> before = new HashMap<>();
    statements.rows(
        """
        SELECT text_id, status FROM outgoing_text
        WHERE facility_id = ? AND text_id = ANY (CAST(? AS uuid[]))
        ORDER BY text_id
        FOR UPDATE
        """,
        row -> before.put(row.uuid("text_id"), TextStatus.of(row.text("status"))) == null,
        facility.value(),
        reports.keySet().stream().map(TextId::value).toArray(UUID[]::new));
    List<UUID> texts = new ArrayList<>();
    List<String> statuses = new ArrayList<>();
    List<String> carrierIds = new ArrayList<>();
    List<String> codes = new ArrayList<>();
    reports.forEach(
        (text, report) -> {
          TextStatus current = before.get(text.value());
          if (current != null) {
            texts.add(text.value());
            statuses.add(current.after(report.status()).code());
            carrierIds.add(report.carrierId());
            codes.add(report.errorCode().map(String::valueOf).orElse(""));
          }
        });
    // What has arrived has no error, whatever was reported before or comes after.
    statements.change(
        """
        UPDATE outgoing_text t
        SET status = r.status, carrier_id = coalesce(t.carrier_id, r.carrier_id),
          error_code = CASE WHEN r.status <> 'delivered'
            THEN coalesce(nullif(r.error_code, '')::integer, t.error_code) END,
          changed_at = ?
        FROM unnest(CAST(? AS uuid[]), CAST(? AS text[]), CAST(? AS text[]), CAST(? AS text[]))
          AS r (text_id, status, carrier_id, error_code)
        WHERE t.facility_id = ? AND t.text_id = r.text_id
        """,
        now,
        texts.toArray(UUID[]::new),
        statuses.toArray(String[]::new),
        carrierIds.toArray(String[]::new),
        codes.toArray(String[]::new),
        facility.value());
    return texts.size();
  }

  private void refused(Map<UUID, Integer> refused) {
    if (refused.isEmpty()) {
      return;
    }
    statements.change(
        """
        UPDATE outgoing_text t SET status = 'failed', error_code = r.error_code, changed_at = ?
        FROM unnest(CAST(? AS uuid[]), CAST(? AS integer[])) AS r (text_id, error_code)
        WHERE t.facility_id = ? AND t.text_id = r.text_id AND t.status = 'attempting'
        """,
        now,
        refused.keySet().toArray(UUID[]::new),
        refused.values().toArray(Integer[]::new),
        facility.value());
  }

  private void again(Map<UUID, Instant> again) {
    if (again.isEmpty()) {
      return;
    }
    statements.change(
        """
        UPDATE outgoing_text t
        SET status = 'waiting', not_before = a.not_before, held_because = 'refused-for-now', changed_at = ?
        FROM unnest(CAST(? AS uuid[]), CAST(? AS timestamptz[])) AS a (text_id, not_before)
        WHERE t.facility_id = ? AND t.text_id = a.text_id AND t.status = 'attempting'
        """,
        now,
        again.keySet().toArray(UUID[]::new),
        again.values().stream().map(Instant::toString).toArray(String[]::new),
        facility.value());
  }

  private void doubtful(List<UUID> doubtful) {
    if (doubtful.isEmpty()) {
      return;
    }
    statements.change(
        """
        UPDATE outgoing_text SET status = 'unknown', changed_at = ?
        WHERE facility_id = ? AND text_id = ANY (CAST(? AS uuid[])) AND status = 'attempting'
        """,
        now,
        facility.value(),
        doubtful.toArray(UUID[]::new));
  }
}

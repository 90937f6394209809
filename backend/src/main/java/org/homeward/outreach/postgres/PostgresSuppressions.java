package org.homeward.outreach.postgres;

import java.time.Instant;
import org.homeward.db.Database;
import org.homeward.facility.FacilityId;
import org.homeward.outreach.Suppressions;
import org.homeward.outreach.TextId;

/** Suppresses by the ledger. */
public final class PostgresSuppressions implements Suppressions {
  private final Database database;

  public PostgresSuppressions(Database database) {
    this.database = database;
  }

  @Override
  public void suppressRecipient(FacilityId facility, TextId text, String source, Instant now) {
    database.transact(
        statements -> {
          Ledger ledger = new Ledger(statements, facility);
          return statements
              .row(
                  "SELECT recipient_hash FROM outgoing_text WHERE facility_id = ? AND text_id = ?",
                  row -> row.bytes("recipient_hash"),
                  facility.value(),
                  text.value())
              .filter(hash -> !ledger.suppressed(hash))
              .map(
                  hash -> {
                    ledger.stop(hash, source, now);
                    return true;
                  })
              .orElse(false);
        });
  }
}

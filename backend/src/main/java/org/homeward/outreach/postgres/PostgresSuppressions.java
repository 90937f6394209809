package org.homeward.outreach.postgres;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.homeward.db.Database;
import org.homeward.db.Statements;
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
        statements ->
            suppress(
                statements,
                facility,
                statements.row(
                    "SELECT recipient_hash FROM outgoing_text WHERE facility_id = ? AND text_id = ?",
                    row -> row.bytes("recipient_hash"),
                    facility.value(),
                    text.value()),
                source,
                now));
  }

  @Override
  public boolean suppressPatient(FacilityId facility, UUID discharge, String source, Instant now) {
    return database.transact(
        statements ->
            suppress(
                statements,
                facility,
                statements.row(
                    "SELECT phone_hash FROM contact WHERE facility_id = ? AND discharge_id = ?",
                    row -> row.bytes("phone_hash"),
                    facility.value(),
                    discharge),
                source,
                now));
  }

  private static boolean suppress(
      Statements statements,
      FacilityId facility,
      Optional<byte[]> phoneHash,
      String source,
      Instant now) {
    Ledger ledger = new Ledger(statements, facility);
    phoneHash
        .filter(hash -> !ledger.suppressed(hash))
        .ifPresent(hash -> ledger.stop(hash, source, now));
    return phoneHash.isPresent();
  }
}

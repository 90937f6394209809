package org.homeward.outreach.postgres;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.homeward.concern.postgres.Raising;
import org.homeward.db.Database;
import org.homeward.db.DatabaseUnavailable;
import org.homeward.db.Row;
import org.homeward.db.Statements;
import org.homeward.facility.FacilityId;
import org.homeward.facility.Ids;
import org.homeward.outreach.ConversationId;
import org.homeward.outreach.Correspondence;
import org.homeward.outreach.Inbox;
import org.homeward.sms.InboundText;
import org.homeward.sms.OptOutType;
import org.homeward.survey.Item;
import org.homeward.vault.Vault;
import org.homeward.vault.Vault.Place;

/** The table {@code incoming_text} as an inbox. */
public final class PostgresInbox implements Inbox {
  private static final int MOST_FAILURES = 5;

  private final Database database;
  private final Vault vault;
  private final Ids ids;
  private final Raising raising;

  public PostgresInbox(Database database, Vault vault, Ids ids, Raising raising) {
    this.database = database;
    this.vault = vault;
    this.ids = ids;
    this.raising = raising;
  }

  @Override
  public boolean store(FacilityId facility, InboundText text, Instant receivedAt) {
    return database.change(
            """
            INSERT INTO incoming_text (facility_id, carrier_id, recipient, sender_sealed, sender_hash,
              body_sealed, media_count, opt_out_type, received_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, CAST(? AS text), ?)
            ON CONFLICT (facility_id, carrier_id) DO NOTHING
            """,
            facility.value(),
            text.carrierId(),
            text.recipient(),
            vault.seal(text.sender(), senderOf(facility, text.carrierId())),
            vault.lookupHash(text.sender(), facility.value()),
            vault.seal(text.body(), bodyOf(facility, text.carrierId())),
            text.mediaCount(),
            text.optOut().map(OptOutType::name).orElse(null),
            receivedAt)
        == 1;
  }

  @Override
  public Optional<Instant> collectedUntil(FacilityId facility, String sender) {
    return database.row(
        "SELECT collected_until FROM reply_collection WHERE facility_id = ? AND sender = ?",
        row -> row.instant("collected_until"),
        facility.value(),
        sender);
  }

  @Override
  public void collected(FacilityId facility, String sender, Instant until) {
    database.change(
        """
        INSERT INTO reply_collection (facility_id, sender, collected_until) VALUES (?, ?, ?)
        ON CONFLICT (facility_id, sender) DO UPDATE SET collected_until = excluded.collected_until
        """,
        facility.value(),
        sender,
        until);
  }

  @Override
  public boolean next(
      FacilityId facility, Instant now, BiFunction<IncomingText, Correspondence, Heard> hear) {
    String[] inHand = new String[1];
    try {
      return database.transact(
          statements -> {
            Optional<IncomingText> claimed = claim(statements, facility, id -> inHand[0] = id);
            claimed.ifPresent(text -> hear(statements, facility, text, now, hear));
            return claimed.isPresent();
          });
    } catch (DatabaseUnavailable e) {
      throw e;
    } catch (RuntimeException e) {
      if (inHand[0] != null) {
        countFailure(facility, inHand[0]);
      }
      throw e;
    }
  }

  private Optional<IncomingText> claim(
      Statements statements, FacilityId facility, Consumer<String> inHand) {
    return statements.row(
        """
        SELECT i.carrier_id, i.recipient, i.sender_sealed, i.body_sealed, i.media_count, i.opt_out_type,
          i.received_at
        FROM incoming_text i
        WHERE i.facility_id = ? AND i.processed_at IS NULL AND i.failures < ?
          AND NOT EXISTS (
            SELECT 1 FROM incoming_text e
            WHERE e.facility_id = i.facility_id AND e.sender_hash = i.sender_hash
              AND e.processed_at IS NULL AND e.failures < ?
              AND (e.received_at, e.carrier_id) < (i.received_at, i.carrier_id))
        ORDER BY i.failures, i.received_at, i.carrier_id
        LIMIT 1
        FOR UPDATE OF i SKIP LOCKED
        """,
        row -> {
          inHand.accept(row.text("carrier_id"));
          return opened(facility, row);
        },
        facility.value(),
        MOST_FAILURES,
        MOST_FAILURES);
  }

  private IncomingText opened(FacilityId facility, Row row) {
    String carrierId = row.text("carrier_id");
    return new IncomingText(
        carrierId,
        vault.open(row.bytes("sender_sealed"), senderOf(facility, carrierId)),
        row.text("recipient"),
        vault.open(row.bytes("body_sealed"), bodyOf(facility, carrierId)),
        row.integer("media_count"),
        row.optionalText("opt_out_type").map(OptOutType::valueOf),
        row.instant("received_at"));
  }

  private void hear(
      Statements statements,
      FacilityId facility,
      IncomingText text,
      Instant now,
      BiFunction<IncomingText, Correspondence, Heard> hear) {
    Correspondence correspondence =
        new PostgresCorrespondence(
            statements,
            facility,
            vault.lookupHash(text.sender(), facility.value()),
            now,
            new TextRows(vault),
            ids,
            raising);
    Heard heard = hear.apply(text, correspondence);
    statements.change(
        """
        UPDATE incoming_text
        SET processed_at = ?, understood_as = ?, conversation_id = CAST(? AS uuid),
          comment_on = CAST(? AS text)
        WHERE facility_id = ? AND carrier_id = ?
        """,
        now,
        heard.as().code(),
        heard.conversation().map(ConversationId::value).orElse(null),
        heard.comment().map(Item::code).orElse(null),
        facility.value(),
        text.carrierId());
  }

  private void countFailure(FacilityId facility, String carrierId) {
    database.change(
        "UPDATE incoming_text SET failures = failures + 1 WHERE facility_id = ? AND carrier_id = ?",
        facility.value(),
        carrierId);
  }

  private static Place senderOf(FacilityId facility, String carrierId) {
    return new Place("incoming_text.sender", facility.value(), carrierId);
  }

  private static Place bodyOf(FacilityId facility, String carrierId) {
    return new Place("incoming_text.body", facility.value(), carrierId);
  }
}

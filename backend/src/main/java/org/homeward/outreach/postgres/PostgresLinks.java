package org.homeward.outreach.postgres;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.homeward.db.Database;
import org.homeward.db.Row;
import org.homeward.db.Statements;
import org.homeward.discharge.Standing;
import org.homeward.facility.FacilityId;
import org.homeward.facility.Ids;
import org.homeward.outreach.Conversation.State;
import org.homeward.outreach.ConversationId;
import org.homeward.outreach.Links;
import org.homeward.survey.Channel;
import org.homeward.survey.Item;
import org.homeward.survey.Touchpoint;
import org.homeward.token.Token;

/** The table {@code link}, and what is answered through it. */
public final class PostgresLinks implements Links {
  private final Database database;
  private final Ids ids;

  public PostgresLinks(Database database, Ids ids) {
    this.database = database;
    this.ids = ids;
  }

  /** A new address for a conversation, in the transaction that writes the text it goes into. */
  static Token issue(
      Statements statements, FacilityId facility, ConversationId conversation, Instant now) {
    Token token = Token.brief(facility);
    statements.change(
        """
        INSERT INTO link (facility_id, token_hash, conversation_id, expires_at, created_at)
        SELECT facility_id, ?, conversation_id, expires_at, ?
        FROM conversation WHERE facility_id = ? AND conversation_id = ?
        """,
        token.hash(),
        now,
        facility.value(),
        conversation.value());
    return token;
  }

  @Override
  public Optional<Opened> open(Token token, Instant now) {
    return database.transact(
        statements ->
            conversationOf(statements, token)
                .map(conversation -> opened(statements, token.facility(), conversation, now)));
  }

  @Override
  public Optional<Opened> answer(Token token, Given given, int instrument, Instant now) {
    return whileOpen(
        token,
        now,
        (statements, conversation) -> {
          var source =
              new Responses.Source(Channel.WEB, given.respondent(), Optional.of(given.language()));
          new Responses(statements, token.facility(), conversation, source, now)
              .record(given.answer(), instrument, ids);
          Opened after = opened(statements, token.facility(), conversation, now);
          if (after.answered().containsAll(Set.of(Item.values()))) {
            complete(statements, token.facility(), conversation, now);
          }
        });
  }

  @Override
  public Optional<Opened> close(Token token, Instant now) {
    return whileOpen(
        token,
        now,
        (statements, conversation) -> {
          if (!opened(statements, token.facility(), conversation, now).answered().isEmpty()) {
            complete(statements, token.facility(), conversation, now);
          }
        });
  }

  @Override
  public Optional<Opened> stop(Token token, Instant now) {
    FacilityId facility = token.facility();
    return database.transact(
        statements -> {
          Optional<ConversationId> found = conversationOf(statements, token);
          found
              .flatMap(conversation -> recipientOf(statements, facility, conversation))
              .ifPresent(
                  phoneHash -> {
                    Ledger ledger = new Ledger(statements, facility);
                    if (!ledger.suppressed(phoneHash)) {
                      ledger.stop(phoneHash, "link", now);
                    }
                  });
          return found.map(conversation -> opened(statements, facility, conversation, now));
        });
  }

  @FunctionalInterface
  private interface Work {
    void on(Statements statements, ConversationId conversation);
  }

  /** Does it if the link still asks; nobody else changes the conversation meanwhile. */
  private Optional<Opened> whileOpen(Token token, Instant now, Work work) {
    FacilityId facility = token.facility();
    return database.transact(
        statements -> {
          Optional<ConversationId> found = conversationOf(statements, token);
          found.ifPresent(
              conversation -> {
                lock(statements, facility, conversation);
                Opened before = opened(statements, facility, conversation, now);
                if (before.status() == Links.Status.OPEN) {
                  work.on(statements, conversation);
                }
              });
          return found.map(conversation -> opened(statements, facility, conversation, now));
        });
  }

  private static Optional<ConversationId> conversationOf(Statements statements, Token token) {
    return statements.row(
        "SELECT conversation_id FROM link WHERE facility_id = ? AND token_hash = ?",
        row -> new ConversationId(row.uuid("conversation_id")),
        token.facility().value(),
        token.hash());
  }

  private static void lock(
      Statements statements, FacilityId facility, ConversationId conversation) {
    statements.row(
        """
        SELECT conversation_id FROM conversation
        WHERE facility_id = ? AND conversation_id = ? FOR UPDATE
        """,
        row -> row.uuid("conversation_id"),
        facility.value(),
        conversation.value());
  }

  private static Opened opened(
      Statements statements, FacilityId facility, ConversationId conversation, Instant now) {
    return statements
        .row(
            """
            SELECT c.facility_id, c.touchpoint, c.language, c.state, c.expires_at,
              d.standing AS discharge_standing, coalesce(r.standing = 'complete', false) AS complete,
              r.diagnosis, r.treatment, r.next_steps
            FROM conversation c
            JOIN discharge d ON d.facility_id = c.facility_id AND d.discharge_id = c.discharge_id
            LEFT JOIN response r
              ON r.facility_id = c.facility_id AND r.discharge_id = c.discharge_id
              AND r.touchpoint = c.touchpoint AND r.standing IN ('open', 'complete')
            WHERE c.facility_id = ? AND c.conversation_id = ?
            """,
            row -> opened(row, now),
            facility.value(),
            conversation.value())
        .orElseThrow();
  }

  private static Opened opened(Row row, Instant now) {
    return new Opened(
        new FacilityId(row.uuid("facility_id")),
        Touchpoint.of(row.text("touchpoint")).orElseThrow(),
        row.text("language"),
        status(row, now),
        answered(row));
  }

  private static Links.Status status(Row row, Instant now) {
    if (row.flag("complete")) {
      return Links.Status.DONE;
    }
    boolean asked =
        row.text("discharge_standing").equals(Standing.ACTIVE.code())
            && now.isBefore(row.instant("expires_at"));
    return switch (State.of(row.text("state"))) {
      case PLANNED, ASKING, PAUSED -> asked ? Links.Status.OPEN : Links.Status.OVER;
      case COMPLETE -> Links.Status.DONE;
      case EXPIRED, STOPPED, WRONG_PERSON, CANCELLED -> Links.Status.OVER;
    };
  }

  private static Set<Item> answered(Row row) {
    Set<Item> answered = EnumSet.noneOf(Item.class);
    Consumer<Item> add = answered::add;
    row.optionalText("diagnosis").ifPresent(given -> add.accept(Item.DIAGNOSIS));
    row.optionalText("treatment").ifPresent(given -> add.accept(Item.TREATMENT));
    row.optionalText("next_steps").ifPresent(given -> add.accept(Item.NEXT_STEPS));
    return answered;
  }

  /** What was still to be texted of the conversation is no longer needed; Clearance sees that. */
  private static void complete(
      Statements statements, FacilityId facility, ConversationId conversation, Instant now) {
    statements.change(
        """
        UPDATE conversation SET state = 'complete', asking = NULL, changed_at = ?
        WHERE facility_id = ? AND conversation_id = ?
        """,
        now,
        facility.value(),
        conversation.value());
    new Responses(statements, facility, conversation, Responses.Source.TEXT, now).close();
  }

  private static Optional<byte[]> recipientOf(
      Statements statements, FacilityId facility, ConversationId conversation) {
    return statements.row(
        """
        SELECT recipient_hash FROM outgoing_text
        WHERE facility_id = ? AND conversation_id = ?
        ORDER BY created_at DESC, text_id DESC LIMIT 1
        """,
        row -> row.bytes("recipient_hash"),
        facility.value(),
        conversation.value());
  }
}

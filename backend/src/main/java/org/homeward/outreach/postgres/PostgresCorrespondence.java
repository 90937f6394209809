package org.homeward.outreach.postgres;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.concern.Concern;
import org.homeward.concern.postgres.Raising;
import org.homeward.db.Row;
import org.homeward.db.Statements;
import org.homeward.facility.FacilityId;
import org.homeward.facility.Ids;
import org.homeward.outreach.Conversation;
import org.homeward.outreach.ConversationId;
import org.homeward.outreach.Correspondence;
import org.homeward.outreach.OutgoingText;
import org.homeward.outreach.Purpose;
import org.homeward.survey.Item;
import org.homeward.token.Token;

/** One number's correspondence, by the statements of one transaction. */
final class PostgresCorrespondence implements Correspondence {
  private final Statements statements;
  private final FacilityId facility;
  private final byte[] phoneHash;
  private final Instant now;
  private final TextRows texts;
  private final Ids ids;
  private final Raising raising;

  PostgresCorrespondence(
      Statements statements,
      FacilityId facility,
      byte[] phoneHash,
      Instant now,
      TextRows texts,
      Ids ids,
      Raising raising) {
    this.statements = statements;
    this.facility = facility;
    this.phoneHash = phoneHash;
    this.now = now;
    this.texts = texts;
    this.ids = ids;
    this.raising = raising;
  }

  @Override
  public boolean suppressed() {
    return new Ledger(statements, facility).suppressed(phoneHash);
  }

  @Override
  public Optional<Exchange> latest() {
    return statements.row(
        """
        SELECT c.conversation_id, c.state, c.asking, c.items, c.last_item, c.misunderstood, c.language,
          c.sender, c.expires_at, d.day, r.diagnosis, r.treatment, r.next_steps
        FROM conversation c
        JOIN discharge d ON d.facility_id = c.facility_id AND d.discharge_id = c.discharge_id
        LEFT JOIN response r ON r.facility_id = c.facility_id AND r.response_id = c.response_id
        WHERE c.facility_id = ? AND c.conversation_id = (
          SELECT t.conversation_id
          FROM outgoing_text t
          JOIN conversation asked
            ON asked.facility_id = t.facility_id AND asked.conversation_id = t.conversation_id
          WHERE t.facility_id = ? AND t.recipient_hash = ?
          ORDER BY asked.asking IS NOT NULL DESC, t.created_at DESC, t.text_id DESC
          LIMIT 1)
        FOR UPDATE OF c
        """,
        PostgresCorrespondence::exchange,
        facility.value(),
        facility.value(),
        phoneHash);
  }

  @Override
  public void suppress(String source) {
    new Ledger(statements, facility).stop(phoneHash, source, now);
  }

  @Override
  public void unsuppress(String source) {
    new Ledger(statements, facility).add(phoneHash, "start", source, now);
  }

  @Override
  public boolean record(Exchange exchange, Conversation.Given given, int instrument) {
    return responses(exchange).record(given, instrument, ids);
  }

  @Override
  public boolean amend(Exchange exchange, Conversation.Given given, int instrument) {
    boolean amended = responses(exchange).amend(given, instrument, ids);
    responses(exchange).close();
    return amended;
  }

  @Override
  public void move(Exchange exchange, Conversation next) {
    statements.change(
        """
        UPDATE conversation
        SET state = ?, asking = CAST(? AS text), last_item = CAST(? AS text), misunderstood = ?,
          changed_at = ?
        WHERE facility_id = ? AND conversation_id = ?
        """,
        next.state().code(),
        next.asking().map(Item::code).orElse(null),
        next.last().map(Item::code).orElse(null),
        next.misunderstood(),
        now,
        facility.value(),
        exchange.id().value());
    if (next.asking().isEmpty()) {
      responses(exchange).close();
    }
    if (next.state() == Conversation.State.WRONG_PERSON) {
      responses(exchange).quarantine();
    }
  }

  @Override
  public void raise(Exchange exchange, Concern.Kind kind) {
    raising.inConversation(statements, facility, exchange.id().value(), kind, now);
  }

  @Override
  public Token link(Exchange exchange) {
    return PostgresLinks.issue(statements, facility, exchange.id(), now);
  }

  @Override
  public boolean hasBeenTold(Exchange exchange, Purpose purpose) {
    return statements
        .row(
            """
            SELECT EXISTS (
              SELECT 1 FROM outgoing_text
              WHERE facility_id = ? AND conversation_id = ? AND purpose = ?) AS told
            """,
            row -> row.flag("told"),
            facility.value(),
            exchange.id().value(),
            purpose.code())
        .orElseThrow();
  }

  @Override
  public void write(OutgoingText text) {
    texts.insert(statements, facility, text, now);
  }

  private Responses responses(Exchange exchange) {
    return new Responses(statements, facility, exchange.id(), Responses.Source.TEXT, now);
  }

  private static Exchange exchange(Row row) {
    Set<Item> answered = answered(row);
    return new Exchange(
        new ConversationId(row.uuid("conversation_id")),
        conversation(row, answered),
        row.text("language"),
        row.text("sender"),
        row.day("day"),
        row.instant("expires_at"),
        answered);
  }

  private static Conversation conversation(Row row, Set<Item> answered) {
    Optional<Item> asking = row.optionalText("asking").flatMap(Item::of);
    List<Item> then =
        Stream.of(row.text("items").split(" ", -1))
            .flatMap(code -> Item.of(code).stream())
            .filter(item -> !answered.contains(item) && !asking.equals(Optional.of(item)))
            .toList();
    return new Conversation(
        Conversation.State.of(row.text("state")),
        asking,
        then,
        row.optionalText("last_item").flatMap(Item::of),
        row.integer("misunderstood"));
  }

  private static Set<Item> answered(Row row) {
    return Arrays.stream(Item.values())
        .filter(item -> row.optionalText(Responses.column(item)).isPresent())
        .collect(Collectors.toSet());
  }
}

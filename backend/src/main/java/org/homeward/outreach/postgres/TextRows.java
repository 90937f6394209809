package org.homeward.outreach.postgres;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.homeward.db.Row;
import org.homeward.db.Statements;
import org.homeward.discharge.PhoneNumber;
import org.homeward.facility.FacilityId;
import org.homeward.outreach.ConversationId;
import org.homeward.outreach.OutgoingText;
import org.homeward.outreach.Purpose;
import org.homeward.outreach.TextId;
import org.homeward.vault.Vault;
import org.homeward.vault.Vault.Place;

/** Rows of the outbox: number and text are sealed, each for its row. */
final class TextRows {
  private final Vault vault;

  TextRows(Vault vault) {
    this.vault = vault;
  }

  void insert(Statements statements, FacilityId facility, OutgoingText text, Instant now) {
    insert(statements, facility, text, Optional.empty(), now);
  }

  /** Without effect where {@code repeats} has its repetition already. */
  void insert(
      Statements statements,
      FacilityId facility,
      OutgoingText text,
      Optional<TextId> repeats,
      Instant now) {
    UUID id = text.id().value();
    String number = text.recipient().e164();
    statements.change(
        """
        INSERT INTO outgoing_text (facility_id, text_id, conversation_id, sender, recipient_sealed,
          recipient_hash, purpose, body_sealed, not_before, repeats, created_at, changed_at)
        VALUES (?, ?, CAST(? AS uuid), ?, ?, ?, ?, ?, ?, CAST(? AS uuid), ?, ?)
        ON CONFLICT (facility_id, repeats) WHERE repeats IS NOT NULL DO NOTHING
        """,
        facility.value(),
        id,
        text.conversation().map(ConversationId::value).orElse(null),
        text.sender(),
        vault.seal(number, recipientOf(facility, id)),
        vault.lookupHash(number, facility.value()),
        text.purpose().code(),
        vault.seal(text.body(), bodyOf(facility, id)),
        text.notBefore(),
        repeats.map(TextId::value).orElse(null),
        now,
        now);
  }

  /** Throws {@link Vault.Unsealable}. */
  OutgoingText open(FacilityId facility, Row row) {
    UUID id = row.uuid("text_id");
    Optional<ConversationId> conversation =
        row.optionalUuid("conversation_id").map(ConversationId::new);
    return new OutgoingText(
        new TextId(id),
        conversation,
        row.text("sender"),
        new PhoneNumber(vault.open(row.bytes("recipient_sealed"), recipientOf(facility, id))),
        Purpose.of(row.text("purpose")),
        vault.open(row.bytes("body_sealed"), bodyOf(facility, id)),
        row.instant("not_before"));
  }

  /** Empty when it is sealed with a key that is not here. */
  Optional<PhoneNumber> recipient(FacilityId facility, Row row) {
    try {
      return Optional.of(
          new PhoneNumber(
              vault.open(
                  row.bytes("recipient_sealed"), recipientOf(facility, row.uuid("text_id")))));
    } catch (Vault.Unsealable e) {
      return Optional.empty();
    }
  }

  private static Place recipientOf(FacilityId facility, UUID text) {
    return Place.of("outgoing_text.recipient", facility.value(), text);
  }

  private static Place bodyOf(FacilityId facility, UUID text) {
    return Place.of("outgoing_text.body", facility.value(), text);
  }
}

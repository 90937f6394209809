package org.homeward.outreach;

import java.time.Instant;
import java.util.Optional;
import org.homeward.discharge.PhoneNumber;

/**
 * A text for the outbox.
 *
 * @param conversation the one that it belongs to; empty for what answers a number, such as help
 * @param sender our number or messaging service
 * @param notBefore when it may go at the earliest
 */
public record OutgoingText(
    TextId id,
    Optional<ConversationId> conversation,
    String sender,
    PhoneNumber recipient,
    Purpose purpose,
    String body,
    Instant notBefore) {

  /** The same words to the same number, as another text. */
  public OutgoingText anew(TextId as, Instant later) {
    return new OutgoingText(as, conversation, sender, recipient, purpose, body, later);
  }

  /** Shows neither number nor text, so that it can be logged. */
  @Override
  public String toString() {
    return "OutgoingText[" + id + ", " + purpose + "]";
  }
}

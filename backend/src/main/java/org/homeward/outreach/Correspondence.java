package org.homeward.outreach;

import java.util.Optional;
import org.homeward.token.Token;

/** Everything between us and one number at one facility, within one transaction. */
public interface Correspondence {

  /** A conversation with this number. */
  record Exchange(ConversationId id, Conversation conversation, String language, String sender) {}

  boolean suppressed();

  /**
   * The conversation in which this number was asked last, one with an open question before any
   * other. Until the end of the transaction nobody else changes it.
   */
  Optional<Exchange> latest();

  /** Suppresses the number: its conversations end, and what waits for it is withheld. */
  void suppress(String source);

  void unsuppress(String source);

  /**
   * Writes an answer down.
   *
   * @param instrument the version that was asked
   * @return false when somebody answered for this discharge by another channel first
   */
  boolean record(Exchange exchange, Conversation.Given given, int instrument);

  /** Where the conversation is from now on. Its answers are closed together with it. */
  void move(Exchange exchange, Conversation next);

  /** A new link to the conversation's page, for the text that is about to be written. */
  Token link(Exchange exchange);

  boolean hasBeenTold(Exchange exchange, Purpose purpose);

  void write(OutgoingText text);
}

package org.homeward.outreach;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.homeward.concern.Concern;
import org.homeward.survey.Item;
import org.homeward.token.Token;

/** Everything between us and one number at one facility, within one transaction. */
public interface Correspondence {

  /**
   * A conversation with this number.
   *
   * @param discharge the day of the visit, which is all that tells one from another
   * @param expires until when answers are waited for
   * @param answered the items that have their answers, by whichever channel
   */
  record Exchange(
      ConversationId id,
      Conversation conversation,
      String language,
      String sender,
      LocalDate discharge,
      Instant expires,
      Set<Item> answered) {
    public Exchange {
      answered = Set.copyOf(answered);
    }
  }

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

  /** The same after the answers were closed: for what was written before that, and corrections. */
  boolean amend(Exchange exchange, Conversation.Given given, int instrument);

  /**
   * Where the conversation is from now on. Its answers are closed together with it; those of the
   * wrong person count no more.
   */
  void move(Exchange exchange, Conversation next);

  /** A new link to the conversation's page, for the text that is about to be written. */
  Token link(Exchange exchange);

  boolean hasBeenTold(Exchange exchange, Purpose purpose);

  /** Staff must look at this conversation. */
  void raise(Exchange exchange, Concern.Kind kind);

  void write(OutgoingText text);
}

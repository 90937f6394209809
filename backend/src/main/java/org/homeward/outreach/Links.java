package org.homeward.outreach;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.homeward.facility.FacilityId;
import org.homeward.survey.Item;
import org.homeward.survey.Respondent;
import org.homeward.survey.Touchpoint;
import org.homeward.token.Token;

/**
 * The patient's own page: what a link in a text opens. A link belongs to one conversation, and so
 * to one discharge at one touchpoint, and is good until the conversation's answers are no longer
 * waited for. Everything here is empty for a token that is no link's.
 */
public interface Links {

  /**
   * How things stand with what a link asks.
   *
   * @param language the conversation's
   * @param answered by whichever channel
   */
  record Opened(
      FacilityId facility,
      Touchpoint touchpoint,
      String language,
      Status status,
      Set<Item> answered) {
    public Opened {
      answered = Set.copyOf(answered);
    }
  }

  /** Whether it still asks. */
  enum Status {
    OPEN,
    /** Everything that will be answered is. */
    DONE,
    /** Too late, or the discharge is not asked any more. */
    OVER
  }

  /** An answer on the page; {@code language} is the one it was asked in. */
  record Given(Conversation.Given answer, Respondent respondent, String language) {}

  Optional<Opened> open(Token token, Instant now);

  /**
   * Writes an answer down. The first channel to answer an item keeps it; here, a later answer is a
   * correction. With the last item the conversation is complete.
   *
   * @param instrument the version that was asked
   * @return how things stand after it; {@code OVER} means that nothing was written
   */
  Optional<Opened> answer(Token token, Given given, int instrument, Instant now);

  /** Whoever answers is done, and leaves the rest out. Without any answer nothing ends. */
  Optional<Opened> close(Token token, Instant now);

  /** Stops all texts of the facility to the number that the link went to. */
  Optional<Opened> stop(Token token, Instant now);
}

package org.homeward.outreach;

import java.util.List;
import org.homeward.outreach.Reply.Wish;

/** Hears what patients write, in every language at once: people answer in the one they like. */
public final class Ear {
  private final List<RedFlags> redFlags;
  private final StopWording stop;
  private final AnswerWording answers;
  private final WholeTexts start;
  private final WholeTexts help;
  private final WholeTexts courtesies;
  private final List<Phrase> wrongPerson;

  public Ear(Lexicon lexicon) {
    this.redFlags = lexicon.dangers().stream().map(RedFlags::new).toList();
    this.stop = new StopWording(lexicon);
    this.answers = new AnswerWording(lexicon);
    this.start = WholeTexts.of(lexicon, Vocabulary::start);
    this.help = WholeTexts.of(lexicon, Vocabulary::help);
    this.courtesies = WholeTexts.of(lexicon, Vocabulary::polite);
    this.wrongPerson = WholeTexts.of(lexicon, Vocabulary::wrongPerson).phrases();
  }

  /** Whether somebody seems to be in danger. */
  public boolean alarmed(Reply reply) {
    return redFlags.stream().anyMatch(flags -> flags.isIn(reply));
  }

  public Wish wish(Reply reply) {
    if (stop.isStop(reply)) {
      return Wish.STOP;
    }
    if (start.has(reply)) {
      return Wish.START;
    }
    // Reserved by carriers for starting again, and the plainest answer there is.
    if (reply.phrase().equals("yes")) {
      return Wish.YES;
    }
    return help.has(reply) ? Wish.HELP : Wish.NONE;
  }

  /**
   * What a reply says to a question.
   *
   * @param language that was asked in: it decides where a word answers differently in two languages
   */
  public Understanding understanding(Reply reply, String language) {
    if (wrongPerson.stream().anyMatch(phrase -> phrase.in(reply) >= 0)) {
      return new Understanding.WrongPerson();
    }
    Understanding answer = answers.understanding(reply, language);
    return answer instanceof Understanding.Unclear && courtesies.has(reply)
        ? new Understanding.Courtesy()
        : answer;
  }
}

package org.homeward.outreach;

import java.util.List;
import org.homeward.survey.Answer;

/** What a reply was understood to be. Never a guess. */
public sealed interface Understanding {

  /** An answer to the open question; or several, to all that are open, in their order. */
  record Answered(List<Answer> answers) implements Understanding {
    public Answered {
      answers = List.copyOf(answers);
    }

    static Answered with(Answer answer) {
      return new Answered(List.of(answer));
    }
  }

  /** "Yes but not the pills": partly, and the words are worth keeping. */
  record Qualified() implements Understanding {}

  /** "Sorry, I meant 2": it takes the place of the answer before. */
  record Corrected(Answer answer) implements Understanding {}

  /** Whoever has this phone is not whom we meant. */
  record WrongPerson() implements Understanding {}

  /** Somebody is in danger. */
  record Emergency() implements Understanding {}

  /** A picture and no words. */
  record Picture() implements Understanding {}

  /** "Thank you": wants no answer. */
  record Courtesy() implements Understanding {}

  record Unclear() implements Understanding {}
}

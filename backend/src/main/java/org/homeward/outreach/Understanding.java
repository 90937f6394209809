package org.homeward.outreach;

import org.homeward.survey.Answer;

/** What a reply to an open question was understood to be. Never a guess. */
public sealed interface Understanding {

  record Answered(Answer answer) implements Understanding {}

  record Unclear() implements Understanding {}
}

package org.homeward.outreach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.stream.Collectors;
import org.homeward.outreach.json.LexiconFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Replies as people write them, in every language that is asked in. */
class LabelledRepliesTest {
  private static final Ear EAR = new Ear(LexiconFiles.read());

  @ParameterizedTest
  @CsvFileSource(resources = "replies.csv", numLinesToSkip = 1)
  void eachIsTakenForWhatItMeans(String language, String meaning, String body) {
    Reply reply = new Reply(body);
    assertEquals(meaning, meaning(reply, language), body);
    // A carrier's word is never an answer's, but for YES.
    if (meaning.equals("no")) {
      assertEquals(Reply.Wish.NONE, EAR.wish(reply), body);
    }
  }

  private static String meaning(Reply reply, String language) {
    return switch (EAR.wish(reply)) {
      case STOP -> "stop";
      case START -> "start";
      case HELP -> "help";
      case YES, NONE -> meaning(EAR.understanding(reply, language));
    };
  }

  private static String meaning(Understanding understanding) {
    return switch (understanding) {
      case Understanding.Answered(var answers) ->
          answers.stream().map(answer -> answer.code()).collect(Collectors.joining(" "));
      case Understanding.Qualified qualified -> "qualified";
      case Understanding.Corrected corrected -> "corrected";
      case Understanding.WrongPerson wrongPerson -> "wrong-person";
      case Understanding.Emergency emergency -> "emergency";
      case Understanding.Picture picture -> "picture";
      case Understanding.Courtesy courtesy -> "courtesy";
      case Understanding.Unclear unclear -> "unclear";
    };
  }

  @Test
  void noWordAnswersInTwoWaysInOneLanguage() {
    for (Map.Entry<String, Vocabulary> language : LexiconFiles.read().byLanguage().entrySet()) {
      Map<String, Long> uses =
          language.getValue().answers().values().stream()
              .flatMap(list -> list.stream().map(Reply::folded).distinct())
              .filter(word -> !word.isEmpty())
              .collect(Collectors.groupingBy(word -> word, Collectors.counting()));
      assertTrue(
          uses.values().stream().allMatch(count -> count == 1),
          () ->
              language.getKey()
                  + " "
                  + uses.entrySet().stream().filter(u -> u.getValue() > 1).toList());
    }
  }
}

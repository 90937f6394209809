package org.homeward.outreach;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.homeward.survey.Answer;

/**
 * Which texts are answers: the whole text and nothing but. What is qualified ("yes but not the
 * pills"), asked back or polite in a way that could mean something else ("no thanks") is unclear.
 */
final class AnswerWording {
  private static final Map<String, Answer> ANSWERS = new HashMap<>();

  static {
    add(
        Answer.YES,
        "1, one, uno, una",
        """
        yes, y, yes yes, yeah, yea, yep, yup, yes i do, i do, yes sir, yes maam, yes thanks,
        yes thank you, si, s, si si, si entiendo, si lo entiendo, lo entiendo, si lo se, lo se,
        si gracias
        """);
    add(
        Answer.PARTLY,
        "2, two, dos",
        """
        partly, partially, part, in part, a little, a little bit, a bit, somewhat, sort of,
        kind of, more or less, so so, yes and no, en parte, parcialmente, mas o menos,
        masomenos, un poco, un poquito, a medias, si y no, regular
        """);
    add(
        Answer.NO,
        "3, three, tres",
        """
        no, n, no no, nope, no i dont, i dont, i do not, not really, not at all,
        no lo entiendo, no lo se, para nada
        """);
  }

  private AnswerWording() {}

  static Understanding understanding(Reply reply) {
    if (reply.asksBack()) {
      return new Understanding.Unclear();
    }
    return Optional.ofNullable(ANSWERS.get(reply.phrase()))
        .or(() -> thumb(reply.body()))
        .<Understanding>map(Understanding.Answered::new)
        .orElseGet(Understanding.Unclear::new);
  }

  /** A number, a word, and both together. */
  private static void add(Answer answer, String numbers, String words) {
    Set<String> said = Keywords.words(words);
    said.forEach(word -> ANSWERS.put(word, answer));
    for (String number : Keywords.words(numbers)) {
      ANSWERS.put(number, answer);
      said.forEach(word -> ANSWERS.put(number + " " + word, answer));
      said.forEach(word -> ANSWERS.put(word + " " + number, answer));
    }
  }

  /** A thumb up in any skin, and nothing that could be read. */
  private static Optional<Answer> thumb(String body) {
    String bare = body.replaceAll("[\\x{1F3FB}-\\x{1F3FF}\\x{FE0F}\\s.!]", "");
    return bare.matches("(\\x{1F44D})+") ? Optional.of(Answer.YES) : Optional.empty();
  }
}

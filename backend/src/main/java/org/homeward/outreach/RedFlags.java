package org.homeward.outreach;

import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;

/**
 * Whether a reply speaks of an emergency or of self-harm, in one language. Where in doubt it does:
 * a false alarm costs a text and a look, a missed one more.
 */
final class RedFlags {
  private static final int NEAR_WORDS = 4;
  private static final int NEAR_CHARACTERS = 3;

  private final boolean unspaced;
  private final Turns harmless;
  private final Turns always;
  private final Turns unlessNegated;
  private final Turns ifs;
  private final Turns before;
  private final Turns after;
  private final Turns denies;

  RedFlags(Danger danger) {
    this.unspaced = danger.unspaced();
    this.harmless = Turns.of(danger.harmless(), unspaced);
    this.always = Turns.of(danger.always(), unspaced);
    this.unlessNegated = Turns.of(danger.unlessNegated(), unspaced);
    this.ifs = Turns.of(danger.ifs(), unspaced);
    this.before = Turns.of(danger.before(), unspaced);
    this.after = Turns.of(danger.after(), unspaced);
    this.denies = Turns.of(answersBefore(danger), unspaced);
  }

  boolean isIn(Reply reply) {
    return reply.sentences().stream().anyMatch(sentence -> isIn(sentence.phrase()));
  }

  private boolean isIn(String sentence) {
    String text = harmless.takenOutOf(unspaced ? sentence.replace(" ", "") : sentence);
    return always.in(text).stream().anyMatch(found -> !isSupposed(text, found))
        || unlessNegated.in(text).stream()
            .anyMatch(found -> !isSupposed(text, found) && !isDenied(text, found));
  }

  private boolean isSupposed(String text, MatchResult found) {
    return ifs.areIn(text.substring(0, found.start()).strip());
  }

  private boolean isDenied(String text, MatchResult found) {
    String lead = denies.takenOutOf(text.substring(0, found.start()).strip());
    return before.areIn(last(lead))
        || before.areIn(found.group())
        || after.areIn(next(text, found));
  }

  private String last(String text) {
    if (unspaced) {
      return text.substring(Math.max(0, text.length() - NEAR_CHARACTERS));
    }
    String[] words = text.split(" ", -1);
    return Arrays.stream(words)
        .skip(Math.max(0, words.length - NEAR_WORDS))
        .collect(Collectors.joining(" "));
  }

  private String next(String text, MatchResult found) {
    String rest = text.substring(found.end()).strip();
    return unspaced
        ? rest.substring(0, Math.min(NEAR_CHARACTERS, rest.length()))
        : Arrays.stream(rest.split(" ", -1)).limit(NEAR_WORDS).collect(Collectors.joining(" "));
  }

  /** "No I have pain" denies nothing: its "no" is an answer. */
  private static List<String> answersBefore(Danger danger) {
    return danger.subjects().isEmpty()
        ? List.of()
        : danger.before().stream()
            .filter(word -> word.indexOf(' ') < 0 && word.length() <= 4)
            .map(word -> word + " (" + String.join("|", danger.subjects()) + ")")
            .toList();
  }
}

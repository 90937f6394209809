package org.homeward.outreach;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Turns of phrase of one language, to be found in folded sentences. */
final class Turns {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}'’ʼ]+");
  private static final Pattern NEVER = Pattern.compile("(?!)");

  private final Pattern pattern;

  private Turns(Pattern pattern) {
    this.pattern = pattern;
  }

  static Turns of(List<String> written, boolean unspaced) {
    if (written.isEmpty()) {
      return new Turns(NEVER);
    }
    String either =
        written.stream()
            .map(turn -> unspaced ? unspaced(turn) : spaced(turn))
            .collect(Collectors.joining("|"));
    return new Turns(
        Pattern.compile(unspaced ? either : "(?<!\\S)(?:%s)(?!\\S)".formatted(either)));
  }

  /** Every place in a sentence where one of them stands. */
  List<MatchResult> in(String sentence) {
    return pattern.matcher(sentence).results().toList();
  }

  boolean areIn(String words) {
    return pattern.matcher(words).find();
  }

  String takenOutOf(String sentence) {
    return pattern.matcher(sentence).replaceAll(" ").replaceAll(" +", " ").strip();
  }

  private static String spaced(String turn) {
    return folded(turn).replace("(", "(?:").replace("*", "\\S*").replace(" … ", "(?: \\S+){0,4}? ");
  }

  private static String unspaced(String turn) {
    return folded(turn).replace("(", "(?:").replace("…", ".{0,4}?");
  }

  /** Only the words: what lies between them is ours. */
  private static String folded(String turn) {
    return WORD.matcher(turn).replaceAll(word -> Reply.folded(word.group()));
  }
}

package org.homeward.outreach;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A patient's text as words: lower case, without accents and punctuation. It is read in English and
 * Spanish at once, since people answer in either.
 */
public record Reply(String body) {

  public Wish wish() {
    if (StopWording.isStop(this)) {
      return Wish.STOP;
    }
    if (Keywords.START.contains(phrase())) {
      return Wish.START;
    }
    // Reserved by carriers for starting again, and the plainest answer there is.
    if (phrase().equals("yes")) {
      return Wish.YES;
    }
    return Keywords.HELP.contains(phrase()) ? Wish.HELP : Wish.NONE;
  }

  /** What the sender wants of us, apart from answering. */
  public enum Wish {
    STOP,
    /** Texts again, if they were stopped. */
    START,
    /** A start while the number is suppressed, else an answer. */
    YES,
    HELP,
    NONE
  }

  public Understanding understanding() {
    return AnswerWording.understanding(this);
  }

  /** The whole text as words with single spaces. */
  String phrase() {
    return phrase(body);
  }

  /** Each sentence of the text as words. */
  List<String> sentences() {
    return Stream.of(body.split("[.!,;:\\n\\r]+", -1))
        .map(Reply::phrase)
        .filter(sentence -> !sentence.isEmpty())
        .toList();
  }

  boolean asksBack() {
    return body.indexOf('?') >= 0 || body.indexOf('¿') >= 0;
  }

  private static String phrase(String text) {
    String plain =
        Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
            .replaceAll("[\\p{M}'’‘`´]", "")
            .replaceAll("[^\\p{L}\\p{N}]+", " ")
            .strip();
    boolean spelledOut =
        plain.length() > 3
            && Arrays.stream(plain.split(" ", -1)).allMatch(w -> w.matches("\\p{L}"));
    return spelledOut ? plain.replace(" ", "") : plain;
  }

  /** Shows nothing of what was written. */
  @Override
  public String toString() {
    return "Reply[" + body.length() + " characters]";
  }
}

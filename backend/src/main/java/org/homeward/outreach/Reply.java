package org.homeward.outreach;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A patient's text as words: lower case, without accents and punctuation, digits of every script as
 * 0 to 9, and "yesss" as "yes".
 */
public final class Reply {
  private final String body;
  private final String phrase;
  private final String toned;
  private final boolean hasTones;

  public Reply(String body) {
    this.body = body;
    this.phrase = folded(body);
    this.toned = words(Normalizer.normalize(body.toLowerCase(Locale.ROOT), Normalizer.Form.NFC));
    this.hasTones = toned.indexOf('đ') >= 0 || !Normalizer.isNormalized(toned, Normalizer.Form.NFD);
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

  public String body() {
    return body;
  }

  /** The whole text as words with single spaces. */
  String phrase() {
    return phrase;
  }

  /** The same with its accents, for languages in which they tell words apart. */
  String toned() {
    return toned;
  }

  /** Whether it was written with accents at all. */
  boolean hasTones() {
    return hasTones;
  }

  /** Each sentence of the text. */
  List<Reply> sentences() {
    return Stream.of(body.split("[.!,;:\\n\\r?¿¡。！，；？、؟،…]+", -1))
        .map(Reply::new)
        .filter(sentence -> !sentence.phrase().isEmpty())
        .toList();
  }

  boolean asksBack() {
    return body.codePoints().anyMatch(c -> "?¿？؟".indexOf(c) >= 0);
  }

  /** Its emoji and other signs, without skin colours; what is words or punctuation is left out. */
  String signs() {
    return body.codePoints()
        .filter(c -> Character.getType(c) == Character.OTHER_SYMBOL)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  static String folded(String text) {
    String plain =
        Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
            .replaceAll("[\\p{M}ـ]", "")
            .replace('đ', 'd')
            .replace('ة', 'ه')
            .replace('ى', 'ي');
    return words(plain).replaceAll("(\\p{L})\\1{2,}", "$1");
  }

  private static String words(String text) {
    String plain =
        text.codePoints()
            .filter(c -> "'’‘`´ʼ".indexOf(c) < 0)
            .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
            .mapToObj(Character::toString)
            .collect(Collectors.joining())
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

package org.homeward.outreach;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Some words of a language, to be found in replies. Where accents tell words apart they are heeded
 * in replies that have any.
 *
 * @param folded the words without accents; none where these alone could mean something else
 * @param toned the words with their accents, where these matter
 */
record Phrase(Optional<String> folded, Optional<String> toned) {
  /** Chinese is written without spaces: a phrase may stand anywhere. */
  private static final Pattern UNSPACED = Pattern.compile(".*\\p{IsHan}.*");

  static Phrase of(String words, Vocabulary vocabulary) {
    Reply written = new Reply(words);
    if (!vocabulary.tonal()) {
      return new Phrase(Optional.of(written.phrase()), Optional.empty());
    }
    boolean plain = !vocabulary.ambiguousWithoutTones(written);
    return new Phrase(
        Optional.of(written.phrase()).filter(p -> plain), Optional.of(written.toned()));
  }

  /** Whether the reply is these words and nothing else. */
  boolean is(Reply reply) {
    return heeded(reply).filter(words -> words.equals(read(reply))).isPresent();
  }

  /** Where in the words of a reply these stand, or -1. */
  int in(Reply reply) {
    return heeded(reply).map(words -> find(words, read(reply))).orElse(-1);
  }

  private boolean heedsTones(Reply reply) {
    return toned.isPresent() && reply.hasTones();
  }

  private Optional<String> heeded(Reply reply) {
    return heedsTones(reply) ? toned : folded;
  }

  private String read(Reply reply) {
    return heedsTones(reply) ? reply.toned() : reply.phrase();
  }

  private static int find(String words, String text) {
    return unspaced(words)
        ? text.replace(" ", "").indexOf(words.replace(" ", ""))
        : (" " + text + " ").indexOf(" " + words + " ");
  }

  static boolean unspaced(String words) {
    return UNSPACED.matcher(words).matches();
  }
}

package org.homeward.outreach;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether a text asks us to stop. Any reasonable wording counts (FCC, 47 CFR 64.1200(a)(10), in
 * force since April 2025), but a patient who writes about stopping a medicine, or just "No", does
 * not ask for it.
 */
final class StopWording {
  private final List<Phrase> keywords;
  private final Set<String> company = new HashSet<>();
  private final List<Request> requests;

  /** A phrase that asks for it, unless one of these words stands before it. */
  private record Request(Phrase phrase, Set<String> negations) {

    /** "Please don't stop texting me" asks for the opposite. */
    boolean isIn(Reply sentence) {
      int at = phrase.in(sentence);
      if (at < 0) {
        return false;
      }
      String words = sentence.phrase();
      String before = words.substring(0, Math.min(at, words.length())).strip();
      return !negations.contains(before.substring(before.lastIndexOf(' ') + 1));
    }
  }

  StopWording(Lexicon lexicon) {
    this.keywords = WholeTexts.of(lexicon, vocabulary -> vocabulary.stop().keywords()).phrases();
    for (Vocabulary vocabulary : lexicon.byLanguage().values()) {
      vocabulary.stop().company().forEach(word -> company.add(Reply.folded(word)));
    }
    this.requests = lexicon.byLanguage().values().stream().flatMap(StopWording::requests).toList();
  }

  boolean isStop(Reply reply) {
    return isKeyword(reply)
        || reply.sentences().stream()
            .anyMatch(
                sentence ->
                    isKeyword(sentence)
                        || requests.stream().anyMatch(request -> request.isIn(sentence)));
  }

  private boolean isKeyword(Reply sentence) {
    Reply alone =
        new Reply(
            Arrays.stream(sentence.body().split("\\s+", -1))
                .filter(word -> !company.contains(Reply.folded(word)))
                .collect(Collectors.joining(" ")));
    return keywords.stream().anyMatch(keyword -> keyword.is(sentence) || keyword.is(alone));
  }

  private static Stream<Request> requests(Vocabulary vocabulary) {
    Set<String> negations =
        vocabulary.stop().negations().stream().map(Reply::folded).collect(Collectors.toSet());
    return vocabulary.stop().phrases().stream()
        .map(words -> new Request(Phrase.of(words, vocabulary), negations));
  }
}

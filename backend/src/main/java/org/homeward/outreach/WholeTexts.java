package org.homeward.outreach;

import java.util.List;
import java.util.function.Function;

/** Phrases of all languages, each of which is a whole text. */
record WholeTexts(List<Phrase> phrases) {

  static WholeTexts of(Lexicon lexicon, Function<Vocabulary, List<String>> which) {
    return new WholeTexts(
        lexicon.byLanguage().values().stream()
            .flatMap(
                vocabulary ->
                    which.apply(vocabulary).stream().map(words -> Phrase.of(words, vocabulary)))
            .toList());
  }

  boolean has(Reply reply) {
    return phrases.stream().anyMatch(phrase -> phrase.is(reply));
  }
}

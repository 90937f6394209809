package org.homeward.outreach;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The vocabularies of all languages that patients are asked in, by language. {@link #ANY} is none:
 * it holds digits and signs.
 *
 * @param dangers how each language speaks of an emergency
 */
public record Lexicon(Map<String, Vocabulary> byLanguage, List<Danger> dangers) {
  public static final String ANY = "any";

  public Lexicon {
    byLanguage = Map.copyOf(byLanguage);
    dangers = List.copyOf(dangers);
    if (!byLanguage.containsKey(ANY)) {
      throw new IllegalArgumentException("The lexicon has no digits");
    }
  }

  Vocabulary any() {
    return Objects.requireNonNull(byLanguage.get(ANY));
  }
}

package org.homeward.survey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The wording of the instrument in force in every language there is. All languages have the same
 * keys.
 *
 * @param version of the instrument that the wording asks
 */
public record Catalogue(int version, Map<String, Wording> byLanguage) {
  public static final String FALLBACK = "en";

  public Catalogue {
    byLanguage = Map.copyOf(new LinkedHashMap<>(byLanguage));
    Wording fallback = byLanguage.get(FALLBACK);
    if (fallback == null) {
      throw new IllegalArgumentException("The catalogue has no " + FALLBACK);
    }
    for (Wording wording : byLanguage.values()) {
      if (!wording.texts().keySet().equals(fallback.texts().keySet())) {
        throw new IllegalArgumentException(
            "The wording of " + wording.language() + " lacks or adds keys");
      }
    }
  }

  public List<String> languages() {
    return byLanguage.keySet().stream().sorted().toList();
  }

  public boolean speaks(String language) {
    return byLanguage.containsKey(language);
  }

  /** The wording of the language, or English where there is none. */
  public Wording in(String language) {
    Wording wording = byLanguage.get(speaks(language) ? language : FALLBACK);
    return Objects.requireNonNull(wording);
  }
}

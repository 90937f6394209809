package org.homeward.survey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The wording of the instrument in force in every language there is. All languages have the same
 * keys, and the same blanks to fill in.
 */
public final class Catalogue {
  public static final String FALLBACK = "en";

  private static final Pattern BLANK = Pattern.compile("\\{[a-z]+(?=[,}])");

  private final int version;
  private final int consentVersion;
  private final Map<String, Wording> byLanguage = new LinkedHashMap<>();

  /**
   * @param version of the instrument that the wording asks
   * @param consentVersion of the sentence that patients agree to
   * @param wordings in the order in which languages are offered
   */
  public Catalogue(int version, int consentVersion, List<Wording> wordings) {
    this.version = version;
    this.consentVersion = consentVersion;
    wordings.forEach(wording -> byLanguage.put(wording.language(), wording));
    if (!speaks(FALLBACK) || byLanguage.size() < wordings.size()) {
      throw new IllegalArgumentException("The catalogue lacks " + FALLBACK + ", or says one twice");
    }
    wordings.forEach(wording -> compare(wording, in(FALLBACK)));
  }

  public int version() {
    return version;
  }

  public int consentVersion() {
    return consentVersion;
  }

  /** In the order in which they are offered. */
  public List<Wording> wordings() {
    return List.copyOf(byLanguage.values());
  }

  public List<String> languages() {
    return List.copyOf(byLanguage.keySet());
  }

  public boolean speaks(String language) {
    return byLanguage.containsKey(language);
  }

  /** The wording of the language, or English where there is none. */
  public Wording in(String language) {
    return Objects.requireNonNull(byLanguage.get(speaks(language) ? language : FALLBACK));
  }

  private static void compare(Wording wording, Wording fallback) {
    Set<String> differing = new TreeSet<>();
    fallback.texts().keySet().stream().filter(key -> lacks(wording, key)).forEach(differing::add);
    wording.texts().keySet().stream().filter(key -> lacks(fallback, key)).forEach(differing::add);
    if (!differing.isEmpty()) {
      throw new IllegalArgumentException(
          "The wording of " + wording.language() + " lacks or adds " + differing);
    }
    wording
        .texts()
        .forEach(
            (key, text) -> {
              if (!blanks(text).equals(blanks(fallback.text(key)))) {
                throw new IllegalArgumentException(
                    "The wording of %s has other blanks than %s at %s"
                        .formatted(wording.language(), FALLBACK, key));
              }
            });
  }

  private static boolean lacks(Wording wording, String key) {
    return !wording.texts().containsKey(key);
  }

  private static Set<String> blanks(String text) {
    return BLANK.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }
}

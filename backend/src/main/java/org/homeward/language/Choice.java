package org.homeward.language;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.homeward.survey.Catalogue;
import org.homeward.survey.Review;
import org.homeward.survey.Wording;

/**
 * The languages that patients of a facility may choose.
 *
 * @param languages in the order in which they are offered; the first is said to whoever reads none
 *     of them
 * @param confirmedDrafts those that may be enabled although nobody has reviewed them
 */
public record Choice(List<String> languages, Set<String> confirmedDrafts) {
  public Choice {
    languages = List.copyOf(languages);
    confirmedDrafts = Set.copyOf(confirmedDrafts);
    if (languages.isEmpty() || new HashSet<>(languages).size() < languages.size()) {
      throw new IllegalArgumentException("One or more languages, each once");
    }
  }

  /** What would become choosable that was not. */
  public List<String> added(List<String> before) {
    return languages.stream().filter(language -> !before.contains(language)).toList();
  }

  /** What would no longer be choosable. */
  public List<String> removed(List<String> before) {
    return before.stream().filter(language -> !languages.contains(language)).toList();
  }

  /** Drafts that would be added without anybody having confirmed it. */
  public List<Wording> unconfirmed(List<String> before, Catalogue catalogue) {
    return added(before).stream()
        .map(catalogue::in)
        .filter(wording -> wording.review() == Review.DRAFT)
        .filter(wording -> !confirmedDrafts.contains(wording.language()))
        .toList();
  }
}

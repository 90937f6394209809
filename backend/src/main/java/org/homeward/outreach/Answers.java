package org.homeward.outreach;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.survey.Answer;

/** The answers of one language, as one way of reading spells them. */
final class Answers {
  /** Shorter words are too near to others. */
  private static final int SHORTEST_MISSPELT = 5;

  private final Map<String, Answer> words = new HashMap<>();
  private final Map<String, Answer> numbers = new HashMap<>();
  private final List<String> but;
  private final List<String> meant;
  private final List<String> polite;

  /**
   * The language's own words, and the digits that all languages share.
   *
   * @param spelling how this reading spells a word of the vocabulary; empty leaves it out
   */
  Answers(Vocabulary own, Vocabulary any, Function<String, Optional<String>> spelling) {
    own.answers()
        .forEach((answer, said) -> spelt(said, spelling).forEach(w -> words.put(w, answer)));
    Stream.of(own, any)
        .flatMap(vocabulary -> vocabulary.numbers().entrySet().stream())
        .forEach(
            entry ->
                spelt(entry.getValue(), spelling).forEach(w -> numbers.put(w, entry.getKey())));
    this.but = spelt(own.but(), spelling);
    this.meant = spelt(own.meant(), spelling);
    this.polite = spelt(own.polite(), spelling);
  }

  /** The answer that this text is. A "no" with thanks could decline something else. */
  Optional<Answer> whole(String text) {
    return bare(text)
        .or(
            () ->
                polite.stream()
                    .flatMap(courtesy -> without(text, courtesy))
                    .flatMap(rest -> courteous(rest).stream())
                    .findFirst());
  }

  private Optional<Answer> courteous(String rest) {
    return Optional.ofNullable(numbers.get(rest))
        .or(() -> bare(rest).filter(answer -> answer != Answer.NO));
  }

  /** A word, a number, or both where they agree. */
  private Optional<Answer> bare(String text) {
    return Optional.ofNullable(words.get(text))
        .or(() -> Optional.ofNullable(numbers.get(text)))
        .or(
            () ->
                numbers.entrySet().stream()
                    .filter(
                        number ->
                            without(text, number.getKey())
                                .anyMatch(rest -> number.getValue() == words.get(rest)))
                    .map(Map.Entry::getValue)
                    .findFirst());
  }

  /** What is left of a text that begins or ends with a word. */
  private static Stream<String> without(String text, String word) {
    return Stream.of(
            text.startsWith(word + " ") ? text.substring(word.length() + 1) : "",
            text.endsWith(" " + word) ? text.substring(0, text.length() - word.length() - 1) : "")
        .filter(rest -> !rest.isEmpty());
  }

  /** What follows "sorry, I meant". */
  Stream<String> afterMeant(String text) {
    return meant.stream()
        .filter(words -> text.startsWith(words + " "))
        .map(words -> text.substring(words.length() + 1));
  }

  /** A yes, and then a "but". */
  boolean qualifies(String text) {
    return Stream.of(words, numbers)
        .flatMap(said -> said.entrySet().stream())
        .filter(said -> said.getValue() != Answer.NO && begins(text, said.getKey()))
        .anyMatch(said -> saysBut(text.substring(said.getKey().length())));
  }

  boolean saysBut(String text) {
    return but.stream().anyMatch(word -> contains(text, word));
  }

  private static boolean begins(String text, String word) {
    return text.startsWith(word)
        && (text.length() == word.length()
            || text.charAt(word.length()) == ' '
            || Phrase.unspaced(word));
  }

  private static boolean contains(String text, String word) {
    return Phrase.unspaced(word)
        ? text.contains(word)
        : (" " + text.strip() + " ").contains(" " + word + " ");
  }

  /** One slip away from one answer, and two at least from every other. */
  Optional<Answer> misspelt(String text) {
    if (text.length() < SHORTEST_MISSPELT || text.chars().anyMatch(Character::isDigit)) {
      return Optional.empty();
    }
    Map<Boolean, Set<Answer>> near =
        words.keySet().stream()
            .filter(word -> Spelling.distance(text, word, 2) <= 2)
            .collect(
                Collectors.partitioningBy(
                    word -> Spelling.distance(text, word, 1) <= 1,
                    Collectors.mapping(words::get, Collectors.toSet())));
    Set<Answer> one = near.getOrDefault(true, Set.of());
    return one.size() == 1 && one.containsAll(near.getOrDefault(false, Set.of()))
        ? one.stream().findFirst()
        : Optional.empty();
  }

  private static List<String> spelt(
      List<String> words, Function<String, Optional<String>> spelling) {
    return words.stream()
        .flatMap(word -> spelling.apply(word).stream())
        .filter(word -> !word.isEmpty())
        .toList();
  }
}

package org.homeward.survey;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * Everything that is said to patients in one language, on every channel.
 *
 * @param language its BCP 47 tag
 */
public record Wording(String language, Phrasing phrasing, Map<String, String> texts) {
  public Wording {
    texts = Map.copyOf(texts);
    if (!language.equals(texts.get("catalogue.language"))) {
      throw new IllegalArgumentException("The wording of " + language + " says another language");
    }
    if (Review.of(texts.getOrDefault("catalogue.status", "")).isEmpty()) {
      throw new IllegalArgumentException("The wording of " + language + " has no review status");
    }
    texts.forEach(
        (key, text) -> {
          if (text.isBlank()) {
            throw new IllegalArgumentException(
                "The wording of " + language + " is empty at " + key);
          }
        });
  }

  public Review review() {
    return Review.of(text("catalogue.status")).orElseThrow();
  }

  /** How it is written: {@code ltr} or {@code rtl}. */
  public String direction() {
    return text("catalogue.direction");
  }

  /** What a patient agrees to who is to be texted. */
  public String consent() {
    return text("consent.text");
  }

  /** The language's name for itself. */
  public String name() {
    return text("language.name");
  }

  /** Throws IllegalArgumentException when the catalogue has no such text. */
  public String text(String key) {
    String text = texts.get(key);
    if (text == null) {
      throw new IllegalArgumentException("The catalogue of " + language + " has no " + key);
    }
    return text;
  }

  /** The text with its blanks filled. */
  public String text(String key, Map<String, ?> values) {
    return phrasing.fill(text(key), values);
  }

  /** The texts of the slip, and which way they run, under their whole keys. */
  public Map<String, String> slip() {
    return texts.entrySet().stream()
        .filter(text -> text.getKey().matches("slip\\..*|catalogue\\.direction"))
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}

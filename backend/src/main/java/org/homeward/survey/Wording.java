package org.homeward.survey;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * Everything that is said to patients in one language, on every channel.
 *
 * @param status who has reviewed it, honestly
 */
public record Wording(String language, String status, Map<String, String> texts) {
  public Wording {
    texts = Map.copyOf(texts);
  }

  /** Throws IllegalArgumentException when the catalogue has no such text. */
  public String text(String key) {
    String text = texts.get(key);
    if (text == null) {
      throw new IllegalArgumentException("The catalogue of " + language + " has no " + key);
    }
    return text;
  }

  /** The text with {@code {name}} replaced by its value. */
  public String text(String key, Map<String, String> values) {
    String text = text(key);
    for (Map.Entry<String, String> value : values.entrySet()) {
      text = text.replace("{" + value.getKey() + "}", value.getValue());
    }
    return text;
  }

  /** The texts of one part of the catalogue, under their whole keys. */
  public Map<String, String> startingWith(String prefix) {
    return texts.entrySet().stream()
        .filter(text -> text.getKey().startsWith(prefix))
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}

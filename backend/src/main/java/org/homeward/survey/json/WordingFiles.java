package org.homeward.survey.json;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.homeward.survey.Catalogue;
import org.homeward.survey.Wording;

/**
 * Reads {@code survey/languages.json}, the tags of the languages in the order in which they are
 * offered, and for each {@code survey/wording/<tag>.json}: flat keys to texts in ICU MessageFormat.
 */
public final class WordingFiles {
  /** Rises with every change to a question or an answer: other words are another instrument. */
  public static final int INSTRUMENT_VERSION = 1;

  /**
   * Rises with every change to the consent: whoever agreed to other words has not agreed to these.
   */
  public static final int CONSENT_VERSION = 1;

  private static final ObjectMapper JSON = new ObjectMapper();

  private WordingFiles() {}

  public static Catalogue read() {
    List<String> languages = read("languages.json", new TypeReference<>() {});
    return new Catalogue(
        INSTRUMENT_VERSION,
        CONSENT_VERSION,
        languages.stream().map(WordingFiles::wording).toList());
  }

  private static Wording wording(String language) {
    Map<String, String> texts = read("wording/" + language + ".json", new TypeReference<>() {});
    return new Wording(language, new IcuPhrasing(language), texts);
  }

  private static <T> T read(String file, TypeReference<T> type) {
    try (InputStream in = WordingFiles.class.getResourceAsStream("/org/homeward/survey/" + file)) {
      if (in == null) {
        throw new IllegalStateException("There is no " + file);
      }
      return JSON.readValue(in, type);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}

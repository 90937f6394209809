package org.homeward.survey.json;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.homeward.survey.Catalogue;
import org.homeward.survey.Wording;

/** Reads {@code survey/wording/<language>.json}: flat keys to texts. */
public final class WordingFiles {
  /** Rises with every change to a question or an answer: other words are another instrument. */
  public static final int INSTRUMENT_VERSION = 1;

  private static final List<String> LANGUAGES = List.of("en", "es");

  private WordingFiles() {}

  public static Catalogue read() {
    Map<String, Wording> byLanguage = new HashMap<>();
    for (String language : LANGUAGES) {
      byLanguage.put(language, read(language));
    }
    return new Catalogue(INSTRUMENT_VERSION, byLanguage);
  }

  private static Wording read(String language) {
    String file = "/org/homeward/survey/wording/" + language + ".json";
    try (InputStream in = WordingFiles.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("There is no " + file);
      }
      Map<String, String> texts = new ObjectMapper().readValue(in, new TypeReference<>() {});
      return new Wording(language, texts.getOrDefault("catalogue.status", "not reviewed"), texts);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}

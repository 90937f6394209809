package org.homeward.survey.json;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.homeward.survey.Wording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IcuPhrasingTest {

  /** One row of a table that the pages' own reading of the notation is held to as well. */
  record Phrase(String language, String text, Map<String, Object> values, String filled) {}

  static List<Phrase> phrases() throws IOException {
    try (InputStream in =
        IcuPhrasingTest.class.getResourceAsStream("/org/homeward/survey/phrases.json")) {
      return new ObjectMapper().readValue(requireNonNull(in), new TypeReference<>() {});
    }
  }

  @ParameterizedTest
  @MethodSource("phrases")
  void itIsFilledAsThePagesFillIt(Phrase phrase) {
    assertEquals(
        phrase.filled(), new IcuPhrasing(phrase.language()).fill(phrase.text(), phrase.values()));
  }

  /** A form too few is a wrong word at some number; one too many is never said. */
  @Test
  void everyPluralHasTheFormsOfItsLanguage() {
    int plurals = 0;
    for (Wording wording : WordingFiles.read().wordings()) {
      Set<String> needed =
          PluralRules.forLocale(ULocale.forLanguageTag(wording.language())).getKeywords();
      for (Map.Entry<String, String> text : wording.texts().entrySet()) {
        Set<String> given = forms(text.getValue());
        if (!given.isEmpty()) {
          plurals++;
          assertEquals(new TreeSet<>(needed), given, wording.language() + " " + text.getKey());
        }
      }
    }
    assertTrue(plurals > 0);
  }

  private static Set<String> forms(String text) {
    MessagePattern pattern = new MessagePattern(text);
    Set<String> forms = new HashSet<>();
    for (int i = 0; i < pattern.countParts(); i++) {
      MessagePattern.Part part = pattern.getPart(i);
      if (part.getType() == MessagePattern.Part.Type.ARG_SELECTOR) {
        forms.add(pattern.getSubstring(part));
      }
    }
    return new TreeSet<>(forms);
  }
}

package org.homeward.survey.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.survey.Catalogue;
import org.homeward.survey.Review;
import org.homeward.survey.Wording;
import org.junit.jupiter.api.Test;

class WordingFilesTest {
  private final Catalogue catalogue = WordingFiles.read();

  @Test
  void theWordingFitsTogetherInTenLanguages() {
    assertEquals(
        List.of("en", "es", "fr", "ar", "zh-Hans", "vi", "tl", "ru", "ht", "uk"),
        catalogue.languages());
  }

  @Test
  void everyFileIsListed() throws IOException {
    try (Stream<Path> files =
        Files.list(Path.of("src/main/resources/org/homeward/survey/wording"))) {
      Set<String> tags =
          files
              .map(file -> file.getFileName().toString().replace(".json", ""))
              .collect(Collectors.toSet());
      assertEquals(tags, new HashSet<>(catalogue.languages()));
    }
  }

  @Test
  void everyLanguageIsAWellFormedTag() {
    for (String language : catalogue.languages()) {
      assertEquals(language, new Locale.Builder().setLanguageTag(language).build().toLanguageTag());
    }
  }

  @Test
  void nobodyHasReviewedAnythingYet() {
    for (Wording wording : catalogue.wordings()) {
      Set<String> written = Set.of("en", "es");
      assertEquals(
          written.contains(wording.language()) ? Review.UNREVIEWED : Review.DRAFT,
          wording.review(),
          wording.language());
    }
  }

  @Test
  void nothingWasLeftInEnglish() {
    Wording english = catalogue.in("en");
    Set<String> alike =
        Set.of(
            "answer.no",
            "catalogue.direction",
            "catalogue.status",
            "sms.emergency.number",
            "sms.emergency.services");
    for (Wording wording : catalogue.wordings()) {
      for (String key : english.texts().keySet()) {
        if (!wording.equals(english) && !alike.contains(key)) {
          assertNotEquals(english.text(key), wording.text(key), wording.language() + " " + key);
        }
      }
    }
  }

  @Test
  void arabicRunsFromTheRight() {
    for (Wording wording : catalogue.wordings()) {
      String expected = wording.language().equals("ar") ? "rtl" : "ltr";
      assertEquals(expected, wording.text("catalogue.direction"), wording.language());
    }
    assertTrue(catalogue.speaks("ar"));
  }
}

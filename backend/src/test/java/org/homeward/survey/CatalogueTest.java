package org.homeward.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CatalogueTest {
  private static final Phrasing AS_IT_STANDS = (text, values) -> text;
  private static final Map<String, String> GREETING = Map.of("sms.greeting", "Hello {name}");

  @Test
  void languagesKeepTheOrderInWhichTheyAreOffered() {
    Catalogue catalogue =
        new Catalogue(1, 1, List.of(wording("uk", GREETING), wording("en", GREETING)));
    assertEquals(List.of("uk", "en"), catalogue.languages());
  }

  @Test
  void aLanguageThatIsNotThereIsSaidInEnglish() {
    Catalogue catalogue = new Catalogue(1, 1, List.of(wording("en", GREETING)));
    assertEquals("en", catalogue.in("tlh").language());
  }

  @Test
  void aMissingTextIsRefused() {
    refused("sms.greeting", wording("fr", Map.of()));
  }

  @Test
  void aTextTooManyIsRefused() {
    refused("sms.farewell", wording("fr", with(GREETING, "sms.farewell", "Au revoir")));
  }

  @Test
  void anotherBlankIsRefused() {
    refused("sms.greeting", wording("fr", Map.of("sms.greeting", "Bonjour {nom}")));
    refused("sms.greeting", wording("fr", Map.of("sms.greeting", "Bonjour")));
  }

  @Test
  void anEmptyTextIsRefused() {
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class, () -> wording("fr", Map.of("sms.greeting", " ")));
    assertTrue(saying(refusal).contains("sms.greeting"), saying(refusal));
  }

  @Test
  void wordingWithoutAReviewStatusIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new Wording(
                "fr",
                AS_IT_STANDS,
                Map.of("catalogue.language", "fr", "catalogue.status", "perfect")));
  }

  @Test
  void wordingUnderAnotherTagIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new Wording(
                "fr",
                AS_IT_STANDS,
                Map.of("catalogue.language", "ht", "catalogue.status", "draft")));
  }

  private static void refused(String key, Wording french) {
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> new Catalogue(1, 1, List.of(wording("en", GREETING), french)));
    assertTrue(saying(refusal).contains(key), saying(refusal));
    assertTrue(saying(refusal).contains("fr"), saying(refusal));
  }

  private static String saying(Throwable refusal) {
    return String.valueOf(refusal.getMessage());
  }

  private static Wording wording(String language, Map<String, String> texts) {
    return new Wording(
        language,
        AS_IT_STANDS,
        with(with(texts, "catalogue.language", language), "catalogue.status", "draft"));
  }

  private static Map<String, String> with(Map<String, String> texts, String key, String text) {
    Map<String, String> more = new HashMap<>(texts);
    more.put(key, text);
    return more;
  }
}

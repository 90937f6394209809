package org.homeward.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.homeward.app.Browser;
import org.homeward.app.Browser.Answer;
import org.homeward.app.Hospital;
import org.homeward.app.ServiceUnderTest;
import org.homeward.db.TestDatabase;
import org.junit.jupiter.api.Test;

class LanguagesIT {
  private final Hospital hospital = Hospital.open(ServiceUnderTest.shared());

  @Test
  void everyLanguageSaysHowFarItCanBeTrusted() {
    JsonNode languages = shown().at("/languages");
    assertEquals(
        List.of("en", "es", "fr", "ar", "zh-Hans", "vi", "tl", "ru", "ht", "uk"),
        texts(languages.findValues("language")));
    assertEquals("unreviewed", one(languages, "en").get("review").asText());
    JsonNode arabic = one(languages, "ar");
    assertEquals("draft", arabic.get("review").asText());
    assertEquals("rtl", arabic.get("direction").asText());
    assertEquals("العربية", arabic.get("name").asText());
    assertTrue(arabic.get("decidedBy").isNull());
  }

  @Test
  void aDraftIsNotEnabledUnlessSomebodyConfirms() {
    Answer refused = choose(List.of("en", "es", "ar"), List.of());
    assertEquals(409, refused.status());
    assertEquals("draft-unconfirmed", refused.code());
    assertEquals(List.of("en", "es"), enabled());
    assertEquals(List.of(), decisions());
  }

  @Test
  void aConfirmationForOneDraftIsNoneForAnother() {
    assertEquals(409, choose(List.of("en", "ar", "ru"), List.of("ar")).status());
    assertEquals(List.of("en", "es"), enabled());
  }

  @Test
  void whoConfirmedADraftIsRecordedAndPatientsMayChooseIt() {
    Browser tablet = hospital.kiosk();
    assertEquals(200, choose(List.of("ar", "en"), List.of("ar")).status());
    assertEquals(List.of("ar", "en"), enabled());
    JsonNode arabic = one(shown().at("/languages"), "ar");
    assertEquals("admin", arabic.get("decidedBy").asText());
    assertFalse(arabic.get("decidedAt").isNull());
    assertEquals(
        List.of("ar true draft true", "es false unreviewed false"),
        decisions().stream().sorted().toList());
    JsonNode setUp = tablet.get("/api/v1/kiosk").body();
    assertEquals(List.of("ar", "en"), texts(setUp.get("languages")));
    assertEquals("rtl", setUp.at("/wording/ar/catalogue.direction").asText());
    assertTrue(setUp.at("/wording/es").isMissingNode());
  }

  @Test
  void anEnabledDraftIsNotAskedAboutAgain() {
    choose(List.of("en", "es", "uk"), List.of("uk"));
    assertEquals(200, choose(List.of("uk", "en", "es"), List.of()).status());
    assertEquals(List.of("uk", "en", "es"), enabled());
    assertEquals(1, decisions().size());
  }

  @Test
  void aDraftThatWasTakenOutIsConfirmedAnew() {
    choose(List.of("en", "uk"), List.of("uk"));
    choose(List.of("en"), List.of());
    assertEquals("draft-unconfirmed", choose(List.of("en", "uk"), List.of()).code());
  }

  @Test
  void nonsenseIsRefusedAndChangesNothing() {
    for (List<String> nonsense :
        List.of(
            List.<String>of(),
            List.of("tlh"),
            List.of("en", "en"),
            Arrays.asList("en", (String) null))) {
      assertEquals("facility-malformed", choose(nonsense, List.of()).code());
    }
    assertEquals("facility-malformed", hospital.staff().put(path(), "{}").code());
    assertEquals(List.of("en", "es"), enabled());
  }

  @Test
  void whoOnlyReadsChartsCannotChoose() {
    Browser analyst = hospital.colleague("analyst");
    assertEquals(200, analyst.get(path()).status());
    assertEquals("forbidden", analyst.put(path(), "{\"languages\":[\"en\"]}").code());
  }

  @Test
  void aFacilityIsNotMadeWithADraft() {
    Answer refused =
        hospital
            .staff()
            .post(
                "/api/v1/facilities",
                Map.of("name", "Draft", "zone", "America/Chicago", "languages", List.of("fr")));
    assertEquals("draft-unconfirmed", refused.code());
  }

  private String path() {
    return hospital.at("/api/v1/languages");
  }

  private Answer choose(List<String> languages, List<String> confirmedDrafts) {
    return hospital
        .staff()
        .put(path(), Map.of("languages", languages, "confirmedDrafts", confirmedDrafts));
  }

  private JsonNode shown() {
    return hospital.staff().get(path()).body();
  }

  private List<String> enabled() {
    return texts(shown().get("enabled"));
  }

  private List<String> decisions() {
    return TestDatabase.database()
        .rows(
            """
            SELECT language || ' ' || enabled || ' ' || review || ' ' || confirmed AS decision
            FROM language_decision WHERE facility_id = CAST(? AS uuid)
            """,
            row -> row.text("decision"),
            hospital.facility());
  }

  private static JsonNode one(JsonNode languages, String language) {
    return StreamSupport.stream(languages.spliterator(), false)
        .filter(one -> one.get("language").asText().equals(language))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> texts(Iterable<JsonNode> nodes) {
    return StreamSupport.stream(nodes.spliterator(), false).map(JsonNode::asText).toList();
  }
}

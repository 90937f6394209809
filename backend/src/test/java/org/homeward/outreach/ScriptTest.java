package org.homeward.outreach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.homeward.facility.Facility;
import org.homeward.facility.FacilityId;
import org.homeward.sms.Segments;
import org.homeward.survey.Item;
import org.homeward.survey.Wording;
import org.homeward.survey.json.WordingFiles;
import org.junit.jupiter.api.Test;

class ScriptTest {
  private final Script script = new Script(WordingFiles.read());

  @Test
  void aTypographersNameDoesNotDoubleTheCostOfAText() {
    String words = words(Saying.STOPPED, facility("St. Mary’s – “East”", Optional.empty()), "en");
    assertTrue(words.startsWith("St. Mary's - \"East\": "), words);
    assertEquals(Segments.Encoding.GSM_7, Segments.of(words).encoding());
  }

  @Test
  void helpNamesTheNumberToCallWhereThereIsOne() {
    Facility with = facility("Mercy", Optional.of("+12025550100"));
    Facility without = facility("Mercy", Optional.empty());
    assertTrue(words(script.help(with), with, "en").contains("call +12025550100"));
    String words = words(script.help(without), without, "es");
    assertTrue(words.contains("llame al hospital"), words);
    assertFalse(words.contains("{"), words);
  }

  @Test
  void aLanguageThatTheFacilityHasNotEnabledIsSaidInItsFirst() {
    Facility facility = facility("Mercy", Optional.empty());
    assertEquals(words(Saying.THANKS, facility, "es"), words(Saying.THANKS, facility, "ar"));
    assertEquals(words(Saying.THANKS, facility, "es"), words(Saying.THANKS, facility, "tlh"));
  }

  @Test
  void theVisitIsNamedByItsDateOnlyInEveryLanguage() {
    Facility facility =
        new Facility(
            new FacilityId(new UUID(0, 1)),
            "Mercy",
            ZoneId.of("America/Chicago"),
            WordingFiles.read().languages(),
            Optional.empty(),
            Optional.of("911"),
            false,
            List.of(),
            List.of());
    List<String> beginnings =
        facility.languages().stream()
            .map(
                language ->
                    words(Saying.invitation(Item.NEXT_STEPS, true), facility, language)
                        + words(Saying.question(Item.TREATMENT), facility, language))
            .toList();
    for (String text : beginnings) {
      assertFalse(text.contains("{"), text);
      assertTrue(text.contains("17") || text.contains("١٧"), text);
      assertTrue(text.contains("911"), text);
    }
    assertEquals(
        "Mercy: Hello. Some short questions about your visit of Nov 17. On Tuesday you were not sure about what to do at home. Do you know it now? Reply 1 for yes, 2 for partly, 3 for no. We do not watch replies for emergencies: if you need help now, call 911. Text STOP to end.",
        words(Saying.invitation(Item.NEXT_STEPS, true), facility, "en"));
    assertEquals(
        "Mercy: Hola. Unas preguntas cortas sobre su visita del 17 nov. El martes usted no estaba seguro de qué hacer en casa. ¿Lo sabe ahora? Responda 1 lo sé, 2 en parte, 3 no. Nadie vigila las respuestas por emergencias: si necesita ayuda ya, llame al 911. STOP: no recibir textos.",
        words(Saying.invitation(Item.NEXT_STEPS, true), facility, "es"));
  }

  /** Trap 20. */
  @Test
  void noTextHasRoomForADiagnosisADrugAWardOrAName() {
    Set<String> allowed =
        Set.of("facility", "callback", "emergency", "link", "date", "on", "question", "number");
    for (Wording wording : WordingFiles.read().wordings()) {
      wording
          .texts()
          .forEach(
              (key, text) -> {
                if (key.startsWith("sms.")) {
                  Pattern.compile("\\{([^}]*)\\}")
                      .matcher(text)
                      .results()
                      .forEach(blank -> assertTrue(allowed.contains(blank.group(1)), key));
                }
              });
    }
    assertEquals(
        List.of("facility", "language", "visit", "today", "link"),
        Arrays.stream(Occasion.class.getRecordComponents()).map(part -> part.getName()).toList());
  }

  private String words(Saying saying, Facility facility, String language) {
    return script.words(
        saying,
        new Occasion(
            facility,
            language,
            Optional.of(LocalDate.of(2026, 11, 17)),
            LocalDate.of(2026, 11, 19),
            Optional.empty()));
  }

  private static Facility facility(String name, Optional<String> callback) {
    return new Facility(
        new FacilityId(new UUID(0, 1)),
        name,
        ZoneId.of("America/Chicago"),
        List.of("es", "en"),
        callback,
        false,
        List.of(),
        List.of());
  }
}

package org.homeward.outreach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeward.facility.Facility;
import org.homeward.facility.FacilityId;
import org.homeward.sms.Segments;
import org.homeward.survey.json.WordingFiles;
import org.junit.jupiter.api.Test;

class ScriptTest {
  private final Script script = new Script(WordingFiles.read());

  @Test
  void aTypographersNameDoesNotDoubleTheCostOfAText() {
    String words =
        script.words(Saying.STOPPED, facility("St. Mary’s – “East”", Optional.empty()), "en");
    assertTrue(words.startsWith("St. Mary's - \"East\": "), words);
    assertEquals(Segments.Encoding.GSM_7, Segments.of(words).encoding());
  }

  @Test
  void helpNamesTheNumberToCallWhereThereIsOne() {
    Facility with = facility("Mercy", Optional.of("+12025550100"));
    Facility without = facility("Mercy", Optional.empty());
    assertTrue(script.words(script.help(with), with, "en").contains("call +12025550100"));
    String words = script.words(script.help(without), without, "es");
    assertTrue(words.contains("llame al hospital"), words);
    assertFalse(words.contains("{"), words);
  }

  @Test
  void aLanguageThatTheFacilityHasNotEnabledIsSaidInItsFirst() {
    Facility facility = facility("Mercy", Optional.empty());
    assertEquals(
        script.words(Saying.THANKS, facility, "es"), script.words(Saying.THANKS, facility, "ar"));
    assertEquals(
        script.words(Saying.THANKS, facility, "es"), script.words(Saying.THANKS, facility, "tlh"));
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

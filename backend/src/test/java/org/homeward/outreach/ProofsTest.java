package org.homeward.outreach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.homeward.facility.Facility;
import org.homeward.facility.FacilityId;
import org.homeward.outreach.Proofs.Proof;
import org.homeward.sms.Segments;
import org.homeward.survey.Catalogue;
import org.homeward.survey.json.WordingFiles;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProofsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 19);

  private final Catalogue catalogue = WordingFiles.read();
  private final Proofs proofs =
      new Proofs(
          new Script(catalogue),
          URI.create("https://homeward.example.org/r/0123456789abcdefghijklmnopqrstuvwxyzABCDEFG"));

  @Test
  void everyTextThereIsIsProved() {
    Set<String> texts =
        catalogue.in("en").texts().keySet().stream()
            .filter(key -> key.startsWith("sms.") && !isPart(key))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(
        texts,
        proofs(catalogue.languages()).stream()
            .map(Proof::key)
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  /** Words that stand within another text. */
  private static boolean isPart(String key) {
    return key.startsWith("sms.on.")
        || key.startsWith("sms.recall.")
        || key.startsWith("sms.emergency.");
  }

  @Test
  void noBlankIsLeftOpenInAnyLanguage() {
    for (Proof proof : proofs(catalogue.languages())) {
      assertFalse(proof.body().contains("{"), proof.language() + " " + proof.body());
    }
  }

  @DisplayName(
      "Trap 19: no curly quote, accent, dash or emoji makes a text in these languages UCS-2")
  @ParameterizedTest
  @ValueSource(strings = {"en", "es"})
  void textsStayInGsm7OnEveryDayOfTheYear(String language) {
    for (int day = 0; day < 365; day++) {
      for (Proof proof : proofs(List.of(language), TODAY.plusDays(day))) {
        assertEquals(
            List.of(),
            proof.costly(),
            "at " + proof.key() + " of " + language + ": " + proof.body());
        assertEquals(Segments.Encoding.GSM_7, proof.segments().encoding());
      }
    }
  }

  private List<Proof> proofs(List<String> languages) {
    return proofs(languages, TODAY);
  }

  private List<Proof> proofs(List<String> languages, LocalDate today) {
    return proofs.of(
        new Facility(
            new FacilityId(new UUID(0, 1)),
            "Mercy Hospital",
            ZoneId.of("America/Chicago"),
            languages,
            Optional.of("+12025550100"),
            Optional.of("911"),
            false,
            List.of(),
            List.of()),
        today);
  }
}

package org.homeward.survey.postgres;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.homeward.db.TestDatabase;
import org.homeward.survey.Catalogue;
import org.homeward.survey.ConsentWordings;
import org.homeward.survey.Wording;
import org.junit.jupiter.api.Test;

class ConsentWordingsIT {
  private final ConsentWordings consents = new PostgresConsentWordings(TestDatabase.database());
  private final int version = ThreadLocalRandom.current().nextInt(1_000, Integer.MAX_VALUE);

  @Test
  void theSameWordsAreTakenAgainAndOtherWordsUnderTheirVersionAreRefused() {
    consents.publish(agreeingTo(version, "I agree to get texts."));
    assertDoesNotThrow(() -> consents.publish(agreeingTo(version, "I agree to get texts.")));
    assertThrows(
        ConsentWordings.WordingChanged.class,
        () -> consents.publish(agreeingTo(version, "I agree to get texts and calls.")));
    assertDoesNotThrow(
        () -> consents.publish(agreeingTo(version - 1, "I agree to get texts and calls.")));
  }

  private static Catalogue agreeingTo(int version, String consent) {
    Map<String, String> texts =
        Map.of(
            "catalogue.language",
            "en",
            "catalogue.direction",
            "ltr",
            "catalogue.status",
            "draft",
            "consent.text",
            consent);
    return new Catalogue(1, version, List.of(new Wording("en", (text, values) -> text, texts)));
  }
}

package org.homeward.outreach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaceTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  @Test
  void anUnlimitedPaceGivesWhatIsWanted() {
    assertEquals(new Pace.Allowance(500, NOW), Pace.UNLIMITED.take(NOW, 500, NOW));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.25, 1, 3, 10, 100})
  void overAMinuteNoMoreGoesThanThePaceAndWhatWasSavedUp(double perSecond) {
    Pace pace = new Pace(perSecond);
    Instant spent = NOW.minus(Duration.ofHours(1));
    int sent = 0;
    for (int millis = 0; millis < 60_000; millis += 100) {
      Pace.Allowance allowance = pace.take(spent, 50, NOW.plusMillis(millis));
      sent += allowance.texts();
      spent = allowance.spentUntil();
    }
    double most = perSecond * 60 + Math.max(1, perSecond * Pace.SAVED_UP.toSeconds());
    assertTrue(sent <= most + 1e-3, sent + " texts");
    assertTrue(sent >= perSecond * 60 - 1, sent + " texts");
  }

  @Test
  void whatIsGivenBackMayBeTakenAgain() {
    Pace pace = new Pace(2);
    Pace.Allowance all = pace.take(NOW, 50, NOW);
    assertEquals(6, all.texts());
    assertEquals(0, pace.take(all.spentUntil(), 1, NOW).texts());
    Instant spent = pace.giveBack(all.spentUntil(), 4);
    assertEquals(4, pace.take(spent, 50, NOW).texts());
  }

  @Test
  void eachStepHalvesIt() {
    assertEquals(new Pace(2.5), new Pace(10).slowedBy(2));
    assertEquals(Pace.UNLIMITED, Pace.UNLIMITED.slowedBy(3));
  }

  @Test
  void aPaceIsNeitherNegativeNorEndless() {
    assertThrows(IllegalArgumentException.class, () -> new Pace(-1));
    assertThrows(IllegalArgumentException.class, () -> new Pace(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> new Pace(Double.POSITIVE_INFINITY));
  }
}

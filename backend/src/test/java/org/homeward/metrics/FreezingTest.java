package org.homeward.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.homeward.facility.Ids;
import org.homeward.survey.Channel;
import org.homeward.survey.Touchpoint;
import org.junit.jupiter.api.Test;

class FreezingTest {
  private final Wards wards = new Wards();
  private Instant now = Wards.after(100);

  @Test
  void aBaselineIsTheCountOfItsClosedPoints() {
    weeks(12, 70, 100);
    Baseline frozen = frozen(freeze(0, 11)).getFirst();
    assertEquals(new Share(840, 1_200), frozen.centre());
    assertEquals(12, frozen.points());
    assertTrue(frozen.isTrial());
    assertEquals(frozen, wards.baselines.getFirst());
  }

  @Test
  void twentyFourPointsMakeItFirm() {
    weeks(24, 70, 100);
    assertEquals(false, frozen(freeze(0, 23)).getFirst().isTrial());
  }

  @Test
  void elevenClosedPointsAreRefusedAndCounted() {
    weeks(12, 70, 100);
    // The twelfth may still be answered.
    now = Wards.week(11).closes(Touchpoint.AT_DISCHARGE, wards.facility.zone()).minusSeconds(1);
    var refused = assertInstanceOf(Freezing.Outcome.Refused.class, freeze(0, 11));
    assertTrue(refused.because().contains("there are 11 for next-steps"), refused.because());
    assertEquals(List.of(), wards.baselines);
    now = now.plusSeconds(1);
    assertEquals(12, frozen(freeze(0, 11)).getFirst().points());
  }

  @Test
  void suppressedPointsCountInTheCentre() {
    weeks(12, 2, 5);
    assertEquals(new Share(24, 60), frozen(freeze(0, 11)).getFirst().centre());
  }

  @Test
  void aLineOverFewerThan24RespondentsIsRefused() {
    weeks(12, 1, 1);
    var refused = assertInstanceOf(Freezing.Outcome.Refused.class, freeze(0, 11));
    assertTrue(refused.because().contains("there are 12 for"), refused.because());
  }

  private void weeks(int count, long yes, long n) {
    for (int week = 0; week < count; week++) {
      wards.answered(week, yes, n);
    }
  }

  private Freezing.Outcome freeze(int first, int last) {
    Freezing.Stretch stretch =
        new Freezing.Stretch(
            Optional.of(Wards.WARD_4),
            Set.of(Measure.NEXT_STEPS),
            Touchpoint.AT_DISCHARGE,
            Channel.KIOSK,
            Optional.empty(),
            Period.WEEK,
            Wards.week(first).first(),
            Wards.week(last).last(),
            "where we started");
    return new Freezing(wards, wards, new Ids(() -> now), () -> now)
        .freeze(wards.facility, stretch, "person:1");
  }

  private static List<Baseline> frozen(Freezing.Outcome outcome) {
    return assertInstanceOf(Freezing.Outcome.Frozen.class, outcome).baselines();
  }
}

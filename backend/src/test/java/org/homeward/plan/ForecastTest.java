package org.homeward.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.homeward.plan.Forecast.Wish;
import org.homeward.survey.Touchpoint;
import org.junit.jupiter.api.Test;

class ForecastTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final PatientHours HOURS =
      OutreachPlan.USUAL.hours(Optional.of(NEW_YORK), List.of(), NEW_YORK);

  /** Saturday; the clocks of New York go back in the night. */
  private static final Instant NOW = Instant.parse("2026-10-31T12:00:00Z");

  @Test
  void theReminderComesADayLaterAlsoWhenTheDayHasTwentyFiveHours() {
    assertEquals(
        List.of(
            "day-2 2026-10-31T14:00:00Z []",
            // A day later by the clock on the wall would be 15:00 Z; a day later it is nine there.
            "day-2 reminder 2026-11-01T14:00:00Z []"),
        forecast(List.of(wish(Touchpoint.DAY_2, "2026-10-31T14:00:00Z")), List.of()));
  }

  @Test
  void whatHoursAndCapsPutOffIsShownWithItsRules() {
    assertEquals(
        List.of(
            "day-2 2026-11-01T15:00:00Z [DAILY_CAP, QUIET_HOURS]",
            "day-2 reminder 2026-11-02T15:00:00Z []"),
        forecast(
            List.of(wish(Touchpoint.DAY_2, "2026-10-31T12:30:00Z")),
            List.of(Instant.parse("2026-10-31T11:00:00Z"))));
  }

  @Test
  void twoFollowUpsOfOnePatientShareTheCaps() {
    assertEquals(
        List.of(
            "day-2 2026-10-31T14:00:00Z []",
            "day-2 reminder 2026-11-01T14:00:00Z []",
            "day-3 2026-11-02T15:00:00Z [DAILY_CAP]",
            "day-3 reminder 2026-11-07T15:00:00Z [WEEKLY_CAP]"),
        forecast(
            List.of(
                wish(Touchpoint.DAY_2, "2026-10-31T14:00:00Z"),
                wish(new Touchpoint(3), "2026-11-01T15:00:00Z")),
            List.of()));
  }

  @Test
  void whatWouldComeAfterTheQuestionsCloseIsNotShown() {
    Wish late =
        new Wish(
            Touchpoint.DAY_2,
            false,
            Instant.parse("2026-10-31T14:00:00Z"),
            1,
            Instant.parse("2026-11-01T12:00:00Z"));
    assertEquals(List.of("day-2 2026-10-31T14:00:00Z []"), forecast(List.of(late), List.of()));
  }

  private static Wish wish(Touchpoint touchpoint, String at) {
    Instant wished = Instant.parse(at);
    return new Wish(touchpoint, false, wished, 1, wished.plus(Duration.ofDays(7)));
  }

  private static List<String> forecast(List<Wish> wishes, List<Instant> started) {
    return Forecast.of(
            OutreachPlan.USUAL, HOURS, wishes, started, NOW, NOW.plus(Duration.ofDays(60)))
        .stream()
        .map(
            text ->
                text.touchpoint().code()
                    + (text.reminder() ? " reminder " : " ")
                    + text.at()
                    + " "
                    + text.waits().stream().map(Rule::name).sorted().toList())
        .toList();
  }
}

package org.homeward.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.homeward.survey.Touchpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutreachPlanTest {
  private static final PatientHours BERLIN =
      OutreachPlan.USUAL.hours(
          Optional.of(ZoneId.of("Europe/Berlin")), List.of(), ZoneId.of("Europe/Berlin"));

  @ParameterizedTest
  @CsvSource({
    "07:59, 20:00",
    "00:00, 20:00",
    "09:00, 21:01",
    "09:00, 23:59",
    "20:00, 09:00",
    "09:00, 09:59"
  })
  void theLawsOuterBoundsCannotBeWidened(LocalTime opens, LocalTime closes) {
    assertThrows(IllegalArgumentException.class, () -> new SendWindow(opens, closes));
  }

  @Test
  void aWindowMayFillTheBounds() {
    SendWindow widest = new SendWindow(LocalTime.of(8, 0), LocalTime.of(21, 0));
    assertEquals(SendWindow.EARLIEST, widest.opens());
  }

  @Test
  void answersAreNotTakenForLongerThanChartsWaitForThem() {
    assertThrows(
        IllegalArgumentException.class, () -> new Followup(Touchpoint.DAY_2, Duration.ofDays(8)));
    assertEquals(Duration.ofDays(14), Followup.at(Touchpoint.DAY_30).answering());
  }

  @Test
  void aPlanHasEachDayOnceAndItsHourWithinTheWindow() {
    Followup day2 = Followup.at(Touchpoint.DAY_2);
    assertThrows(
        IllegalArgumentException.class, () -> plan(List.of(day2, day2), LocalTime.of(10, 0)));
    assertThrows(IllegalArgumentException.class, () -> plan(List.of(day2), LocalTime.of(20, 0)));
    assertEquals(
        List.of(day2, Followup.at(Touchpoint.DAY_30)),
        plan(List.of(Followup.at(Touchpoint.DAY_30), day2), LocalTime.of(10, 0)).followups());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Nothing before: free.
        "''                                                                | ''",
        // Yesterday evening: another day.
        "2026-11-21T17:00:00Z                                              | ''",
        "2026-11-22T08:00:00Z                                              | 2026-11-23T09:00:00Z daily-cap",
        // Half past midnight in Berlin is this day, though UTC calls it yesterday.
        "2026-11-21T23:30:00Z                                              | 2026-11-23T09:00:00Z daily-cap",
        // Three in the last seven days: until the first of them is a week old.
        "2026-11-17T09:00:00Z 2026-11-18T09:00:00Z 2026-11-20T09:00:00Z    | 2026-11-24T09:00:00Z weekly-cap",
        "2026-11-15T09:00:00Z 2026-11-18T09:00:00Z 2026-11-20T09:00:00Z    | ''",
        // One more is planned for tomorrow already.
        "2026-11-22T08:00:00Z 2026-11-23T09:00:00Z                         | 2026-11-24T09:00:00Z daily-cap",
      })
  void trap14CapsCountTheTextsThatWeStartByThePatientsDays(String started, String held) {
    Instant now = Instant.parse("2026-11-22T12:00:00Z");
    List<Instant> before =
        Stream.of(started.split(" ", -1))
            .filter(text -> !text.isEmpty())
            .map(Instant::parse)
            .toList();
    assertEquals(
        held,
        Caps.USUAL
            .hold(before, now, BERLIN)
            .map(hold -> hold.until() + " " + hold.rule().code())
            .orElse(""));
  }

  private static OutreachPlan plan(List<Followup> followups, LocalTime preferred) {
    return new OutreachPlan(followups, SendWindow.USUAL, preferred, Reminders.USUAL, Caps.USUAL);
  }
}

package org.homeward.outreach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.homeward.survey.Touchpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimingTest {
  private static final SendWindow WINDOW = SendWindow.USUAL;

  @ParameterizedTest
  @CsvSource({
    // America/New_York springs forward on 2026-03-08 and falls back on 2026-11-01.
    "America/New_York, 2026-03-06, 2026-03-08T10:00, 2026-03-08T14:00:00Z",
    "America/New_York, 2026-03-05, 2026-03-07T10:00, 2026-03-07T15:00:00Z",
    "America/New_York, 2026-10-30, 2026-11-01T10:00, 2026-11-01T15:00:00Z",
    "America/New_York, 2026-10-29, 2026-10-31T10:00, 2026-10-31T14:00:00Z",
    "Europe/Berlin,    2026-02-27, 2026-03-01T10:00, 2026-03-01T09:00:00Z",
    "Europe/Berlin,    2028-02-27, 2028-02-29T10:00, 2028-02-29T09:00:00Z",
    "Asia/Kolkata,     2026-12-30, 2027-01-01T10:00, 2027-01-01T04:30:00Z",
    "Pacific/Chatham,  2026-04-03, 2026-04-05T10:00, 2026-04-04T21:15:00Z",
  })
  void theSecondDayIsCountedByTheFacilitysCalendar(
      String zoneName, LocalDate day, LocalDateTime local, Instant expected) {
    ZoneId zone = ZoneId.of(zoneName);
    Instant due =
        Timing.USUAL.due(day, Touchpoint.DAY_2, zone, day.atTime(17, 0).atZone(zone).toInstant());
    assertEquals(expected, due);
    assertEquals(local, LocalDateTime.ofInstant(due, zone));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-22T08:59:59, 2026-11-22T09:00",
    "2026-11-22T09:00:00, 2026-11-22T09:00",
    "2026-11-22T13:37:00, 2026-11-22T13:37",
    "2026-11-22T19:59:59, 2026-11-22T19:59:59",
    "2026-11-22T20:00:00, 2026-11-23T09:00",
    "2026-11-30T23:59:00, 2026-12-01T09:00",
    "2026-12-31T21:00:00, 2027-01-01T09:00",
    "2026-11-22T00:00:00, 2026-11-22T09:00",
  })
  void aTextIsMovedToTheNextOpening(LocalDateTime asked, LocalDateTime allowed) {
    ZoneId zone = ZoneId.of("America/Chicago");
    assertEquals(
        allowed.atZone(zone).toInstant(), WINDOW.nextAllowed(asked.atZone(zone).toInstant(), zone));
  }

  /** Every quarter of an hour through a year of both changes of the clock. */
  @ParameterizedTest
  @CsvSource({
    "America/New_York",
    "Europe/London",
    "Australia/Lord_Howe",
    "America/Sao_Paulo",
    "Asia/Kathmandu"
  })
  void theNextOpeningIsAlwaysWithinTheWindowAndNeverMoreThanADayAway(String zoneName) {
    ZoneId zone = ZoneId.of(zoneName);
    Instant end = Instant.parse("2027-01-01T00:00:00Z");
    for (Instant at = Instant.parse("2026-01-01T00:00:00Z");
        at.isBefore(end);
        at = at.plus(Duration.ofMinutes(15))) {
      Instant allowed = WINDOW.nextAllowed(at, zone);
      assertTrue(WINDOW.allows(allowed, zone), zoneName + " " + at);
      assertFalse(allowed.isBefore(at));
      assertTrue(Duration.between(at, allowed).compareTo(Duration.ofHours(14)) <= 0, "at " + at);
      assertEquals(allowed, WINDOW.nextAllowed(allowed, zone));
    }
  }

  @Test
  void aDischargeEnteredAfterItsHourIsAskedNowOrAtTheNextOpeningAndNotLeftOut() {
    ZoneId zone = ZoneId.of("America/New_York");
    LocalDate day = LocalDate.of(2026, 11, 20);
    Instant afternoon = Instant.parse("2026-11-22T20:00:00Z");
    Instant night = Instant.parse("2026-11-23T03:00:00Z");
    assertEquals(afternoon, Timing.USUAL.due(day, Touchpoint.DAY_2, zone, afternoon));
    assertEquals(
        Instant.parse("2026-11-23T14:00:00Z"),
        Timing.USUAL.due(day, Touchpoint.DAY_2, zone, night));
  }

  @Test
  void theWindowSaysHowLongItStaysOpen() {
    ZoneId zone = ZoneId.of("Europe/Berlin");
    assertEquals(Duration.ofMinutes(3), WINDOW.left(Instant.parse("2026-11-22T18:57:00Z"), zone));
  }
}

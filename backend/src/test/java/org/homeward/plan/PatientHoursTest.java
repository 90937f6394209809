package org.homeward.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.homeward.survey.Touchpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatientHoursTest {
  private static final SendWindow WINDOW = SendWindow.USUAL;
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

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
    "Australia/Sydney, 2026-10-02, 2026-10-04T10:00, 2026-10-03T23:00:00Z",
    "America/Santiago, 2026-09-04, 2026-09-06T10:00, 2026-09-06T13:00:00Z",
  })
  void trap17TheSecondDayIsCountedByOneCalendarOverEveryChangeOfTheClock(
      ZoneId zone, LocalDate day, LocalDateTime local, Instant expected) {
    Instant due = in(zone).due(day, Touchpoint.DAY_2, day.atTime(17, 0).atZone(zone).toInstant());
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
    "2028-02-28T21:00:00, 2028-02-29T09:00",
    "2026-11-22T00:00:00, 2026-11-22T09:00",
  })
  void aTextIsMovedToTheNextOpening(LocalDateTime asked, LocalDateTime allowed) {
    ZoneId zone = ZoneId.of("America/Chicago");
    assertEquals(allowed.atZone(zone).toInstant(), in(zone).next(asked.atZone(zone).toInstant()));
  }

  /** Every quarter of an hour through a year of both changes of the clock. */
  @ParameterizedTest
  @CsvSource({
    "America/New_York",
    "Europe/London",
    "Australia/Lord_Howe",
    "America/Sao_Paulo",
    "America/Santiago",
    "Asia/Kathmandu"
  })
  void trap17TheNextOpeningIsAlwaysWithinTheWindowAndNeverMoreThanADayAway(ZoneId zone) {
    PatientHours hours = in(zone);
    Instant end = Instant.parse("2027-01-01T00:00:00Z");
    for (Instant at = Instant.parse("2026-01-01T00:00:00Z");
        at.isBefore(end);
        at = at.plus(Duration.ofMinutes(15))) {
      Instant allowed = hours.next(at);
      assertTrue(WINDOW.allows(allowed, zone), zone + " " + at);
      assertFalse(allowed.isBefore(at));
      assertTrue(Duration.between(at, allowed).compareTo(Duration.ofHours(14)) <= 0, "at " + at);
      assertEquals(allowed, hours.next(allowed));
    }
  }

  @Test
  void trap16AnHourThatHasGoneByMeansNowOrTheNextOpeningAndNeverNotAtAll() {
    LocalDate day = LocalDate.of(2026, 11, 20);
    Instant afternoon = Instant.parse("2026-11-22T20:00:00Z");
    Instant night = Instant.parse("2026-11-23T03:00:00Z");
    Instant lastMinute = Instant.parse("2026-11-23T00:59:00Z");
    PatientHours hours = in(NEW_YORK);
    assertEquals(afternoon, hours.due(day, Touchpoint.DAY_2, afternoon));
    assertEquals(lastMinute, hours.due(day, Touchpoint.DAY_2, lastMinute));
    assertEquals(Instant.parse("2026-11-23T14:00:00Z"), hours.due(day, Touchpoint.DAY_2, night));
  }

  @Test
  void theZoneThatWasGivenCountsBeforeTheNumbersAndTheNumbersBeforeTheFacilitys() {
    List<ZoneId> ofNumber = zones("America/Denver");
    assertEquals(zones("America/Anchorage"), hours(Optional.of("America/Anchorage"), ofNumber));
    assertEquals(ofNumber, hours(Optional.empty(), ofNumber));
    assertEquals(List.of(NEW_YORK), hours(Optional.empty(), List.of()));
  }

  @Test
  void aNumberOfSeveralZonesIsTextedOnlyWhileAllOfThemAreAwake() {
    PatientHours australia =
        OutreachPlan.USUAL.hours(
            Optional.empty(),
            zones("Australia/Sydney", "Australia/Perth", "Australia/Adelaide"),
            ZoneId.of("Australia/Sydney"));
    // Nine in Perth is noon in Sydney's summer; eight in the evening in Sydney closes.
    assertEquals(
        Instant.parse("2026-11-22T01:00:00Z"),
        australia.next(Instant.parse("2026-11-21T22:00:00Z")));
    assertEquals(Duration.ofHours(8), australia.left(Instant.parse("2026-11-22T01:00:00Z")));
    assertFalse(australia.allow(Instant.parse("2026-11-22T09:00:00Z")));
  }

  @Test
  void whereTheZonesOfANumberShareNoHourTheFacilitysZoneDecides() {
    PatientHours hours =
        OutreachPlan.USUAL.hours(
            Optional.empty(), zones("Pacific/Guam", "Europe/London", "America/Chicago"), NEW_YORK);
    Instant ten = Instant.parse("2026-11-22T15:00:00Z");
    assertTrue(hours.allow(ten));
    assertEquals(Duration.ofHours(10), hours.left(ten));
    assertEquals(
        Instant.parse("2026-11-23T14:00:00Z"), hours.next(Instant.parse("2026-11-23T02:00:00Z")));
  }

  @Test
  void questionsCloseWhenTheirWindowEndsAndNeverAfterTheChartHasClosedTheirDay() {
    Followup day2 = Followup.at(Touchpoint.DAY_2);
    LocalDate day = LocalDate.of(2026, 11, 20);
    assertEquals(Instant.parse("2026-11-29T15:00:00Z"), day2.closes(day, in(NEW_YORK), NEW_YORK));
    ZoneId chatham = ZoneId.of("Pacific/Chatham");
    assertEquals(
        LocalDate.of(2026, 11, 30).atStartOfDay(chatham).toInstant(),
        day2.closes(day, in(ZoneId.of("Pacific/Honolulu")), chatham));
  }

  @Test
  void theWindowSaysHowLongItStaysOpen() {
    assertEquals(
        Duration.ofMinutes(3),
        in(ZoneId.of("Europe/Berlin")).left(Instant.parse("2026-11-22T18:57:00Z")));
  }

  private static List<ZoneId> hours(Optional<String> given, List<ZoneId> ofNumber) {
    return OutreachPlan.USUAL.hours(given.map(ZoneId::of), ofNumber, NEW_YORK).zones();
  }

  private static PatientHours in(ZoneId zone) {
    return OutreachPlan.USUAL.hours(Optional.of(zone), List.of(), NEW_YORK);
  }

  private static List<ZoneId> zones(String... names) {
    return Stream.of(names).map(ZoneId::of).toList();
  }
}

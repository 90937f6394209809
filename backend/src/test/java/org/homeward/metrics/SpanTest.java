package org.homeward.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.SplittableRandom;
import org.homeward.survey.Touchpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTest {
  private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

  /** ISO 8601: the week of 2027-01-01 still belongs to 2026, and 2026 has 53 of them. */
  @ParameterizedTest
  @CsvSource({
    "WEEK,2026-11-22,2026-W47,2026-11-16,2026-11-22",
    "WEEK,2027-01-01,2026-W53,2026-12-28,2027-01-03",
    "WEEK,2024-12-30,2025-W01,2024-12-30,2025-01-05",
    "MONTH,2028-02-11,2028-02,2028-02-01,2028-02-29",
    "DAY,2026-11-22,2026-11-22,2026-11-22,2026-11-22"
  })
  void aDayLiesInItsPeriod(
      Period period, LocalDate day, String label, LocalDate first, LocalDate last) {
    Span span = period.around(day);
    assertEquals(label, span.label());
    assertEquals(first, span.first());
    assertEquals(last, span.last());
  }

  @Test
  void everyDayLiesInExactlyOneSpan() {
    SplittableRandom random = new SplittableRandom(8601);
    for (int i = 0; i < 3_000; i++) {
      LocalDate day = LocalDate.ofEpochDay(random.nextLong(0, 40_000));
      for (Period period : Period.values()) {
        Span span = period.around(day);
        assertEquals(span, period.around(span.first()));
        assertEquals(span, period.around(span.last()));
        assertEquals(span.last().plusDays(1), period.around(span.last().plusDays(1)).first());
      }
    }
  }

  @Test
  void aWeekDoesNotBeginOnATuesday() {
    assertThrows(
        IllegalArgumentException.class, () -> new Span(Period.WEEK, LocalDate.of(2026, 11, 17)));
  }

  /** The clocks of Chicago go back on 1 November 2026: UTC−5 before, UTC−6 after. */
  @ParameterizedTest
  @CsvSource({
    "0,2026-11-24T06:00:00Z", // a day after the end of 22 November
    "2,2026-12-02T06:00:00Z", // due on the 24th, seven days for an answer
    "30,2027-01-06T06:00:00Z" // due on 22 December, fourteen days
  })
  void aWeekClosesWhenItsLastDischargeCanNoLongerAnswer(int days, Instant closes) {
    Span week = Period.WEEK.around(LocalDate.of(2026, 11, 22));
    assertEquals(closes, week.closes(new Touchpoint(days), CHICAGO));
  }

  @Test
  void aDayClosesByTheFacilitysClock() {
    Span day = Period.DAY.around(LocalDate.of(2026, 7, 1));
    assertEquals(
        Instant.parse("2026-07-03T05:00:00Z"), day.closes(Touchpoint.AT_DISCHARGE, CHICAGO));
    assertEquals(
        Instant.parse("2026-07-03T07:00:00Z"),
        day.closes(Touchpoint.AT_DISCHARGE, ZoneId.of("America/Los_Angeles")));
  }
}

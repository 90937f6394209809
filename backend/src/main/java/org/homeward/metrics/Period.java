package org.homeward.metrics;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Optional;

/** What a chart counts by. Weeks are ISO weeks; all are the facility's local ones. */
public enum Period {
  DAY("day"),
  WEEK("week"),
  MONTH("month");

  private final String code;

  Period(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  public static Optional<Period> of(String code) {
    return Arrays.stream(values()).filter(value -> value.code.equals(code)).findFirst();
  }

  /** The period that a day lies in. */
  public Span around(LocalDate day) {
    return new Span(this, first(day));
  }

  LocalDate first(LocalDate day) {
    return switch (this) {
      case DAY -> day;
      case WEEK -> day.with(DayOfWeek.MONDAY);
      case MONTH -> day.withDayOfMonth(1);
    };
  }

  LocalDate last(LocalDate day) {
    return switch (this) {
      case DAY -> day;
      case WEEK -> day.with(DayOfWeek.SUNDAY);
      case MONTH -> day.with(TemporalAdjusters.lastDayOfMonth());
    };
  }
}

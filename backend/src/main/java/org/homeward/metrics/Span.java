package org.homeward.metrics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.Locale;
import org.homeward.survey.Touchpoint;

/** One day, week or month, by its first day. */
public record Span(Period period, LocalDate first) {
  public Span {
    if (!period.first(first).equals(first)) {
      throw new IllegalArgumentException("A " + period.code() + " does not begin on " + first);
    }
  }

  public LocalDate last() {
    return period.last(first);
  }

  /** As ISO 8601 writes it: {@code 2026-11-22}, {@code 2026-W47}, {@code 2026-11}. */
  public String label() {
    return switch (period) {
      case DAY -> first.toString();
      case WEEK ->
          String.format(
              Locale.ROOT,
              "%d-W%02d",
              first.get(IsoFields.WEEK_BASED_YEAR),
              first.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      case MONTH -> String.format(Locale.ROOT, "%d-%02d", first.getYear(), first.getMonthValue());
    };
  }

  /**
   * When its last discharge can no longer be answered. The window runs from when the touchpoint is
   * due, so many local days after the discharge.
   */
  public Instant closes(Touchpoint touchpoint, ZoneId zone) {
    return last()
        .plusDays(1L + touchpoint.days())
        .atStartOfDay(zone)
        .toInstant()
        .plus(touchpoint.answeringWindow());
  }
}

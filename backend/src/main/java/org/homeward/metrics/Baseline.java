package org.homeward.metrics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * A frozen stretch of a series. Late arrivals restate its points, never its line.
 *
 * @param excluded first days of the periods that a person left out
 * @param points the closed points that made the line
 * @param frozenBy who froze it
 * @param endedAt when another took its place
 */
public record Baseline(
    BaselineId id,
    SeriesKey series,
    Period period,
    LocalDate firstDay,
    LocalDate lastDay,
    Set<LocalDate> excluded,
    Share centre,
    int points,
    Instant frozenAt,
    String frozenBy,
    String reason,
    Optional<Instant> endedAt) {
  /** Over-dispersion cannot be told from fewer, so that limits are called trial. */
  private static final int FIRM = 24;

  public Baseline {
    excluded = Set.copyOf(excluded);
    if (lastDay.isBefore(firstDay)) {
      throw new IllegalArgumentException("A baseline does not end before it begins");
    }
  }

  public boolean isTrial() {
    return points < FIRM;
  }

  boolean holds(Span span) {
    return !span.first().isBefore(firstDay)
        && !span.last().isAfter(lastDay)
        && !excluded.contains(span.first());
  }
}

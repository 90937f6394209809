package org.homeward.metrics;

import java.time.Instant;
import java.util.List;
import org.homeward.facility.Facility;

/** The series that a query asked for, as they were known at a moment. */
public record Trend(Facility facility, TrendQuery query, Instant asOf, List<Series> series) {
  public Trend {
    series = List.copyOf(series);
  }
}

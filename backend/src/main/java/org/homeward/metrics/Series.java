package org.homeward.metrics;

import java.util.List;
import java.util.Optional;

/** A measure over time, the baseline that it is judged by, and the signals in it. */
public record Series(
    SeriesKey key,
    Optional<Baseline> baseline,
    Limits limits,
    List<Point> points,
    List<Signal> signals) {
  public Series {
    points = List.copyOf(points);
    signals = List.copyOf(signals);
  }
}

package org.homeward.metrics;

/** From {@code low} to {@code high}, both included. */
public record Interval(Proportion low, Proportion high) {
  public Interval {
    if (low.value() > high.value()) {
      throw new IllegalArgumentException("An interval's low end is not above its high end");
    }
  }

  /** Strictly: a point on a limit is inside. */
  public boolean excludes(Proportion proportion) {
    return proportion.value() < low.value() || proportion.value() > high.value();
  }
}

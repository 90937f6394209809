package org.homeward.metrics;

/** A share of something, from 0 to 1. */
public record Proportion(double value) {
  public Proportion {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException("A proportion is from 0 to 1");
    }
  }

  /** The nearest proportion: limits and intervals end at 0 and 1. */
  public static Proportion clipped(double value) {
    return new Proportion(Math.clamp(value, 0, 1));
  }
}

package org.homeward.metrics;

/**
 * The score interval of a proportion, 95 %: Wilson 1927, J Am Stat Assoc 22:209; method 3 of
 * Newcombe 1998, Stat Med 17:857.
 */
public final class Wilson {
  /** The 97.5 % quantile of the normal distribution. */
  static final double Z = 1.959963984540054;

  private Wilson() {}

  public static Interval interval(Share share) {
    double n = share.n();
    double p = share.proportion().value();
    double scale = 1 + Z * Z / n;
    double middle = (p + Z * Z / (2 * n)) / scale;
    double half = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n)) / scale;
    // Exactly 0 and 1 at the extremes, where rounding would leave the rate outside.
    double low = share.x() == 0 ? 0 : middle - half;
    double high = share.x() == share.n() ? 1 : middle + half;
    return new Interval(Proportion.clipped(low), Proportion.clipped(high));
  }
}

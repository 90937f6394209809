package org.homeward.metrics;

import java.util.Collection;

/**
 * Shewhart's chart of proportions with limits that vary with n: Montgomery, Introduction to
 * Statistical Quality Control, 7.2.
 */
public final class PChart {
  private static final double SIGMAS = 3;

  /** The smaller expected count below which the normal approximation gives false alarms. */
  private static final double SMALLEST_EXPECTED = 5;

  private PChart() {}

  /** p̄ ± 3√(p̄(1−p̄)/n), clipped. */
  public static Interval limits(Share centre, long n) {
    double p = centre.proportion().value();
    double reach = SIGMAS * Math.sqrt(p * (1 - p) / n);
    return new Interval(Proportion.clipped(p - reach), Proportion.clipped(p + reach));
  }

  /** Whether n·min(p̄, 1−p̄) is below 5 for most points, so that a longer period is called for. */
  public static boolean isCoarse(Share centre, Collection<Long> sizes) {
    double p = centre.proportion().value();
    long small = sizes.stream().filter(n -> n * Math.min(p, 1 - p) < SMALLEST_EXPECTED).count();
    return 2 * small > sizes.size();
  }
}

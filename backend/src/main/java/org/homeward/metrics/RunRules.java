package org.homeward.metrics;

/**
 * How long a run and how few crossings chance seldom exceeds: Anhøj and Olesen 2014, PLoS ONE
 * 9:e113825. Both depend only on m, the points that are not on the centre line.
 */
public final class RunRules {
  private static final double TAIL = 0.05;

  private RunRules() {}

  /** round(log₂ m) + 3: a longer run on one side is a signal. */
  public static int longestRun(int m) {
    return Math.toIntExact(Math.round(Math.log(Math.max(1, m)) / Math.log(2))) + 3;
  }

  /** The 5 % quantile of Binomial(m − 1, ½): fewer crossings are a signal. */
  public static int fewestCrossings(int m) {
    int trials = Math.max(0, m - 1);
    double term = -trials * Math.log(2);
    double below = Math.exp(term);
    int crossings = 0;
    while (below < TAIL) {
      term += Math.log((double) (trials - crossings) / (crossings + 1));
      below += Math.exp(term);
      crossings++;
    }
    return crossings;
  }
}

package org.homeward.metrics;

/**
 * Answers of one measure.
 *
 * @param n answers given; skipped items are not among them
 * @param yes the answers yes, or the responses with three of them
 * @param partly of an item; 0 for all three
 */
public record Tally(long n, long yes, long partly) {
  /** Fewer respondents than this might be recognised. */
  public static final int SMALLEST_SHOWN = 10;

  public Tally {
    if (yes < 0 || partly < 0 || yes + partly > n) {
      throw new IllegalArgumentException("Answers add up to no more than n");
    }
  }

  public long no() {
    return n - yes - partly;
  }

  public Share share() {
    return new Share(yes, n);
  }

  /** The breakdown of 1 to 9 respondents is not shown; n itself is. */
  public boolean isSuppressed() {
    return n > 0 && n < SMALLEST_SHOWN;
  }
}

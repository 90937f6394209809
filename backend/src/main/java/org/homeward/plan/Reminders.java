package org.homeward.plan;

import java.time.Duration;

/**
 * How a patient who does not answer is reminded.
 *
 * @param most in one conversation; 0 for never
 * @param after so long without a word from either side
 */
public record Reminders(int most, Duration after) {
  private static final int MOST = 3;
  private static final Duration SOONEST = Duration.ofHours(12);
  private static final Duration LATEST = Duration.ofDays(4);

  public static final Reminders USUAL = new Reminders(1, Duration.ofDays(1));

  public Reminders {
    if (most < 0 || most > MOST) {
      throw new IllegalArgumentException("A conversation has 0 to " + MOST + " reminders");
    }
    if (after.compareTo(SOONEST) < 0 || after.compareTo(LATEST) > 0) {
      throw new IllegalArgumentException(
          "A reminder comes %d to %d hours later".formatted(SOONEST.toHours(), LATEST.toHours()));
    }
  }
}

package org.homeward.outreach;

import java.time.Duration;
import java.time.Instant;

/**
 * So many texts a second, or as many as there are. Unused seconds are saved up for a short while
 * and no longer, since the rounds that send come every second or two.
 *
 * <p>Source: the virtual scheduling form of the generic cell rate algorithm, ITU-T I.371 annex A.
 * What was taken moves {@code spentUntil} on; it may lead the present by {@link #SAVED_UP}.
 *
 * @param perSecond 0 for no limit
 */
public record Pace(double perSecond) {
  public static final Pace UNLIMITED = new Pace(0);

  static final Duration SAVED_UP = Duration.ofSeconds(3);

  public Pace {
    if (!(perSecond >= 0) || perSecond > 100_000) {
      throw new IllegalArgumentException("A pace is 0 to 100,000 texts a second");
    }
  }

  /**
   * What may go now.
   *
   * @param spentUntil as it is from now on
   */
  public record Allowance(int texts, Instant spentUntil) {}

  public boolean limited() {
    return perSecond > 0;
  }

  /** Half as fast for each step. */
  public Pace slowedBy(int steps) {
    return new Pace(perSecond / (1L << steps));
  }

  public Allowance take(Instant spentUntil, int wanted, Instant now) {
    if (!limited()) {
      return new Allowance(wanted, spentUntil);
    }
    Instant from = spentUntil.isAfter(now) ? spentUntil : now;
    Duration one = lasting(1);
    Duration most = one.compareTo(SAVED_UP) > 0 ? one : SAVED_UP;
    Duration free = Duration.between(from, now.plus(most));
    // A millionth more, or 3 s at a third of a text a second would round down to none.
    int texts = (int) Math.clamp(free.toNanos() / 1e9 * perSecond + 1e-6, 0, wanted);
    return new Allowance(texts, from.plus(lasting(texts)));
  }

  /** What was taken and did not go after all. */
  public Instant giveBack(Instant spentUntil, int texts) {
    return limited() ? spentUntil.minus(lasting(texts)) : spentUntil;
  }

  private Duration lasting(int texts) {
    return Duration.ofNanos(Math.round(texts * 1e9 / perSecond));
  }
}

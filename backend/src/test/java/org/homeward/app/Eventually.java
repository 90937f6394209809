package org.homeward.app;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for a condition, and fails when it does not come. */
public final class Eventually {
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private Eventually() {}

  public static void holds(String what, BooleanSupplier condition) throws InterruptedException {
    holds(what, LONGEST, condition);
  }

  public static void holds(String what, Duration longest, BooleanSupplier condition)
      throws InterruptedException {
    long end = System.nanoTime() + longest.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("Not within " + longest + ": " + what);
      }
      Thread.sleep(5);
    }
  }
}

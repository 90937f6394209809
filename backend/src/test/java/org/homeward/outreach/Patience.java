package org.homeward.outreach;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.function.BooleanSupplier;

/** Waits for something to become true, however fast or slow the machine is. */
final class Patience {
  private static final long LONGEST_NANOS = 20_000_000_000L;

  private Patience() {}

  static void until(String what, BooleanSupplier isSo) {
    long end = System.nanoTime() + LONGEST_NANOS;
    while (!isSo.getAsBoolean()) {
      if (System.nanoTime() > end) {
        fail("Waited in vain: " + what);
      }
      try {
        Thread.sleep(10);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        fail("Interrupted while waiting: " + what);
      }
    }
  }
}

package org.homeward.sms.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Objects;
import java.util.function.Supplier;

/** Waits until something is so, and fails with what it is instead after ten seconds. */
final class Eventually {

  private Eventually() {}

  static <T> void eventually(T expected, Supplier<T> actual) throws InterruptedException {
    long end = System.nanoTime() + 10_000_000_000L;
    while (!Objects.equals(expected, actual.get()) && System.nanoTime() < end) {
      Thread.sleep(5);
    }
    assertEquals(expected, actual.get());
  }
}

package org.homeward.facility;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;

/**
 * Makes UUIDs of version 7 (RFC 9562, 5.7): 48 bits of milliseconds, then random ones, so that rows
 * lie in order.
 */
public final class Ids {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final InstantSource clock;

  public Ids(InstantSource clock) {
    this.clock = clock;
  }

  public UUID next() {
    long high = clock.millis() << 16 | 0x7000L | RANDOM.nextInt(1 << 12);
    long low = RANDOM.nextLong() >>> 2 | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}

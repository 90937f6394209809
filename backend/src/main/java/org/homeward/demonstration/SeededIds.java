package org.homeward.demonstration;

import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** UUIDs of version 7 (RFC 9562, 5.7) of a moment in the story. */
final class SeededIds {
  private final RandomGenerator random;

  SeededIds(RandomGenerator random) {
    this.random = random;
  }

  UUID at(Instant moment) {
    long high = moment.toEpochMilli() << 16 | 0x7000L | random.nextInt(1 << 12);
    long low = random.nextLong() >>> 2 | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}

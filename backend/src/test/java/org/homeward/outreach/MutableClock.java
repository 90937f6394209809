package org.homeward.outreach;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** Stands still until it is moved. */
final class MutableClock implements InstantSource {
  private final AtomicReference<InstantSource> now;

  private MutableClock(InstantSource now) {
    this.now = new AtomicReference<>(now);
  }

  /** Stands still until it is moved. */
  static MutableClock at(Instant instant) {
    return new MutableClock(InstantSource.fixed(instant));
  }

  /** Goes by itself. */
  static MutableClock ticking() {
    return new MutableClock(InstantSource.system());
  }

  @Override
  public Instant instant() {
    return now.get().instant();
  }

  void set(Instant instant) {
    now.set(InstantSource.fixed(instant));
  }

  void advance(Duration by) {
    now.updateAndGet(source -> InstantSource.fixed(source.instant().plus(by)));
  }
}

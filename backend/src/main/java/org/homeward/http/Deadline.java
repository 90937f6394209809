package org.homeward.http;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Ends what the current thread reads from its client when it takes too long.
 *
 * <p>Helidon 4.1.7 does not set its {@code readTimeout} on the sockets it accepts: a client that
 * falls silent would be waited for without end. Interrupting a virtual thread that reads closes its
 * socket (JEP 444).
 */
final class Deadline implements AutoCloseable {
  private static final ScheduledThreadPoolExecutor TIMER = timer();

  private final Thread reader = Thread.currentThread();
  private final Future<?> expiry;
  private boolean over;
  private boolean missed;

  private Deadline(Duration patience) {
    this.expiry = TIMER.schedule(this::expire, patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  static Deadline in(Duration patience) {
    return new Deadline(patience);
  }

  private synchronized void expire() {
    if (!over) {
      missed = true;
      reader.interrupt();
    }
  }

  /** By the thread that opened it, or by another one once that thread's part is over. */
  @Override
  public void close() {
    synchronized (this) {
      over = true;
      if (missed && Thread.currentThread() == reader) {
        // What follows is not to be interrupted.
        Thread.interrupted();
      }
    }
    expiry.cancel(false);
  }

  private static ScheduledThreadPoolExecutor timer() {
    ScheduledThreadPoolExecutor timer =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("deadlines").factory());
    timer.setRemoveOnCancelPolicy(true);
    return timer;
  }
}

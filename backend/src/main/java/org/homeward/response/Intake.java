package org.homeward.response;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Takes submissions from many requests and stores those that wait together in one transaction.
 *
 * <p>A writer stores whatever has arrived while the one before it was busy. Alone, a submission is
 * stored at once; under load, one commit and one round trip serve many. No timer, no delay: the
 * queue itself makes the batches.
 */
public final class Intake implements AutoCloseable {
  private static final int LARGEST_BATCH = 128;

  /** Below the patience of a tablet, which is 20 seconds, so that it hears what happened. */
  private static final Duration PATIENCE = Duration.ofSeconds(6);

  private static final Duration CLOSING_PATIENCE = Duration.ofSeconds(2);

  private final Responses responses;
  private final Duration patience;
  private final BlockingQueue<Arrival> queue = new LinkedBlockingQueue<>();
  private final List<Thread> writers = new ArrayList<>();
  private volatile boolean closed;
  private volatile boolean ended;

  private sealed interface Arrival {}

  private record Waiting(Submission submission, CompletableFuture<Receipt> receipt)
      implements Arrival {}

  /** The last in the queue: each writer puts it back for the next one, and ends. */
  private record End() implements Arrival {}

  /**
   * @param writers transactions at once; two keep the database busy while one of them waits for the
   *     disk
   */
  public Intake(Responses responses, int writers) {
    this(responses, writers, PATIENCE);
  }

  /**
   * @param patience how long a submission waits at most; the database may be hanging
   */
  Intake(Responses responses, int writers, Duration patience) {
    this.responses = responses;
    this.patience = patience;
    for (int i = 0; i < writers; i++) {
      this.writers.add(Thread.ofVirtual().name("intake-" + i).start(this::write));
    }
  }

  /**
   * Waits until the submission is stored or refused. Throws what the store threw, and {@link
   * NotSettled} when it took too long or the intake closed: it may have been stored all the same,
   * and can be brought again.
   */
  public Receipt submit(Submission submission) {
    if (closed) {
      throw new NotSettled();
    }
    Waiting waiting = new Waiting(submission, new CompletableFuture<>());
    queue.add(waiting);
    if (closed && queue.remove(waiting)) {
      throw new NotSettled();
    }
    try {
      return waiting.receipt().get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e);
    } catch (TimeoutException e) {
      abandon(waiting);
      throw new NotSettled();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      abandon(waiting);
      throw new NotSettled();
    }
  }

  /** A writer that comes to it later leaves it out: nobody waits for it. */
  private void abandon(Waiting waiting) {
    waiting.receipt().cancel(false);
    queue.remove(waiting);
  }

  int waiting() {
    return queue.size();
  }

  /** Stores what waits, and fails what could not be stored in time: nobody is left waiting. */
  @Override
  public void close() {
    closed = true;
    queue.add(new End());
    try {
      awaitWriters();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    // Ends those that the database keeps hanging; theirs fail.
    ended = true;
    writers.forEach(Thread::interrupt);
    List<Arrival> left = new ArrayList<>();
    queue.drainTo(left);
    fail(waiting(left), new NotSettled());
  }

  private void awaitWriters() throws InterruptedException {
    long end = System.nanoTime() + CLOSING_PATIENCE.toNanos();
    for (Thread writer : writers) {
      writer.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
    }
  }

  private void write() {
    boolean open = true;
    while (open && !ended) {
      List<Arrival> arrivals = new ArrayList<>();
      try {
        arrivals.add(queue.take());
      } catch (InterruptedException e) {
        return;
      }
      queue.drainTo(arrivals, LARGEST_BATCH - 1);
      if (arrivals.contains(new End())) {
        queue.add(new End());
        open = false;
      }
      store(waiting(arrivals));
    }
  }

  private static List<Waiting> waiting(List<Arrival> arrivals) {
    return arrivals.stream()
        .filter(Waiting.class::isInstance)
        .map(Waiting.class::cast)
        .filter(waiting -> !waiting.receipt().isDone())
        .toList();
  }

  /**
   * One that the database refuses must not fail its neighbours: after a failure each is tried by
   * itself, once.
   */
  private void store(List<Waiting> batch) {
    if (batch.isEmpty()) {
      return;
    }
    if (ended) {
      fail(batch, new NotSettled());
      return;
    }
    try {
      settle(batch);
    } catch (Unstorable together) {
      if (batch.size() == 1) {
        fail(batch, together);
        return;
      }
      for (Waiting waiting : batch) {
        store(waiting(List.of(waiting)));
      }
    } catch (RuntimeException | Error unavailable) {
      fail(batch, unavailable);
    }
  }

  private static void fail(List<Waiting> batch, Throwable failure) {
    batch.forEach(waiting -> waiting.receipt().completeExceptionally(failure));
  }

  private void settle(List<Waiting> batch) {
    List<Receipt> receipts = responses.store(batch.stream().map(Waiting::submission).toList());
    for (int i = 0; i < batch.size(); i++) {
      batch.get(i).receipt().complete(receipts.get(i));
    }
  }
}

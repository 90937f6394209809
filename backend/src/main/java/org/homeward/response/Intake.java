package org.homeward.response;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Takes submissions from many requests and stores those that wait together in one transaction.
 *
 * <p>A writer stores whatever has arrived while the one before it was busy. Alone, a submission is
 * stored at once; under load, one commit and one round trip serve many. No timer, no delay: the
 * queue itself makes the batches.
 */
public final class Intake implements AutoCloseable {
  private static final int LARGEST_BATCH = 128;

  private final Responses responses;
  private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
  private final List<Thread> writers = new ArrayList<>();

  private record Waiting(Submission submission, CompletableFuture<Receipt> receipt) {}

  /**
   * @param writers transactions at once; two keep the database busy while one of them waits for the
   *     disk
   */
  public Intake(Responses responses, int writers) {
    this.responses = responses;
    for (int i = 0; i < writers; i++) {
      this.writers.add(Thread.ofVirtual().name("intake-" + i).start(this::write));
    }
  }

  /** Waits until the submission is stored or refused. Throws what the store threw. */
  public Receipt submit(Submission submission) {
    CompletableFuture<Receipt> receipt = new CompletableFuture<>();
    queue.add(new Waiting(submission, receipt));
    try {
      return receipt.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException failure ? failure : e;
    }
  }

  @Override
  public void close() {
    writers.forEach(Thread::interrupt);
  }

  private void write() {
    List<Waiting> batch = new ArrayList<>();
    while (!Thread.currentThread().isInterrupted()) {
      try {
        batch.add(queue.take());
      } catch (InterruptedException e) {
        return;
      }
      queue.drainTo(batch, LARGEST_BATCH - 1);
      store(batch);
      batch.clear();
    }
  }

  /**
   * One that the database refuses must not fail its neighbours: after a failure each is tried by
   * itself, once.
   */
  private void store(List<Waiting> batch) {
    try {
      settle(batch);
    } catch (Unstorable together) {
      if (batch.size() == 1) {
        fail(batch, together);
        return;
      }
      for (Waiting waiting : batch) {
        store(List.of(waiting));
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

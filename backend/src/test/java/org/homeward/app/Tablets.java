package org.homeward.app;

import static org.homeward.app.Hospital.answers;
import static org.homeward.app.Hospital.submission;

import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Tablets that submit one response after another, each until it is acknowledged and always with the
 * same bytes, through whatever happens to the service.
 */
final class Tablets {
  private static final Duration RETRY = Duration.ofMillis(50);

  private final AtomicReference<Browser> service;
  private final String token;
  private final Consumer<Try> onTry;
  private final ConcurrentLinkedQueue<String> visits;
  private final Set<UUID> acknowledged = ConcurrentHashMap.newKeySet();
  private final ConcurrentLinkedQueue<String> refusals = new ConcurrentLinkedQueue<>();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean open = true;

  /**
   * One try, and its answer.
   *
   * @param status 0 when there was none
   */
  record Try(int status, String code, boolean retryAfter, Duration took) {}

  /**
   * @param visits codes of visits that nobody answered for yet; when they are used up, walk-ups
   *     follow
   */
  Tablets(URI url, String token, int count, List<String> visits, Consumer<Try> onTry) {
    this.service = new AtomicReference<>(new Browser(url).bearing(token));
    this.token = token;
    this.onTry = onTry;
    this.visits = new ConcurrentLinkedQueue<>(visits);
    for (int i = 0; i < count; i++) {
      threads.add(Thread.ofVirtual().name("tablet-" + i).start(this::submitAll));
    }
  }

  /** Where the service is now. */
  void moved(URI url) {
    service.set(new Browser(url).bearing(token));
  }

  Set<UUID> acknowledged() {
    return acknowledged;
  }

  /** Answers that no outage explains. */
  List<String> refusals() {
    return List.copyOf(refusals);
  }

  /** Each tablet delivers what it has begun, and ends. */
  void finish() throws InterruptedException {
    open = false;
    for (Thread thread : threads) {
      if (!thread.join(Duration.ofSeconds(60))) {
        throw new AssertionError("A tablet is still waiting for its acknowledgement");
      }
    }
  }

  private void submitAll() {
    while (open) {
      String visit = visits.poll();
      submitUntilAcknowledged(
          UUID.randomUUID(),
          submission(visit == null ? "" : visit, answers("yes", "partly", "yes")));
    }
  }

  private void submitUntilAcknowledged(UUID id, String body) {
    boolean settled = false;
    while (!settled) {
      settled = submit(id, body);
      if (!settled) {
        try {
          Thread.sleep(RETRY);
        } catch (InterruptedException e) {
          return;
        }
      }
    }
  }

  private boolean submit(UUID id, String body) {
    long start = System.nanoTime();
    try {
      Browser.Answer answer = service.get().put("/api/v1/responses/" + id, body);
      tried(
          new Try(
              answer.status(),
              answer.code(),
              answer.header("Retry-After").isPresent(),
              Duration.ofNanos(System.nanoTime() - start)));
      if (answer.status() == 200 || answer.status() == 201) {
        if (!answer.text("id").equals(id.toString())) {
          refusals.add("acknowledged another id");
        }
        acknowledged.add(id);
        return true;
      }
      if (answer.status() != 503) {
        refusals.add(answer.status() + " " + answer.code());
      }
    } catch (UncheckedIOException e) {
      tried(new Try(0, "", false, Duration.ofNanos(System.nanoTime() - start)));
    }
    return false;
  }

  private void tried(Try attempt) {
    onTry.accept(attempt);
  }
}

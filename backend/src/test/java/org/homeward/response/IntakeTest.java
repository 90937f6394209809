package org.homeward.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.homeward.facility.FacilityId;
import org.homeward.survey.Answer;
import org.homeward.survey.Channel;
import org.homeward.survey.Item;
import org.homeward.survey.Respondent;
import org.homeward.survey.Touchpoint;
import org.homeward.token.Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class IntakeTest {
  private static final Duration LONG = Duration.ofHours(1);

  /** A store that can hang, and says how many wait in it. */
  private static final class SlowStore implements Responses {
    final CountDownLatch entered = new CountDownLatch(1);
    final Semaphore open = new Semaphore(0);

    @Override
    public List<Receipt> store(List<Submission> submissions) {
      entered.countDown();
      try {
        open.acquire();
      } catch (InterruptedException e) {
        throw new Unstorable(e);
      }
      open.release();
      return submissions.stream()
          .<Receipt>map(s -> new Receipt.Accepted(Receipt.Standing.COUNTED))
          .toList();
    }
  }

  @Test
  void closingStoresWhatWaitsBeforeItEnds() throws Exception {
    SlowStore store = new SlowStore();
    Intake intake = new Intake(store, 1, LONG);
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Receipt>> receipts = submitBehindOneThatHangs(intake, store, clients);
      Thread closing = Thread.ofVirtual().start(intake::close);
      store.open.release();
      closing.join();
      for (Future<Receipt> receipt : receipts) {
        assertInstanceOf(Receipt.Accepted.class, receipt.get());
      }
    }
  }

  @Test
  void closingFailsWhatAHangingStoreKeepsAndLeavesNobodyWaiting() throws Exception {
    SlowStore store = new SlowStore();
    Intake intake = new Intake(store, 1, LONG);
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Receipt>> receipts = submitBehindOneThatHangs(intake, store, clients);
      intake.close();
      int failed = 0;
      for (Future<Receipt> receipt : receipts) {
        assertThrows(Exception.class, receipt::get);
        failed++;
      }
      assertEquals(21, failed);
    }
    assertThrows(NotSettled.class, () -> intake.submit(submission()));
  }

  @Test
  void aSubmissionWaitsNoLongerThanItsPatience() {
    SlowStore store = new SlowStore();
    try (Intake intake = new Intake(store, 1, Duration.ofMillis(50))) {
      assertThrows(NotSettled.class, () -> intake.submit(submission()));
      store.open.release();
      assertTrue(eventuallyAccepts(intake), "the writer goes on");
    }
  }

  private static boolean eventuallyAccepts(Intake intake) {
    for (int i = 0; i < 100; i++) {
      try {
        return intake.submit(submission()) instanceof Receipt.Accepted;
      } catch (NotSettled stillBusy) {
        // Tried again.
      }
    }
    return false;
  }

  /** One in the store, and twenty in the queue. */
  private static List<Future<Receipt>> submitBehindOneThatHangs(
      Intake intake, SlowStore store, ExecutorService clients) throws InterruptedException {
    List<Future<Receipt>> receipts = new ArrayList<>();
    receipts.add(clients.submit(() -> intake.submit(submission())));
    store.entered.await();
    for (int i = 0; i < 20; i++) {
      receipts.add(clients.submit(() -> intake.submit(submission())));
    }
    while (intake.waiting() < 20) {
      Thread.sleep(1);
    }
    return receipts;
  }

  private static Submission submission() {
    Instant now = Instant.parse("2026-11-22T10:15:00Z");
    return new Submission(
        UUID.randomUUID(),
        new FacilityId(UUID.randomUUID()),
        new Submission.Tablet(Digest.of(new byte[] {1}), false),
        Optional.empty(),
        Touchpoint.of("at-discharge").orElseThrow(),
        Channel.KIOSK,
        Respondent.PATIENT,
        "en",
        1,
        Submission.Outcome.COMPLETE,
        Map.of(Item.DIAGNOSIS, Answer.YES),
        Extras.none(),
        Digest.of(new byte[] {2}),
        now,
        now);
  }
}

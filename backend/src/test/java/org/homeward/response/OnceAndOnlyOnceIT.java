package org.homeward.response;

import static org.homeward.app.Hospital.answers;
import static org.homeward.app.Hospital.submission;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.homeward.app.Browser;
import org.homeward.app.Browser.Answer;
import org.homeward.app.Hospital;
import org.homeward.app.ServiceUnderTest;
import org.homeward.db.TestDatabase;
import org.junit.jupiter.api.Test;

class OnceAndOnlyOnceIT {
  private final Hospital hospital = Hospital.open(ServiceUnderTest.shared());
  private final Browser kiosk = hospital.kiosk();

  @Test
  void theSameBytesAgainAreAcknowledgedAndStoredOnce() {
    UUID id = UUID.randomUUID();
    String body = submission(hospital.visitCode("V-1"), answers("yes", "partly", "no"));
    Answer first = kiosk.put(path(id), body);
    assertEquals(201, first.status());
    assertEquals(id.toString(), first.text("id"));
    assertEquals("counted", first.text("standing"));
    Answer second = kiosk.with("Homeward-Queue-Age", "90").put(path(id), body);
    assertEquals(200, second.status());
    assertEquals(id.toString(), second.text("id"));
    assertEquals(List.of("complete"), standings());
  }

  @Test
  void otherBytesUnderTheSameIdConflictAndTheFirstStay() {
    UUID id = UUID.randomUUID();
    String visit = hospital.visitCode("V-1");
    assertEquals(
        201, kiosk.put(path(id), submission(visit, answers("yes", "yes", "yes"))).status());
    Answer other = kiosk.put(path(id), submission(visit, answers("no", "no", "no")));
    assertEquals(409, other.status());
    assertEquals("response-conflicting", other.code());
    assertEquals(List.of("yes"), column("diagnosis"));
  }

  @Test
  void fiftyConcurrentCopiesStoreOne() throws Exception {
    UUID id = UUID.randomUUID();
    String body = submission(hospital.visitCode("V-1"), answers("yes", "yes", "no"));
    List<Answer> answers = atOnce(50, i -> kiosk.put(path(id), body));
    assertEquals(1, answers.stream().filter(answer -> answer.status() == 201).count());
    assertEquals(49, answers.stream().filter(answer -> answer.status() == 200).count());
    assertTrue(answers.stream().allMatch(answer -> answer.text("id").equals(id.toString())));
    assertEquals(List.of("complete"), standings());
  }

  @Test
  void ofManyAnswersForOneVisitTheFirstCountsAndTheOthersAreKeptAndAcknowledged() throws Exception {
    String visit = hospital.visitCode("V-1");
    List<Answer> answers =
        atOnce(
            20,
            i -> kiosk.put(path(UUID.randomUUID()), submission(visit, answers("yes", "no", "no"))));
    assertTrue(answers.stream().allMatch(answer -> answer.status() == 201));
    assertEquals(
        1, answers.stream().filter(answer -> answer.text("standing").equals("counted")).count());
    assertEquals(1, standings().stream().filter("complete"::equals).count());
    assertEquals(19, standings().stream().filter("superseded"::equals).count());
  }

  @Test
  void anAbandonedTurnDoesNotUseUpTheVisit() {
    String visit = hospital.visitCode("V-1");
    String stopped = submission(visit, Map.of()).replace("\"complete\"", "\"stopped\"");
    Answer abandoned = kiosk.put(path(UUID.randomUUID()), stopped);
    assertEquals("stopped", abandoned.text("standing"));
    Answer later =
        kiosk.put(path(UUID.randomUUID()), submission(visit, answers("yes", "yes", "yes")));
    assertEquals("counted", later.text("standing"));
  }

  @Test
  void anErasedResponseStaysErased() {
    UUID id = UUID.randomUUID();
    String body = submission(hospital.visitCode("V-1"), answers("yes", "yes", "yes"));
    kiosk.put(path(id), body);
    TestDatabase.database()
        .change(
            """
            UPDATE response SET standing = 'erased', discharge_id = NULL, kiosk_id = NULL,
              diagnosis = NULL, treatment = NULL, next_steps = NULL
            WHERE facility_id = CAST(? AS uuid) AND response_id = ?
            """,
            hospital.facility(),
            id);
    Answer again = kiosk.put(path(id), body);
    assertEquals(410, again.status());
    assertEquals("response-erased", again.code());
    assertEquals(id.toString(), again.text("id"));
    assertEquals(List.of("erased"), standings());
  }

  @Test
  void aWalkUpIsStoredForTheTabletsUnitWithoutAVisit() {
    UUID id = UUID.randomUUID();
    assertEquals(201, kiosk.put(path(id), submission("", answers("yes", "yes", "no"))).status());
    assertEquals(
        List.of(hospital.ward4()),
        TestDatabase.database()
            .rows(
                """
                SELECT CAST(unit_id AS text) AS unit FROM response
                WHERE facility_id = CAST(? AS uuid) AND discharge_id IS NULL
                """,
                row -> row.text("unit"),
                hospital.facility()));
  }

  @Test
  void whenItWasAnsweredIsToldByTheServersClockLessTheTimeInTheQueue() {
    UUID id = UUID.randomUUID();
    String body = submission(hospital.visitCode("V-1"), answers("yes", "yes", "no"));
    kiosk.with("Homeward-Queue-Age", "7200").put(path(id), body);
    assertEquals(
        List.of(7200),
        TestDatabase.database()
            .rows(
                """
                SELECT CAST(extract(epoch FROM received_at - answered_at) AS integer) AS age
                FROM response WHERE facility_id = CAST(? AS uuid) AND response_id = ?
                """,
                row -> row.integer("age"),
                hospital.facility(),
                id));
  }

  private List<String> standings() {
    return column("standing");
  }

  private List<String> column(String column) {
    return TestDatabase.database()
        .rows(
            "SELECT " + column + " AS value FROM response WHERE facility_id = CAST(? AS uuid)",
            row -> row.text("value"),
            hospital.facility());
  }

  private static String path(UUID id) {
    return "/api/v1/responses/" + id;
  }

  private interface Attempt {
    Answer number(int i);
  }

  /** All attempts leave together. */
  private static List<Answer> atOnce(int count, Attempt attempt) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answer>> futures = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        int number = i;
        Callable<Answer> task =
            () -> {
              start.await();
              return attempt.number(number);
            };
        futures.add(threads.submit(task));
      }
      start.countDown();
      List<Answer> answers = new ArrayList<>();
      for (Future<Answer> future : futures) {
        answers.add(future.get());
      }
      return answers;
    }
  }
}

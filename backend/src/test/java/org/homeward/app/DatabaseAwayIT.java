package org.homeward.app;

import static org.homeward.app.Hospital.answers;
import static org.homeward.app.Hospital.submission;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeward.app.Tablets.Try;
import org.homeward.db.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class DatabaseAwayIT {
  private static final Duration A_FEW_SECONDS = Duration.ofSeconds(9);

  private static final TcpProxy PROXY = new TcpProxy(portOfDatabase());
  private static final ServiceUnderTest SERVICE =
      ServiceUnderTest.start(
          TestDatabase.serviceUrl().replaceFirst("//[^/]+/", "//127.0.0.1:" + PROXY.port() + "/"),
          512,
          new Settings.Carrier.None(),
          Clock.systemUTC());

  private final Hospital hospital = Hospital.open(SERVICE);
  private final Stored stored = new Stored(TestDatabase.ownerUrl());

  @AfterAll
  static void stop() throws Exception {
    SERVICE.close();
    PROXY.close();
  }

  @Test
  void whileTheDatabaseIsAwayClientsAreToldToComeAgainAndAfterwardsAllIsStoredOnce()
      throws Exception {
    ConcurrentLinkedQueue<Try> tries = new ConcurrentLinkedQueue<>();
    Tablets tablets = new Tablets(SERVICE.url(), token, 4, List.of(), tries::add);
    Browser stranger = hospital.stranger();
    Eventually.holds("tablets are served", () -> tablets.acknowledged().size() > 50);
    assertEquals(200, stranger.get("/health/ready").status());

    PROXY.goAway();
    long left = System.nanoTime();
    Eventually.holds("it is not ready", () -> stranger.get("/health/ready").status() == 503);
    int before = tablets.acknowledged().size();
    tries.clear();
    // The middle of an outage: every tablet is refused twice, and ten seconds pass.
    Eventually.holds(
        "tablets are refused",
        () -> tries.size() >= 8 && System.nanoTime() - left > Duration.ofSeconds(10).toNanos());
    List<Try> refused = List.copyOf(tries);
    assertEquals(200, stranger.get("/health/live").status());
    assertEquals(503, stranger.get("/health/ready").status());
    assertEquals(503, hospital.stranger().bearing(token).get("/api/v1/kiosk").status());
    assertEquals(before, tablets.acknowledged().size(), "acknowledged while it was away");
    assertTrue(
        refused.stream()
            .allMatch(t -> t.status() == 503 && t.code().equals("unavailable") && t.retryAfter()),
        refused::toString);
    Duration slowest = refused.stream().map(Try::took).max(Duration::compareTo).orElseThrow();
    assertTrue(slowest.compareTo(A_FEW_SECONDS) < 0, slowest::toString);

    PROXY.comeBack();
    Eventually.holds("tablets are served", () -> tablets.acknowledged().size() > before + 50);
    Eventually.holds("it is ready", () -> stranger.get("/health/ready").status() == 200);
    tablets.finish();
    assertEquals(List.of(), tablets.refusals());
    stored.assertEachOnce(tablets.acknowledged());
    stored.assertRollupEqualsRecount(hospital.facility());
    System.out.printf(
        "DatabaseAwayIT: %d refused, the slowest after %d ms; %d acknowledged%n",
        refused.size(), slowest.toMillis(), tablets.acknowledged().size());
  }

  @Test
  void aCommitThatNeverArrivedIsNotAcknowledgedAndSucceedsWhenItComesAgain() {
    UUID id = UUID.randomUUID();
    assertEquals(503, lostAt(TcpProxy.Cut.BEFORE_COMMIT_ARRIVES, id).status());
    assertEquals("0", countOf(id));
    assertEquals(201, put(id).status());
    stored.assertEachOnce(List.of(id));
  }

  @Test
  void aCommitWhoseConfirmationWasLostIsNotAcknowledgedAndIsAReplayWhenItComesAgain() {
    UUID id = UUID.randomUUID();
    assertEquals(503, lostAt(TcpProxy.Cut.BEFORE_COMMIT_IS_CONFIRMED, id).status());
    assertEquals("1", countOf(id));
    assertEquals(200, put(id).status());
    stored.assertEachOnce(List.of(id));
  }

  private final String token = hospital.kioskToken();
  private final String body = submission("", answers("yes", "yes", "no"));

  private Browser.Answer lostAt(TcpProxy.Cut cut, UUID id) {
    int cuts = PROXY.cuts();
    PROXY.cutNext(cut);
    Browser.Answer answer = put(id);
    // The pool may first have met a connection that was cut before.
    while (PROXY.cuts() == cuts) {
      assertEquals(503, answer.status());
      answer = put(id);
    }
    assertEquals("unavailable", answer.code());
    return answer;
  }

  private Browser.Answer put(UUID id) {
    return hospital.stranger().bearing(token).put("/api/v1/responses/" + id, body);
  }

  private String countOf(UUID id) {
    return stored.text("SELECT count(*) FROM response WHERE response_id = '" + id + "'");
  }

  private static int portOfDatabase() {
    Matcher port = Pattern.compile("//[^/]+:(\\d+)/").matcher(TestDatabase.serviceUrl());
    if (!port.find()) {
      throw new IllegalStateException("No port in the URL of the tests' database");
    }
    return Integer.parseInt(port.group(1));
  }
}

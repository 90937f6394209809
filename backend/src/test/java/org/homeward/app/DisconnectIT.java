package org.homeward.app;

import static org.homeward.app.Hospital.answers;
import static org.homeward.app.Hospital.submission;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeward.db.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DisconnectIT {
  private static final int POOL = 3;
  private static final ServiceUnderTest SERVICE =
      ServiceUnderTest.startWithPool(TestDatabase.serviceUrl(), POOL);

  private final Hospital hospital = Hospital.open(SERVICE);
  private final String token = hospital.kioskToken();
  private final String body = submission("", answers("yes", "yes", "no"));
  private final Service service = SERVICE.service();

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  @Test
  void aThousandClientsThatLeaveInTheMiddleKeepNothing() throws Exception {
    for (int i = 0; i < 250; i++) {
      String put = put();
      leaveAfter(put.substring(0, 20 + i % 100), i);
    }
    for (int i = 0; i < 250; i++) {
      String put = put();
      leaveAfter(put.substring(0, put.length() - 1 - i % body.length()), i);
    }
    assertEverythingIsFree();

    List<RawClient> waiting = new ArrayList<>();
    try (TableLock _ = TableLock.on("kiosk")) {
      // These use up the pool, and then wait for it.
      for (int i = 0; i < 250; i++) {
        waiting.add(new RawClient(SERVICE.url()).send(RawClient.get("/api/v1/kiosk", token)));
      }
      Eventually.holds("the pool is used up", () -> service.connectionsInUse() == POOL);
      Eventually.holds("requests pile up", () -> service.requestsUnderWay() > 10 * POOL);
      // And these are complete, and wait for their answer.
      for (int i = 0; i < 250; i++) {
        waiting.add(new RawClient(SERVICE.url()).send(put()));
      }
      Eventually.holds("submissions pile up", () -> service.requestsUnderWay() > 200);
      for (int i = 0; i < waiting.size(); i++) {
        waiting.get(i).leave(i % 2 == 0);
      }
    }
    assertEverythingIsFree();
    assertItServes();
  }

  @Test
  void theLogDoesNotGrowWithClientsThatLeave(@TempDir Path directory) throws Exception {
    ChildService child =
        ChildService.launch(
                directory.resolve("data"),
                ServiceUnderTest.freePort(),
                Map.of(
                    "HOMEWARD_DB_URL", TestDatabase.serviceUrl(),
                    "HOMEWARD_DB_OWNER_URL", TestDatabase.ownerUrl()))
            .awaitReady();
    int before = child.output().length();
    for (int i = 0; i < 100; i++) {
      String put = put();
      new RawClient(child.url()).send(put.substring(0, 60 + i)).leave(false);
      new RawClient(child.url()).send(put.substring(0, put.length() - 1)).leave(i % 2 == 0);
      new RawClient(child.url()).send(put).leave(i % 2 == 0);
    }
    child.stop();
    assertEquals("", child.output().substring(before));
  }

  private void leaveAfter(String sent, int i) throws Exception {
    new RawClient(SERVICE.url()).send(sent).leave(i % 2 == 0);
  }

  private String put() {
    return RawClient.put("/api/v1/responses/" + UUID.randomUUID(), token, body);
  }

  private void assertEverythingIsFree() throws InterruptedException {
    Eventually.holds("no request is under way", () -> service.requestsUnderWay() == 0);
    Eventually.holds("no connection is in use", () -> service.connectionsInUse() == 0);
  }

  /** More requests than there are connections or places that a leak could leave. */
  private void assertItServes() {
    Browser kiosk = hospital.stranger().bearing(token);
    long slowest = 0;
    for (int i = 0; i < 100; i++) {
      long start = System.nanoTime();
      assertEquals(200, kiosk.get("/api/v1/kiosk").status());
      assertEquals(201, kiosk.put("/api/v1/responses/" + UUID.randomUUID(), body).status());
      slowest = Math.max(slowest, System.nanoTime() - start);
    }
    System.out.printf(
        "DisconnectIT: the slowest of 100 afterwards took %d ms%n", slowest / 1_000_000);
    assertTrue(slowest < Duration.ofSeconds(2).toNanos(), "slow after the clients left");
  }
}

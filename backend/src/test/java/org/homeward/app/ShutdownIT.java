package org.homeward.app;

import static org.homeward.app.Hospital.answers;
import static org.homeward.app.Hospital.submission;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.homeward.app.Tablets.Try;
import org.homeward.db.TestDatabase;
import org.junit.jupiter.api.Test;

class ShutdownIT {
  /** As {@link ServiceUnderTest} sets it. */
  private static final Duration GRACE = Duration.ofSeconds(10);

  private final Stored stored = new Stored(TestDatabase.ownerUrl());
  private final String body = submission("", answers("yes", "yes", "no"));

  @Test
  void stoppingUnderLoadLosesNoSubmissionAndDoesNotWaitForIdleConnections() throws Exception {
    ServiceUnderTest service = ServiceUnderTest.start();
    Hospital hospital = Hospital.open(service);
    List<RawClient> idle = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      RawClient client = new RawClient(service.url());
      client.send("GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n");
      assertEquals("HTTP/1.1 200 OK", client.statusLine());
      idle.add(client);
    }
    ConcurrentLinkedQueue<Try> tries = new ConcurrentLinkedQueue<>();
    Tablets tablets = new Tablets(service.url(), hospital.kioskToken(), 12, List.of(), tries::add);
    Eventually.holds("the load is real", () -> tablets.acknowledged().size() > 300);

    long start = System.nanoTime();
    service.close();
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    int before = tablets.acknowledged().size();
    assertTrue(took.compareTo(GRACE.dividedBy(2)) < 0, "closing took " + took);

    try (ServiceUnderTest next = ServiceUnderTest.start()) {
      tablets.moved(next.url());
      Eventually.holds("tablets are served", () -> tablets.acknowledged().size() > before + 50);
      tablets.finish();
    }
    assertEquals(List.of(), tablets.refusals(), "no 4xx and no 5xx but 503");
    stored.assertEachOnce(tablets.acknowledged());
    stored.assertRollupEqualsRecount(hospital.facility());
    for (RawClient client : idle) {
      client.close();
    }
    System.out.printf(
        "ShutdownIT: closed in %d ms under load, %d told to come again, %d cut off or refused, %d acknowledged%n",
        took.toMillis(),
        tries.stream().filter(t -> t.status() == 503).count(),
        tries.stream().filter(t -> t.status() == 0).count(),
        tablets.acknowledged().size());
  }

  @Test
  void requestsUnderWayAreAnsweredAndNewOnesAreToldToComeAgain() throws Exception {
    ServiceUnderTest service = ServiceUnderTest.start();
    String token = Hospital.open(service).kioskToken();
    List<UUID> ids = new ArrayList<>();
    List<RawClient> underWay = new ArrayList<>();
    Thread stopping = new Thread(service::close, "stopping");
    try (RawClient late = new RawClient(service.url())) {
      late.send("PUT /api/v1/responses/");
      try (TableLock _ = TableLock.on("response")) {
        for (int i = 0; i < 8; i++) {
          UUID id = UUID.randomUUID();
          ids.add(id);
          underWay.add(
              new RawClient(service.url())
                  .send(RawClient.put("/api/v1/responses/" + id, token, body)));
        }
        Eventually.holds("eight are under way", () -> service.service().requestsUnderWay() == 8);
        stopping.start();
        Eventually.holds("it is stopping", () -> service.service().isStopping());
        late.send(RawClient.put(UUID.randomUUID().toString(), token, body).substring(4));
        assertEquals("HTTP/1.1 503 Service Unavailable", late.statusLine());
        assertTrue(stopping.isAlive(), "it waits for those under way");
      }
      for (RawClient client : underWay) {
        assertEquals("HTTP/1.1 201 Created", client.statusLine());
        client.close();
      }
    }
    stopping.join();
    stored.assertEachOnce(ids);
  }
}

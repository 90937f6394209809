package org.homeward.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import org.homeward.app.Browser;
import org.homeward.app.ServiceUnderTest;
import org.homeward.app.Settings;
import org.homeward.app.Wire;
import org.homeward.db.TestDatabase;
import org.junit.jupiter.api.Test;

class ConcurrencyIT {
  @Test
  void oneMoreThanMayBeHandledIsToldToComeAgain() throws InterruptedException {
    try (ServiceUnderTest service =
            ServiceUnderTest.start(
                TestDatabase.serviceUrl(), 1, new Settings.Carrier.None(), Clock.systemUTC());
        Wire first = new Wire(service.url())) {
      Browser second = new Browser(service.url());
      first.write("POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{");
      Browser.Answer told = second.get("/openapi");
      // Until the server has begun to read the first.
      for (int i = 0; i < 100 && told.status() != 503; i++) {
        Thread.sleep(20);
        told = second.get("/openapi");
      }
      assertEquals(503, told.status());
      assertEquals("unavailable", told.code());
      assertEquals("1", told.header("Retry-After").orElseThrow());
      assertEquals(401, first.write("}").answer().status());
      assertEquals(200, second.get("/openapi").status());
    }
  }
}

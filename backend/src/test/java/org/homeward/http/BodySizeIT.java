package org.homeward.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.homeward.app.Browser;
import org.homeward.app.Hospital;
import org.homeward.app.ServiceUnderTest;
import org.homeward.app.Wire;
import org.homeward.db.TestDatabase;
import org.junit.jupiter.api.Test;

class BodySizeIT {
  private static final int OVER = Route.BODY_LIMIT + 1;

  private final Hospital hospital = Hospital.open(ServiceUnderTest.shared());
  private final String authorization = "Authorization: Bearer " + hospital.kioskToken() + "\r\n";

  @Test
  void aBodyWhoseLengthIsTooLargeIsRefusedAndTheConnectionGoesOn() {
    try (Wire wire = wire()) {
      Wire.Answer answer = wire.request("PUT " + path(), authorization, large(OVER)).answer();
      assertEquals(413, answer.status());
      assertTrue(answer.body().contains("\"body-too-large\""), answer.body());
      assertEquals(200, next(wire).status());
    }
    nothingIsStored();
  }

  @Test
  void aChunkedBodyThatIsTooLargeIsRefusedAndTheConnectionGoesOn() {
    try (Wire wire = wire()) {
      wire.write(head("PUT " + path(), "Transfer-Encoding: chunked\r\n"));
      for (int i = 0; i < 10; i++) {
        wire.write(Integer.toHexString(10_000) + "\r\n").write(large(10_000)).write("\r\n");
      }
      Wire.Answer answer = wire.write("0\r\n\r\n").answer();
      assertEquals(413, answer.status());
      assertTrue(answer.body().contains("\"body-too-large\""), answer.body());
      assertEquals(200, next(wire).status());
    }
    nothingIsStored();
  }

  @Test
  void aBodyThatEndsEarlyIsNotStored() {
    try (Wire wire = wire()) {
      wire.write(head("PUT " + path(), "Content-Length: 500\r\n")).write("{\"touchpoint\":");
    }
    nothingIsStored();
  }

  @Test
  void aBodyThatNoRouteTakesIsRefusedBeforeItIsSentAndTheServerHangsUp() {
    try (Wire wire = wire()) {
      Wire.Answer answer =
          wire.write(head("PUT " + path(), "Content-Length: 99999999\r\n")).answer();
      assertEquals(413, answer.status());
      assertTrue(answer.body().contains("\"body-too-large\""), answer.body());
      assertTrue(wire.isClosed());
    }
  }

  @Test
  void aChunkThatIsNoneIsRefusedAndWhatFollowsIsNoRequest() {
    try (Wire wire = wire()) {
      Wire.Answer answer =
          wire.write(head("PUT " + path(), "Transfer-Encoding: chunked\r\n"))
              .write("xyz\r\n" + head("GET /api/v1/kiosk", ""))
              .answer();
      assertEquals(400, answer.status());
      assertTrue(answer.body().contains("\"request-malformed\""), answer.body());
      assertTrue(wire.isClosed());
    }
  }

  @Test
  void theLargestBodyThatFitsIsRead() {
    Browser kiosk = hospital.kiosk();
    String body = Hospital.submission("", Map.of("diagnosis", "yes"));
    String padded = body + " ".repeat(Route.BODY_LIMIT - body.length());
    assertEquals(201, kiosk.put(path(), padded).status());
    assertEquals("body-too-large", kiosk.put(path(), padded + " ").code());
  }

  private Wire.Answer next(Wire wire) {
    return wire.write(head("GET /api/v1/kiosk", "")).answer();
  }

  private String head(String line, String headers) {
    return line + " HTTP/1.1\r\nHost: localhost\r\n" + authorization + headers + "\r\n";
  }

  private void nothingIsStored() {
    assertEquals(
        0,
        TestDatabase.database()
            .row(
                "SELECT count(*) AS n FROM response WHERE facility_id = CAST(? AS uuid)",
                row -> row.integer("n"),
                hospital.facility())
            .orElseThrow());
  }

  private static byte[] large(int size) {
    return " ".repeat(size).getBytes(StandardCharsets.US_ASCII);
  }

  private static Wire wire() {
    return new Wire(ServiceUnderTest.shared().url());
  }

  private static String path() {
    return "/api/v1/responses/" + UUID.randomUUID();
  }
}

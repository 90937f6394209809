package org.homeward.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeward.app.Browser;
import org.homeward.app.Browser.Answer;
import org.homeward.app.Hospital;
import org.homeward.app.ServiceUnderTest;
import org.homeward.app.Wire;
import org.homeward.db.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputIT {
  private static final String GOOD =
      """
      {"touchpoint":"at-discharge","channel":"kiosk","respondent":"patient","language":"en","instrument":1,\
      "outcome":"complete","answers":{"diagnosis":"yes"},"answeredAt":"2026-11-22T10:15:00Z"}""";

  private final Hospital hospital = Hospital.open(ServiceUnderTest.shared());
  private final Browser kiosk = hospital.kiosk();

  @Test
  void theBodyThatTheseTestsSpoilIsGood() {
    assertEquals(201, kiosk.put(path(), GOOD).status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "null",
        "[]",
        "7",
        "\"text\"",
        "<xml/>",
        "{\"touchpoint\":\"at-discharge\",}",
        "{\"touchpoint\":\"at-discharge\",\"touchpoint\":\"at-discharge\"}",
        "{\"unknown\":1}",
        "{\"touchpoint\":1}",
        "{\"touchpoint\":true}",
        "{\"touchpoint\":[\"at-discharge\"]}",
        "{\"instrument\":\"1\"}",
        "{\"instrument\":1.5}",
        "{\"instrument\":true}",
        "{\"instrument\":99999999999}",
        "{\"answers\":[]}",
        "{\"answers\":\"yes\"}",
        "{\"answers\":{\"diagnosis\":1}}",
        "{\"answers\":{\"diagnosis\":{\"is\":\"yes\"}}}",
        "{\"answers\":{\"diagnosis\":\"yes\",\"diagnosis\":\"no\"}}",
        "{\"answeredAt\":1790000000}",
        "{\"answeredAt\":\"1790000000\"}",
        "{\"answeredAt\":\"yesterday\"}",
        "{\"answeredAt\":\"2026-11-22T10:15:00\"}",
        "{\"answeredAt\":\"+999999999-12-31T23:59:59Z\"}",
      })
  void jsonThatIsNotTheJsonOfThisRouteIsRefused(String body) {
    refused("json-malformed", 400, body);
  }

  @Test
  void whatFollowsTheBodyIsRefused() {
    refused("json-malformed", 400, GOOD + "{}");
    refused("json-malformed", 400, GOOD + " x");
  }

  @Test
  void deepNestingIsRefused() {
    String deep = "{\"answers\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}";
    refused("json-malformed", 400, deep);
  }

  @ParameterizedTest
  @CsvSource({
    "at-discharge, day-0",
    "at-discharge, day-1000",
    "at-discharge, AT-DISCHARGE",
    "at-discharge, ''",
    "kiosk, sms",
    "kiosk, web",
    "kiosk, import",
    "kiosk, fax",
    "patient, visitor",
    "\"en\", \"tlh\"",
    "complete, half",
    "diagnosis, weather",
    "diagnosis, all-three",
    "\"yes\", \"maybe\"",
    "\"yes\", \"YES\"",
    "\"yes\", null",
    "\"instrument\":1, \"instrument\":2",
    "\"instrument\":1, \"instrument\":0",
    "\"instrument\":1, \"instrument\":null",
  })
  void wordsThatTheFieldDoesNotKnowAreRefused(String word, String other) {
    refused("response-malformed", 422, GOOD.replace(word, other));
  }

  @Test
  void aCompleteResponseAnswersSomething() {
    refused("response-without-answers", 422, GOOD.replace("\"diagnosis\":\"yes\"", ""));
    refused("response-without-answers", 422, GOOD.replace("{\"diagnosis\":\"yes\"}", "null"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "00000001", "ZZZZZZZZZ", "'; DROP TABLE response; --", ""})
  void aVisitCodeWithAWrongCharacterIsRefused(String code) {
    refused("visit-code-malformed", 422, withVisit(code));
    Answer asked = kiosk.post("/api/v1/kiosk/visits", Map.of("visitCode", code));
    assertEquals("visit-code-malformed", asked.code());
  }

  @Test
  void aVisitCodeThatNobodyHasIsUnknown() {
    refused("visit-code-unknown", 404, withVisit("00000000"));
    assertEquals(
        "visit-code-unknown",
        kiosk.post("/api/v1/kiosk/visits", Map.of("visitCode", "0000-0000")).code());
  }

  @Test
  void aVisitCodeOfAnotherFacilityIsUnknownHere() {
    String elsewhere = Hospital.open(ServiceUnderTest.shared()).visitCode("V-1");
    refused("visit-code-unknown", 404, withVisit(elsewhere));
    assertEquals(
        "visit-code-unknown",
        kiosk.post("/api/v1/kiosk/visits", Map.of("visitCode", elsewhere)).code());
  }

  @Test
  void aVisitThatWasCancelledIsUnknown() {
    Answer discharge = hospital.discharge("V-1");
    hospital
        .staff()
        .post(
            hospital.at("/api/v1/discharges/" + discharge.text("id") + "/standing"),
            Map.of("standing", "cancelled"));
    refused("visit-code-unknown", 404, withVisit(discharge.text("visitCode")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"x", "1", "1-1-1-1-1", "%00", "..", "0193b0a0-0000-7000-8000-00000000000g"})
  void anIdThatIsNoUuidIsNotFound(String id) {
    assertEquals(404, kiosk.put("/api/v1/responses/" + id, GOOD).status());
    assertEquals(404, hospital.staff().get(hospital.at("/api/v1/discharges/" + id)).status());
    assertEquals(0, responses());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=x",
        "limit=99999999999",
        "after=x",
        "unit=x",
        "day=x",
        "day=2026-02-30",
        "day=%2B999999999-01-01",
        "day=0000-01-01",
      })
  void aQueryThatCannotBeReadIsRefused(String query) {
    Answer answer = hospital.staff().get(hospital.at("/api/v1/discharges?" + query));
    assertEquals(400, answer.status());
    assertEquals("query-malformed", answer.code());
  }

  @Test
  void aFacilityThatIsNotSaidOrIsNoIdIsAskedFor() {
    Browser staff = hospital.staff();
    Hospital.open(ServiceUnderTest.shared());
    for (String query : List.of("", "?facility=", "?facility=x", "?facility=1-1-1-1-1")) {
      assertEquals("query-malformed", staff.get("/api/v1/discharges" + query).code(), query);
    }
  }

  @Test
  void aQueueAgeThatIsNoNumberIsRefusedAndOneThatCannotBeIsIgnored() {
    assertEquals(
        "query-malformed", kiosk.with("Homeward-Queue-Age", "soon").put(path(), GOOD).code());
    for (String age : List.of("-5", "9223372036854775807")) {
      assertEquals(201, kiosk.with("Homeward-Queue-Age", age).put(path(), GOOD).status(), age);
    }
  }

  @Test
  void whatIsNotThereIsNotFoundAndWhatIsNotDoneIsNotAllowed() {
    assertEquals("not-found", kiosk.get("/api/v1/nothing").code());
    assertEquals("not-found", kiosk.get("/api/").code());
    Answer answer = kiosk.send("PUT", "/api/v1/session", "{}");
    assertEquals("method-not-allowed", answer.code());
    assertEquals("DELETE, GET, POST", answer.header("Allow").orElseThrow());
  }

  @Test
  void namesThatTheDatabaseCannotHoldAreRefused() {
    Browser staff = hospital.staff();
    for (String name : List.of("", " ", "a\0b", "line\nbreak", "x".repeat(121))) {
      assertEquals(
          "facility-malformed",
          staff.post(hospital.at("/api/v1/units"), Map.of("name", name)).code());
      assertEquals(
          "facility-malformed",
          staff.post(hospital.at("/api/v1/service-tokens"), Map.of("name", name)).code());
      assertEquals(
          "unit-unknown",
          staff
              .post(
                  hospital.at("/api/v1/kiosk-enrolments"),
                  Map.of("unitId", hospital.ward4(), "name", name))
              .code());
      assertEquals(
          "facility-malformed",
          staff
              .post(
                  "/api/v1/facilities",
                  Map.of("name", name, "zone", "America/Chicago", "languages", List.of("en")))
              .code());
    }
  }

  @Test
  void aFacilityHasAZoneAndLanguagesThatThereAre() {
    Map<String, Object> good =
        Map.of("name", "St. Ada", "zone", "America/Chicago", "languages", List.of("en"));
    spoiled(good, "zone", "Mars/Olympus");
    spoiled(good, "languages", List.of("tlh"));
    spoiled(good, "languages", List.of());
    spoiled(good, "languages", Arrays.asList("en", null));
    spoiled(good, "callbackNumber", "1".repeat(41));
    spoiled(good, "callbackNumber", "\0");
  }

  private void spoiled(Map<String, Object> good, String field, Object value) {
    Map<String, Object> bad = new HashMap<>(good);
    bad.put(field, value);
    assertEquals("facility-malformed", hospital.staff().post("/api/v1/facilities", bad).code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "+1", "12025550100", "+1 202 555 0100", "MG123", "MGzz"})
  void aSenderIsANumberOrAMessagingService(String address) {
    assertEquals(
        "facility-malformed",
        hospital.staff().post(hospital.at("/api/v1/senders"), Map.of("address", address)).code());
  }

  @Test
  void aWhatsAppAddressIsRefusedWithTheReason() {
    Browser.Answer refused =
        hospital
            .staff()
            .post(hospital.at("/api/v1/senders"), Map.of("address", "whatsapp:+12025550100"));
    assertEquals("facility-malformed", refused.code());
    assertTrue(refused.text("detail").contains("WhatsApp"), refused.text("detail"));
  }

  @Test
  void bytesThatAreNoTextAreRefused() {
    byte[][] bodies = {
      {(byte) 0xC3, 0x28},
      {'{', '"', (byte) 0xFF, '"', ':', '1', '}'},
      {'{', '"', (byte) 0xC0, (byte) 0x80, '"', ':', '1', '}'},
      {0, 0, 0, 0, 0, 0, 0, 0},
      {0, 0x11, 0x22, 0x33, 0x44},
      {(byte) 0xFE, (byte) 0xFF, (byte) 0xD8, 0},
    };
    for (byte[] body : bodies) {
      try (Wire wire = wire()) {
        Wire.Answer answer = wire.request("PUT " + path(), authorization(), body).answer();
        assertEquals(400, answer.status(), Arrays.toString(body));
        assertFalse(answer.body().contains("Unrecognized"));
      }
    }
    assertEquals(0, responses());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /api/v1/kiosk?facility=%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET /api/v1/responses/%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET /api/v1/session HTTP/1.1\r\nHost: localhost\r\nCookie: ;;;==;homeward\r\n\r\n",
        "GET /api/v1/session HTTP/1.1\r\nHost: localhost\r\nCookie: homeward=\u00e9\"\r\n\r\n",
        "GET /api/v1/session HTTP/1.1\r\n\r\n",
        "GET /api/v1/session HTTP/1.1\r\nHost: a:b:c\r\n\r\n",
        "GET /api/v1/session HTTP/9.9\r\nHost: localhost\r\n\r\n",
        "NONSENSE\r\n\r\n",
        "NON:SENSE / HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n",
        "POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nContent-Length: -5\r\n\r\n",
        "POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
        "POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n-2\r\n{}\r\n0\r\n\r\n",
        "POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}",
        "POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nName With Space: x\r\nContent-Length: 2\r\n\r\n{}",
      })
  void whatBreaksHttpIsTheClientsFault(String request) {
    try (Wire wire = wire()) {
      int status = wire.write(request).answer().status();
      assertEquals(4, status / 100, request + " " + status);
    }
    assertEquals(201, kiosk.put(path(), GOOD).status());
  }

  @Test
  void anErrorRepeatsNothingOfWhatWasSent() {
    String marked = "marked-" + UUID.randomUUID();
    for (String body : List.of("{\"" + marked + "\":1}", marked, GOOD.replace("patient", marked))) {
      Answer answer = kiosk.put(path(), body);
      assertFalse(answer.whole().body().contains(marked), answer.whole().body());
    }
  }

  private void refused(String code, int status, String body) {
    Answer answer = kiosk.put(path(), body);
    assertEquals(code, answer.code(), body);
    assertEquals(status, answer.status(), body);
    assertEquals(0, responses());
  }

  private static String withVisit(String code) {
    return "{\"visitCode\":\"" + code + "\"," + GOOD.substring(1);
  }

  private int responses() {
    return TestDatabase.database()
        .row(
            "SELECT count(*) AS n FROM response WHERE facility_id = CAST(? AS uuid)",
            row -> row.integer("n"),
            hospital.facility())
        .orElseThrow();
  }

  private Wire wire() {
    return new Wire(ServiceUnderTest.shared().url());
  }

  private String authorization() {
    return "Authorization: Bearer " + hospital.kioskToken() + "\r\n";
  }

  private static String path() {
    return "/api/v1/responses/" + UUID.randomUUID();
  }
}

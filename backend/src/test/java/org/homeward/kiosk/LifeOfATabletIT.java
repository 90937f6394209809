package org.homeward.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeward.app.Browser;
import org.homeward.app.Browser.Answer;
import org.homeward.app.Hospital;
import org.homeward.app.ServiceUnderTest;
import org.homeward.app.SettableClock;
import org.homeward.app.Settings;
import org.homeward.db.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LifeOfATabletIT {
  private static final Instant NOON = Instant.parse("2026-11-22T18:00:00Z");

  private final Hospital hospital = Hospital.open(ServiceUnderTest.shared());
  private final Browser kiosk = hospital.kiosk();
  private final String id = kiosk.get("/api/v1/kiosk").text("id");

  @Test
  void whatATabletReportsIsListedByTheServersClock() {
    SettableClock clock = new SettableClock(NOON);
    try (ServiceUnderTest service =
        ServiceUnderTest.start(TestDatabase.serviceUrl(), 16, new Settings.Carrier.None(), clock)) {
      Hospital here = Hospital.open(service);
      Browser tablet = here.kiosk();
      clock.advance(Duration.ofMinutes(10));
      Map<String, Object> report = report();
      report.put("deviceTime", NOON.plus(Duration.ofMinutes(130)).toString());
      report.put("appVersion", "0.3.1");
      report.put("unsent", 3);
      report.put("oldestUnsentSeconds", 1800);
      report.put("quarantined", 1);
      report.put("storagePersisted", false);
      report.put("batteryPercent", 37);
      report.put("charging", true);
      Answer answer = tablet.post("/api/v1/kiosk/contact", report);
      assertEquals(200, answer.status());
      assertEquals("By the door", answer.text("name"));
      JsonNode listed = only(here);
      assertEquals("0.3.1", listed.path("appVersion").asText());
      assertEquals("2026-11-22T18:10:00Z", listed.path("lastContactAt").asText());
      JsonNode condition = listed.path("condition");
      assertEquals(3, condition.path("unsent").asInt());
      assertEquals("2026-11-22T17:40:00Z", condition.path("unsentSince").asText());
      assertEquals(1, condition.path("quarantined").asInt());
      assertEquals("false", condition.path("storagePersisted").asText());
      assertEquals(37, condition.path("batteryPercent").asInt());
      assertEquals("true", condition.path("charging").asText());
      assertEquals(7200, condition.path("clockAheadSeconds").asInt());
    }
  }

  @Test
  void whatATabletsBrowserDoesNotTellIsNotMadeUp() {
    assertTrue(only(hospital).path("condition").isNull());
    assertEquals(200, kiosk.post("/api/v1/kiosk/contact", report()).status());
    JsonNode condition = only(hospital).path("condition");
    assertEquals(0, condition.path("unsent").asInt());
    assertTrue(condition.path("unsentSince").isNull());
    assertTrue(condition.path("batteryPercent").isNull());
    assertTrue(condition.path("storagePersisted").isNull());
  }

  @ParameterizedTest
  @CsvSource({
    "unsent, -1",
    "quarantined, -1",
    "batteryPercent, 101",
    "batteryPercent, -1",
    "deviceTime,",
  })
  void aReportThatCannotBeTrueIsRefused(String field, Integer value) {
    Map<String, Object> report = report();
    report.put(field, value);
    assertEquals("contact-malformed", kiosk.post("/api/v1/kiosk/contact", report).code());
  }

  @Test
  void aTabletIsRenamedAndMoved() {
    Answer moved =
        hospital
            .staff()
            .patch(
                hospital.at("/api/v1/kiosks/" + id),
                Map.of("name", " Exit, left ", "unitId", hospital.ward5()));
    assertEquals("Exit, left", moved.text("name"));
    assertEquals(hospital.ward5(), moved.text("unitId"));
    Answer setUp = kiosk.post("/api/v1/kiosk/contact", report());
    assertEquals("Exit, left", setUp.text("name"));
    assertEquals("Ward 5", setUp.body().path("unit").path("name").asText());
    hospital.staff().patch(hospital.at("/api/v1/kiosks/" + id), Map.of("name", "Lift"));
    assertEquals(hospital.ward5(), only(hospital).path("unitId").asText());
  }

  @Test
  void aTabletGetsNoNamelessNameAndNoOthersUnit() {
    String path = hospital.at("/api/v1/kiosks/" + id);
    assertEquals("kiosk-malformed", hospital.staff().patch(path, Map.of("name", " ")).code());
    assertEquals(
        "kiosk-malformed", hospital.staff().patch(path, Map.of("name", "x".repeat(61))).code());
    Hospital elsewhere = Hospital.open(ServiceUnderTest.shared());
    assertEquals(
        "unit-unknown", hospital.staff().patch(path, Map.of("unitId", elsewhere.ward4())).code());
    assertEquals(
        "not-found",
        elsewhere
            .staff()
            .patch(elsewhere.at("/api/v1/kiosks/" + id), Map.of("name", "Taken"))
            .code());
    assertEquals("By the door", only(hospital).path("name").asText());
  }

  @Test
  void aLockedTabletFindsNoVisitsButSendsWhatItHolds() {
    String code = hospital.visitCode("V-1");
    lock();
    assertEquals(
        "true", kiosk.post("/api/v1/kiosk/contact", report()).body().path("locked").asText());
    assertEquals(
        "kiosk-locked", kiosk.post("/api/v1/kiosk/visits", Map.of("visitCode", code)).code());
    assertEquals(
        "kiosk-locked", kiosk.post("/api/v1/kiosk/discharges", Map.of("pin", "284617")).code());
    assertEquals(
        201,
        kiosk
            .put(
                "/api/v1/responses/" + UUID.randomUUID(),
                Hospital.submission(code, Hospital.answers("yes", "yes", "no")))
            .status());
    assertEquals(
        204, hospital.staff().delete(hospital.at("/api/v1/kiosks/" + id + "/lock")).status());
    assertEquals(
        "false", kiosk.post("/api/v1/kiosk/contact", report()).body().path("locked").asText());
    assertEquals(200, kiosk.post("/api/v1/kiosk/visits", Map.of("visitCode", code)).status());
  }

  @Test
  void lockingTwiceKeepsTheFirstMomentAndNobodyElseUnlocks() {
    lock();
    String since = only(hospital).path("lockedAt").asText();
    lock();
    assertEquals(since, only(hospital).path("lockedAt").asText());
    Hospital elsewhere = Hospital.open(ServiceUnderTest.shared());
    String path = elsewhere.at("/api/v1/kiosks/" + id + "/lock");
    assertEquals("not-found", elsewhere.staff().delete(path).code());
    assertEquals(since, only(hospital).path("lockedAt").asText());
  }

  @Test
  void whatAdministratorsDoWithTabletsIsNotForOthers() {
    Browser analyst = hospital.colleague("analyst");
    String kiosk = "/api/v1/kiosks/" + id;
    String pin = "/api/v1/kiosk-pins/" + hospital.ward4();
    List.of(
            analyst.patch(hospital.at(kiosk), Map.of("name", "Lift")),
            analyst.put(hospital.at(kiosk + "/lock"), ""),
            analyst.delete(hospital.at(kiosk + "/lock")),
            analyst.put(hospital.at(pin), Map.of("pin", "284617")),
            analyst.delete(hospital.at(pin)),
            analyst.get(hospital.at("/api/v1/kiosk-pins")))
        .forEach(answer -> assertEquals("forbidden", answer.code()));
  }

  @Test
  void aRevokedTabletIsToldSoWhenItReports() {
    hospital.staff().post(hospital.at("/api/v1/kiosks/" + id + "/revocation"), "");
    assertEquals("kiosk-revoked", kiosk.post("/api/v1/kiosk/contact", report()).code());
  }

  private void lock() {
    assertEquals(
        204, hospital.staff().put(hospital.at("/api/v1/kiosks/" + id + "/lock"), "").status());
  }

  private static Map<String, Object> report() {
    return new HashMap<>(
        Map.of("deviceTime", Instant.now().toString(), "unsent", 0, "quarantined", 0));
  }

  private static JsonNode only(Hospital hospital) {
    JsonNode items = hospital.staff().get(hospital.at("/api/v1/kiosks")).body().path("items");
    assertEquals(1, items.size());
    return items.path(0);
  }
}

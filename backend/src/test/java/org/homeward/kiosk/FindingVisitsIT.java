package org.homeward.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.homeward.app.Browser;
import org.homeward.app.Browser.Answer;
import org.homeward.app.Hospital;
import org.homeward.app.ServiceUnderTest;
import org.homeward.app.SettableClock;
import org.homeward.app.Settings;
import org.homeward.db.TestDatabase;
import org.homeward.discharge.VisitCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * On a service whose clock stands at an afternoon in Chicago; tests move it by hours, not by days.
 */
class FindingVisitsIT {
  private static final SettableClock CLOCK =
      new SettableClock(Instant.parse("2026-11-22T20:00:00Z"));
  private static final ServiceUnderTest SERVICE =
      ServiceUnderTest.start(TestDatabase.serviceUrl(), 64, new Settings.Carrier.None(), CLOCK);
  private static final String PIN = "284617";

  private final Instant now = CLOCK.instant();
  private final Hospital hospital = Hospital.open(SERVICE);
  private final Browser kiosk = hospital.kiosk();

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cancelled", "died", "readmitted", "excluded"})
  void theQuestionsOfAVisitThatIsNotActiveAreNotOpened(String standing) {
    Answer discharge = discharge("V-1", hospital.ward4(), now.minusSeconds(60));
    String code = discharge.text("visitCode");
    assertEquals("true", lookUp(code).body().path("open").asText());
    mark(discharge, standing);
    Answer closed = lookUp(code);
    assertEquals("false", closed.body().path("open").asText());
    assertFalse(closed.whole().body().contains(standing));
    mark(discharge, "active");
    assertEquals("true", lookUp(code).body().path("open").asText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"died", "readmitted", "excluded"})
  void answersGivenOfflineToAVisitThatWasClosedMeanwhileAreKept(String standing) {
    Answer discharge = discharge("V-1", hospital.ward4(), now.minusSeconds(60));
    mark(discharge, standing);
    assertEquals(201, put(discharge.text("visitCode"), UUID.randomUUID()).status());
  }

  @Test
  void answersGivenOfflineToACancelledVisitStayOnTheTabletUntilItIsActiveAgain() {
    Answer discharge = discharge("V-1", hospital.ward4(), now.minusSeconds(60));
    mark(discharge, "cancelled");
    UUID response = UUID.randomUUID();
    assertEquals("visit-code-unknown", put(discharge.text("visitCode"), response).code());
    mark(discharge, "active");
    assertEquals(201, put(discharge.text("visitCode"), response).status());
  }

  @Test
  void aTabletThatGuessesCodesIsStoppedForAnHour() {
    String real = discharge("V-1", hospital.ward4(), now.minusSeconds(60)).text("visitCode");
    for (int i = 0; i < Limit.VISIT_CODE.attempts(); i++) {
      assertEquals("visit-code-unknown", lookUp(VisitCode.random().text()).code());
    }
    Answer stopped = lookUp(VisitCode.random().text());
    assertEquals("too-many-attempts", stopped.code());
    assertEquals("3601", stopped.header("Retry-After").orElse(""));
    assertEquals("too-many-attempts", lookUp(real).code());
    assertEquals(
        200, hospital.kiosk().post("/api/v1/kiosk/visits", Map.of("visitCode", real)).status());
    CLOCK.advance(Limit.VISIT_CODE.window());
    assertEquals(200, lookUp(real).status());
  }

  @Test
  void codesThatPatientsHaveAreNoGuessesHoweverMany() {
    String real = discharge("V-1", hospital.ward4(), now.minusSeconds(60)).text("visitCode");
    for (int i = 0; i < 2 * Limit.VISIT_CODE.attempts(); i++) {
      assertEquals(200, lookUp(real).status());
      assertEquals("visit-code-malformed", lookUp("0000000Q").code());
    }
  }

  @Test
  void staffPickFromTheDaysActiveDischargesOfTheirUnit() {
    setPin(hospital.ward4(), PIN);
    discharge("V-yesterday", hospital.ward4(), now.minus(Duration.ofHours(20)));
    discharge("V-early", hospital.ward4(), now.minus(Duration.ofHours(14)));
    discharge("V-late", hospital.ward4(), now.minusSeconds(60));
    discharge("V-elsewhere", hospital.ward5(), now.minusSeconds(60));
    mark(discharge("V-died", hospital.ward4(), now.minusSeconds(90)), "died");
    Answer shown = pick(PIN);
    assertEquals(List.of("V-late", "V-early"), numbers(shown));
    JsonNode late = shown.body().path("items").path(0);
    assertEquals(now.minusSeconds(60).toString(), late.path("dischargedAt").asText());
    assertEquals(200, lookUp(late.path("visitCode").asText()).status());
  }

  @Test
  void whereNoPinIsSetNobodyPicks() {
    assertEquals("pin-not-set", pick(PIN).code());
    setPin(hospital.ward5(), PIN);
    assertEquals("pin-not-set", pick(PIN).code());
    setPin(hospital.ward4(), PIN);
    assertEquals("true", kiosk.get("/api/v1/kiosk").body().path("picking").asText());
    assertEquals(200, pick(PIN).status());
    String path = hospital.at("/api/v1/kiosk-pins/" + hospital.ward4());
    assertEquals(204, hospital.staff().delete(path).status());
    assertEquals("not-found", hospital.staff().delete(path).code());
    assertEquals("pin-not-set", pick(PIN).code());
  }

  @Test
  void fiveWrongPinsLockTheTabletOutForAQuarterOfAnHour() {
    setPin(hospital.ward4(), PIN);
    for (String wrong : List.of("284618", "", "x", "0", "111111")) {
      assertEquals("pin-refused", pick(wrong).code());
    }
    CLOCK.advance(Duration.ofMinutes(5));
    Answer lockedOut = pick(PIN);
    assertEquals("too-many-attempts", lockedOut.code());
    assertEquals("601", lockedOut.header("Retry-After").orElse(""));
    Answer neighbour = hospital.kiosk().post("/api/v1/kiosk/discharges", Map.of("pin", PIN));
    assertEquals(200, neighbour.status());
    CLOCK.advance(Duration.ofMinutes(10));
    assertEquals(200, pick(PIN).status());
  }

  @Test
  void theRightPinForgetsTheWrongOnes() {
    setPin(hospital.ward4(), PIN);
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 4; j++) {
        assertEquals("pin-refused", pick("284618").code());
      }
      assertEquals(200, pick(PIN).status());
    }
  }

  @Test
  void manyWrongPinsAtOnceAreNotMoreThanFive() throws Exception {
    setPin(hospital.ward4(), PIN);
    List<Future<Answer>> tries = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 40; i++) {
        tries.add(threads.submit(() -> pick("284618")));
      }
    }
    int heard = 0;
    for (Future<Answer> one : tries) {
      heard += one.get().code().equals("pin-refused") ? 1 : 0;
    }
    assertEquals(Limit.PIN.attempts(), heard);
  }

  @Test
  void aPinIsKeptAsAHashAndNeverShown() {
    setPin(hospital.ward4(), PIN);
    String hash =
        TestDatabase.database()
            .row(
                "SELECT pin_hash FROM unit_pin WHERE facility_id = CAST(? AS uuid)",
                row -> row.text("pin_hash"),
                hospital.facility())
            .orElseThrow();
    assertTrue(hash.startsWith("$argon2id$"));
    Answer listed = hospital.staff().get(hospital.at("/api/v1/kiosk-pins"));
    assertEquals(hospital.ward4(), listed.body().path("items").path(0).path("unitId").asText());
    assertFalse(listed.whole().body().contains(PIN));
  }

  @Test
  void aPinThatIsObviousOrOfNoUnitHereIsNotTaken() {
    String path = hospital.at("/api/v1/kiosk-pins/" + hospital.ward4());
    for (String obvious : List.of("123456", "000000", "12345", "")) {
      assertEquals("pin-malformed", hospital.staff().put(path, Map.of("pin", obvious)).code());
    }
    Hospital elsewhere = Hospital.open(SERVICE);
    assertEquals(
        "unit-unknown",
        hospital
            .staff()
            .put(hospital.at("/api/v1/kiosk-pins/" + elsewhere.ward4()), Map.of("pin", PIN))
            .code());
  }

  private void setPin(String unit, String pin) {
    assertEquals(
        204,
        hospital
            .staff()
            .put(hospital.at("/api/v1/kiosk-pins/" + unit), Map.of("pin", pin))
            .status());
  }

  private Answer pick(String pin) {
    return kiosk.post("/api/v1/kiosk/discharges", Map.of("pin", pin));
  }

  private static List<String> numbers(Answer shown) {
    return shown
        .body()
        .path("items")
        .valueStream()
        .map(item -> item.path("visitNumber").asText())
        .toList();
  }

  private Answer lookUp(String code) {
    return kiosk.post("/api/v1/kiosk/visits", Map.of("visitCode", code));
  }

  private Answer put(String code, UUID response) {
    return kiosk.put(
        "/api/v1/responses/" + response,
        Hospital.submission(code, Hospital.answers("yes", "partly", "no")));
  }

  private Answer discharge(String number, String unit, Instant at) {
    return hospital
        .staff()
        .post(
            hospital.at("/api/v1/discharges"),
            Map.of(
                "visitNumber",
                number,
                "unitId",
                unit,
                "dischargedAt",
                at.toString(),
                "language",
                "en"));
  }

  private void mark(Answer discharge, String standing) {
    assertEquals(
        200,
        hospital
            .staff()
            .post(
                hospital.at("/api/v1/discharges/" + discharge.text("id") + "/standing"),
                Map.of("standing", standing))
            .status());
  }
}

package org.homeward.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
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
import org.junit.jupiter.api.Test;

class EnrolmentIT {
  private final Hospital hospital = Hospital.open(ServiceUnderTest.shared());

  @Test
  void ofTwentyTabletsWithOneCodeOneIsEnrolled() throws Exception {
    String code = code(hospital);
    CountDownLatch start = new CountDownLatch(1);
    List<Future<Answer>> tablets = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 20; i++) {
        Callable<Answer> tablet =
            () -> {
              start.await();
              return enrol(hospital.stranger(), code);
            };
        tablets.add(threads.submit(tablet));
      }
      start.countDown();
    }
    List<Integer> statuses = new ArrayList<>();
    for (Future<Answer> tablet : tablets) {
      statuses.add(tablet.get().status());
    }
    assertEquals(1, statuses.stream().filter(status -> status == 201).count(), "" + statuses);
    assertEquals(19, statuses.stream().filter(status -> status == 404).count(), "" + statuses);
    assertEquals(
        1, hospital.staff().get(hospital.at("/api/v1/kiosks")).body().path("items").size());
  }

  @Test
  void theTabletHearsWhereItStandsAndHowToAsk() {
    Answer answer = hospital.enrol(hospital.ward4());
    JsonNode setUp = answer.body().path("kiosk");
    assertEquals("By the door", setUp.path("name").asText());
    assertEquals(hospital.facility(), setUp.path("facility").path("id").asText());
    assertEquals("America/Chicago", setUp.path("facility").path("zone").asText());
    assertEquals("Ward 4", setUp.path("unit").path("name").asText());
    assertEquals("en", setUp.path("languages").path(0).asText());
    assertEquals("es", setUp.path("languages").path(1).asText());
    assertEquals("Sí", setUp.path("wording").path("es").path("answer.yes").asText());
    assertEquals("false", setUp.path("locked").asText());
    assertEquals("false", setUp.path("picking").asText());
    assertEquals(
        200, hospital.stranger().bearing(answer.text("token")).get("/api/v1/kiosk").status());
  }

  @Test
  void aCodeThatIsUsedUnknownOrNoneIsRefusedAlike() {
    String code = code(hospital);
    assertEquals(201, enrol(hospital.stranger(), code).status());
    Answer used = enrol(hospital.stranger(), code);
    assertEquals("enrolment-code-unknown", used.code());
    for (String other : List.of("0000-0000", "", "\0", "x".repeat(1000), "é🙂")) {
      assertEquals(used.whole().body(), enrol(hospital.stranger(), other).whole().body(), other);
    }
    assertEquals(
        "enrolment-code-unknown", hospital.stranger().post("/api/v1/kiosk/enrolment", "{}").code());
  }

  @Test
  void theCodeIsTakenHoweverItIsTyped() {
    String code = code(hospital);
    assertEquals(
        201,
        enrol(
                hospital.stranger(),
                " " + code.replace("-", " ").toLowerCase(java.util.Locale.ROOT) + " ")
            .status());
  }

  @Test
  void aCodeHoldsForAQuarterOfAnHour() {
    SettableClock clock = new SettableClock(Instant.now());
    try (ServiceUnderTest service =
        ServiceUnderTest.start(TestDatabase.serviceUrl(), 16, new Settings.Carrier.None(), clock)) {
      Hospital later = Hospital.open(service);
      String inTime = code(later);
      clock.advance(Duration.ofMinutes(14));
      assertEquals(201, enrol(later.stranger(), inTime).status());
      String late = code(later);
      clock.advance(Duration.ofMinutes(15));
      assertEquals("enrolment-code-unknown", enrol(later.stranger(), late).code());
    }
  }

  @Test
  void theLinkForTheTabletKeepsTheCodeInItsFragment() {
    Answer answer =
        hospital
            .staff()
            .post(
                hospital.at("/api/v1/kiosk-enrolments"),
                Map.of("unitId", hospital.ward4(), "name", "By the door"));
    assertTrue(
        answer.text("url").endsWith("/kiosk/#enrol=" + answer.text("code").replace("-", "")),
        answer.text("url"));
  }

  private static String code(Hospital hospital) {
    return hospital
        .staff()
        .post(
            hospital.at("/api/v1/kiosk-enrolments"),
            Map.of("unitId", hospital.ward4(), "name", "By the door"))
        .text("code");
  }

  private static Answer enrol(Browser tablet, String code) {
    return tablet.post("/api/v1/kiosk/enrolment", Map.of("code", code));
  }
}

package org.homeward.outreach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutreachCapsIT {
  /** Ten on a Tuesday morning in New York. */
  private static final Instant TUESDAY = Instant.parse("2026-11-24T15:00:00Z");

  private OutreachUnderTest outreach;
  private Ward ward;

  @BeforeEach
  void open() {
    outreach = new OutreachUnderTest(TUESDAY, Timing.USUAL);
    ward = outreach.ward("America/New_York");
  }

  @AfterEach
  void close() {
    outreach.close();
  }

  @Test
  void trap14OneNumberOfManyDischargesGetsOneTextADayUnderManySchedulers() throws Exception {
    String phone = Ward.number("+1303");
    IntStream.range(0, 12).forEach(i -> patient(phone));
    List<String> others = IntStream.range(0, 4).mapToObj(i -> Ward.number("+1305")).toList();
    others.forEach(this::patient);
    atOnce(
        8,
        () -> {
          outreach.planner.run(ward.facility);
          outreach.starter.run(ward.facility);
          ward.send();
        });
    assertEquals(1, ward.received(phone).size());
    others.forEach(other -> assertEquals(1, ward.received(other).size()));
    assertEquals(
        "11",
        ward.one("SELECT count(*) FROM conversation WHERE facility_id = ? AND state = 'planned'"));
  }

  @Test
  void trap14OneNumberGetsThreeTextsAWeek() {
    String phone = Ward.number("+1303");
    IntStream.range(0, 8).forEach(i -> patient(phone));
    ward.change("UPDATE discharge SET day = day + 2 WHERE facility_id = ?");
    outreach.planner.run(ward.facility);
    for (int hour = 0; hour < 6 * 24; hour++) {
      outreach.starter.run(ward.facility);
      outreach.prompter.run(ward.facility);
      ward.send();
      outreach.clock.advance(Duration.ofHours(1));
    }
    assertEquals(3, ward.received(phone).size());
    assertEquals(
        List.of("2026-11-25", "2026-11-26", "2026-11-27"),
        ward.all(
            "SELECT CAST(attempted_at AT TIME ZONE 'America/New_York' AS date) FROM outgoing_text WHERE facility_id = ? AND status <> 'waiting' ORDER BY attempted_at"));
    assertTrue(
        ward.all("SELECT because FROM outreach_event WHERE facility_id = ?")
            .contains("weekly-cap"));
  }

  /** The last word has the claim: what waits from yesterday counts with what was started today. */
  @Test
  void trap14TwoTextsThatWaitForOneNumberDoNotGoOnOneDay() throws Exception {
    String phone = Ward.number("+1303");
    patient(phone);
    patient(phone);
    outreach.planner.run(ward.facility);
    outreach.starter.run(ward.facility);
    outreach.clock.advance(Duration.ofDays(1));
    outreach.starter.run(ward.facility);
    assertEquals(List.of("waiting", "waiting"), ward.statuses());
    atOnce(8, ward::send);
    assertEquals(1, ward.received(phone).size());
    outreach.clock.advance(Duration.ofDays(1));
    ward.send();
    assertEquals(2, ward.received(phone).size());
  }

  private void patient(String phone) {
    ward.patient(LocalDate.of(2026, 11, 21), "en", phone);
  }

  private static void atOnce(int workers, Runnable work) throws Exception {
    Callable<Boolean> task =
        () -> {
          work.run();
          return true;
        };
    try (ExecutorService executor = Executors.newFixedThreadPool(workers)) {
      for (Future<Boolean> done :
          executor.invokeAll(IntStream.range(0, workers).mapToObj(i -> task).toList())) {
        assertTrue(done.get());
      }
    }
  }
}

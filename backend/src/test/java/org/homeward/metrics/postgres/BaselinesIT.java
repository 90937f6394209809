package org.homeward.metrics.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.homeward.facility.UnitId;
import org.homeward.metrics.Baseline;
import org.homeward.metrics.BaselineId;
import org.homeward.metrics.Measure;
import org.homeward.metrics.Period;
import org.homeward.metrics.SeriesKey;
import org.homeward.metrics.Share;
import org.homeward.survey.Channel;
import org.homeward.survey.Touchpoint;
import org.junit.jupiter.api.Test;

class BaselinesIT {
  private final Hospital hospital = new Hospital();
  private final PostgresBaselines baselines = new PostgresBaselines(Hospital.DATABASE);

  @Test
  void aBaselineComesBackAsItWasFrozen() {
    Baseline baseline = baseline(Optional.of(hospital.ward4.id()), Optional.of("es"));
    baselines.freeze(hospital.id, List.of(baseline));
    assertEquals(List.of(baseline), baselines.live(hospital.id, Period.WEEK));
    assertEquals(List.of(), baselines.live(hospital.id, Period.MONTH));
  }

  @Test
  void otherSeriesKeepTheirBaselines() {
    baselines.freeze(hospital.id, List.of(baseline(Optional.empty(), Optional.empty())));
    baselines.freeze(hospital.id, List.of(baseline(Optional.empty(), Optional.of("es"))));
    baselines.freeze(
        hospital.id, List.of(baseline(Optional.of(hospital.ward4.id()), Optional.empty())));
    assertEquals(3, baselines.live(hospital.id, Period.WEEK).size());
  }

  @Test
  void ofSeveralPeopleWhoFreezeAtOnceTheLastOneHolds() throws Exception {
    List<Future<?>> people = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int person = 0; person < 6; person++) {
        people.add(
            threads.submit(
                () ->
                    baselines.freeze(
                        hospital.id, List.of(baseline(Optional.empty(), Optional.empty())))));
      }
      for (Future<?> person : people) {
        person.get();
      }
    }
    assertEquals(1, baselines.live(hospital.id, Period.WEEK).size());
    assertEquals(6, baselines.list(hospital.id, Optional.empty(), 10).size());
  }

  private static Baseline baseline(Optional<UnitId> unit, Optional<String> language) {
    return new Baseline(
        new BaselineId(UUID.randomUUID()),
        new SeriesKey(unit, Measure.TREATMENT, Touchpoint.AT_DISCHARGE, Channel.KIOSK, language),
        Period.WEEK,
        LocalDate.of(2026, 1, 5),
        LocalDate.of(2026, 3, 29),
        Set.of(LocalDate.of(2026, 2, 2), LocalDate.of(2026, 2, 9)),
        new Share(70, 100),
        10,
        Instant.parse("2026-04-02T12:00:00Z"),
        "person:1",
        "where we started",
        Optional.empty());
  }
}

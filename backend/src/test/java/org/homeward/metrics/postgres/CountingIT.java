package org.homeward.metrics.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.homeward.db.Database;
import org.homeward.db.TestDatabase;
import org.homeward.facility.UnitId;
import org.homeward.metrics.Counts;
import org.homeward.metrics.Measure;
import org.homeward.metrics.Period;
import org.homeward.metrics.Span;
import org.homeward.metrics.Split;
import org.homeward.metrics.Tally;
import org.homeward.metrics.TrendQuery;
import org.homeward.survey.Channel;
import org.homeward.survey.Touchpoint;
import org.junit.jupiter.api.Test;

class CountingIT {
  private static final Database DATABASE = Hospital.DATABASE;
  private static final LocalDate LAST = LocalDate.of(2026, 11, 22);

  private final Hospital hospital = new Hospital();
  private final PostgresCounting counting = new PostgresCounting(DATABASE);

  @Test
  void whatIsFoldedAndWhatIsNotAddUp() {
    hospital.answered(hospital.ward4, LAST, "yes", 3);
    new PostgresRollups(DATABASE).fold(hospital.id, 100);
    hospital.answered(hospital.ward4, LAST, "partly", 2);
    List<Counts> counts = counting.count(hospital.id, weeks(1));
    assertEquals(1, counts.size());
    assertEquals(new Tally(5, 3, 2), counts.getFirst().of(Measure.TREATMENT));
    assertEquals(new Tally(5, 3, 0), counts.getFirst().of(Measure.ALL_THREE));
  }

  @Test
  void whatWasVoidedIsNoPointAnyMore() {
    hospital.answered(hospital.ward4, LAST, "yes", 3);
    DATABASE.change(
        "UPDATE response SET voided_at = now() WHERE facility_id = ?", hospital.id.value());
    assertEquals(List.of(), counting.count(hospital.id, weeks(1)));
  }

  @Test
  void daysFallIntoTheirIsoWeeksAndMonths() {
    LocalDate first = LocalDate.of(2024, 12, 25);
    for (int day = 0; day < 20; day++) {
      hospital.answered(hospital.ward4, first.plusDays(day), "yes", 1);
    }
    for (Period period : Period.values()) {
      Map<Span, Long> expected =
          IntStream.range(0, 20)
              .mapToObj(day -> period.around(first.plusDays(day)))
              .collect(Collectors.groupingBy(span -> span, Collectors.counting()));
      Map<Span, Long> counted =
          counting
              .count(hospital.id, query(period, first.minusDays(40), first.plusDays(60)))
              .stream()
              .collect(Collectors.toMap(Counts::span, counts -> counts.of(Measure.DIAGNOSIS).n()));
      assertEquals(expected, counted);
    }
  }

  /** Among 300,000 cells of two hospitals. */
  @Test
  void aYearOfWeeksIsReadThroughTheIndex() {
    fill(hospital);
    fill(new Hospital());
    TestDatabase.asOwner("VACUUM ANALYZE rollup");
    TrendQuery year = weeks(52);
    List<String> plan =
        DATABASE.rows(
            "EXPLAIN (ANALYZE, BUFFERS) " + PostgresCounting.COUNT,
            row -> row.text("QUERY PLAN"),
            PostgresCounting.parameters(hospital.id, year));
    assertFalse(
        plan.stream().anyMatch(line -> line.contains("Seq Scan on rollup ")),
        String.join("\n", plan));
    assertTrue(
        plan.stream().anyMatch(line -> line.contains("rollup_pkey")), String.join("\n", plan));
    report("by unit, 17,808 cells", year);
    report(
        "of one unit, 1,484 cells",
        query(Optional.of(unit(3)), Period.WEEK, LAST.minusWeeks(52), LAST));
  }

  /** The figure is for people. */
  private void report(String what, TrendQuery query) {
    for (int i = 0; i < 20; i++) {
      assertFalse(counting.count(hospital.id, query).isEmpty());
    }
    long started = System.nanoTime();
    for (int i = 0; i < 20; i++) {
      counting.count(hospital.id, query);
    }
    System.out.printf("A year of weeks %s: %.1f ms%n", what, (System.nanoTime() - started) / 20e6);
  }

  private static UnitId unit(int number) {
    return DATABASE
        .row(
            "SELECT CAST(md5(?) AS uuid) AS unit_id",
            row -> new UnitId(row.uuid("unit_id")),
            Integer.toString(number))
        .orElseThrow();
  }

  /** Three years of days, twelve units, two touchpoints, two languages, two respondents. */
  private static void fill(Hospital hospital) {
    DATABASE.change(
        """
        INSERT INTO rollup (facility_id, day, unit_id, touchpoint, channel, language, respondent, walk_up, instrument,
          responses, diagnosis_yes, diagnosis_partly, diagnosis_no, treatment_yes, treatment_partly, treatment_no,
          next_steps_yes, next_steps_partly, next_steps_no, all_answered, all_yes)
        SELECT ?, ? - day, CAST(md5(CAST(unit AS text)) AS uuid), touchpoint, channel, language, respondent, false, 1,
          5, 3, 1, 1, 3, 1, 1, 3, 1, 1, 5, 2
        FROM generate_series(0, 1095) day, generate_series(1, 12) unit,
          (VALUES ('at-discharge', 'kiosk'), ('day-2', 'sms'), ('day-30', 'sms')) asked (touchpoint, channel),
          (VALUES ('en'), ('es')) spoken (language), (VALUES ('patient'), ('carer')) answering (respondent)
        """,
        hospital.id.value(),
        LAST);
  }

  private static TrendQuery weeks(int count) {
    return query(Period.WEEK, LAST.minusWeeks(count), LAST);
  }

  private static TrendQuery query(Period period, LocalDate from, LocalDate to) {
    return query(Optional.empty(), period, from, to);
  }

  private static TrendQuery query(
      Optional<UnitId> unit, Period period, LocalDate from, LocalDate to) {
    return new TrendQuery(
        new TrendQuery.Filter(
            unit,
            Optional.empty(),
            Optional.of(Touchpoint.AT_DISCHARGE),
            Optional.of(Channel.KIOSK),
            Optional.empty()),
        Set.of(Split.ITEM, Split.UNIT),
        period,
        from,
        to,
        false);
  }
}

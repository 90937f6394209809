package org.homeward.metrics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.homeward.facility.Facility;
import org.homeward.facility.FacilityId;
import org.homeward.facility.Unit;
import org.homeward.facility.UnitId;
import org.homeward.survey.Channel;
import org.homeward.survey.Touchpoint;

/** A hospital with two wards and counts that tests write down, week after week. */
final class Wards implements Counting, Baselines {
  static final UnitId WARD_4 = new UnitId(new UUID(0, 4));
  static final UnitId WARD_5 = new UnitId(new UUID(0, 5));
  static final LocalDate FIRST_MONDAY = LocalDate.of(2026, 1, 5);

  final Facility facility =
      new Facility(
          new FacilityId(new UUID(0, 1)),
          "Lakeside",
          ZoneId.of("America/Chicago"),
          List.of("en", "es"),
          Optional.empty(),
          false,
          List.of(new Unit(WARD_4, "Ward 4"), new Unit(WARD_5, "Ward 5")),
          List.of());

  final List<Counts> counts = new ArrayList<>();
  final List<Baseline> baselines = new ArrayList<>();

  static Span week(int index) {
    return new Span(Period.WEEK, FIRST_MONDAY.plusWeeks(index));
  }

  /** After every answer that the given week may still get. */
  static Instant after(int week) {
    return FIRST_MONDAY.plusWeeks(week + 8L).atStartOfDay(ZoneId.of("UTC")).toInstant();
  }

  /** Answers of Ward 4 to every item at discharge on a kiosk, in one week. */
  void answered(int week, long yes, long n) {
    answered(WARD_4, week, yes, n);
  }

  void answered(UnitId unit, int week, long yes, long n) {
    Map<Measure, Tally> tallies = new EnumMap<>(Measure.class);
    for (Measure measure : Measure.values()) {
      tallies.put(measure, new Tally(n, yes, 0));
    }
    counts.add(
        new Counts(
            new Counts.Cell(
                Optional.of(unit), Touchpoint.AT_DISCHARGE, Channel.KIOSK, Optional.empty()),
            week(week),
            tallies));
  }

  static SeriesKey nextSteps() {
    return new SeriesKey(
        Optional.of(WARD_4),
        Measure.NEXT_STEPS,
        Touchpoint.AT_DISCHARGE,
        Channel.KIOSK,
        Optional.empty());
  }

  Baseline baseline(int first, int last, Share centre) {
    return new Baseline(
        new BaselineId(UUID.randomUUID()),
        nextSteps(),
        Period.WEEK,
        week(first).first(),
        week(last).last(),
        Set.of(),
        centre,
        last - first + 1,
        Instant.EPOCH,
        "person:1",
        "where we started",
        Optional.empty());
  }

  static TrendQuery weeks(int first, int last) {
    return new TrendQuery(
        new TrendQuery.Filter(
            Optional.of(WARD_4),
            Optional.of(Measure.NEXT_STEPS),
            Optional.of(Touchpoint.AT_DISCHARGE),
            Optional.of(Channel.KIOSK),
            Optional.empty()),
        Set.of(),
        Period.WEEK,
        week(first).first(),
        week(last).last(),
        false);
  }

  /** What the counts of the query's weeks are. */
  @Override
  public List<Counts> count(FacilityId asked, TrendQuery query) {
    return counts.stream()
        .filter(counted -> query.shows(counted.span()))
        .filter(
            counted ->
                query
                    .filter()
                    .unit()
                    .map(u -> counted.cell().unit().equals(Optional.of(u)))
                    .orElse(true))
        .toList();
  }

  @Override
  public List<Baseline> live(FacilityId asked, Period period) {
    return baselines.stream().filter(baseline -> baseline.endedAt().isEmpty()).toList();
  }

  @Override
  public List<Baseline> list(FacilityId asked, Optional<BaselineId> after, int limit) {
    return List.copyOf(baselines);
  }

  @Override
  public void freeze(FacilityId asked, Collection<Baseline> frozen) {
    baselines.addAll(frozen);
  }
}

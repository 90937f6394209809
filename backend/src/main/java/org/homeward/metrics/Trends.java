package org.homeward.metrics;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.facility.Facility;
import org.homeward.facility.FacilityId;
import org.homeward.facility.Unit;
import org.homeward.facility.UnitId;

/** The baseline that a hospital started from, and the trend since. */
public final class Trends {
  private final Counting counting;
  private final Baselines baselines;
  private final InstantSource clock;

  public Trends(Counting counting, Baselines baselines, InstantSource clock) {
    this.counting = counting;
    this.baselines = baselines;
    this.clock = clock;
  }

  public Trend of(Facility facility, TrendQuery query) {
    Instant asOf = clock.instant();
    Map<SeriesKey, Baseline> live = live(facility.id(), query);
    List<Counts> counts = counting.count(facility.id(), query.since(earliest(query, live)));
    Map<SeriesKey, SequencedMap<Span, Tally>> tallies = tallies(counts);
    Charting charting = new Charting(query, facility.zone(), asOf);
    List<Series> series =
        cells(facility, query, counts)
            .flatMap(cell -> measures(query).map(cell::of))
            .map(
                key ->
                    charting.series(
                        key,
                        Optional.ofNullable(live.get(key)),
                        tallies.getOrDefault(key, new LinkedHashMap<>())))
            .toList();
    return new Trend(facility, query, asOf, series);
  }

  private Map<SeriesKey, Baseline> live(FacilityId facility, TrendQuery query) {
    if (query.walkUps()) {
      return Map.of();
    }
    return baselines.live(facility, query.period()).stream()
        .filter(baseline -> query.mayShow(baseline.series()))
        .collect(Collectors.toMap(Baseline::series, Function.identity()));
  }

  private static LocalDate earliest(TrendQuery query, Map<SeriesKey, Baseline> live) {
    return Stream.concat(Stream.of(query.from()), live.values().stream().map(Baseline::firstDay))
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static Map<SeriesKey, SequencedMap<Span, Tally>> tallies(List<Counts> counts) {
    Map<SeriesKey, SequencedMap<Span, Tally>> tallies = new HashMap<>();
    for (Counts counted : counts) {
      for (Measure measure : Measure.values()) {
        tallies
            .computeIfAbsent(counted.cell().of(measure), key -> new LinkedHashMap<>())
            .put(counted.span(), counted.of(measure));
      }
    }
    return tallies;
  }

  /** Every unit of the facility has its series, be it an empty one. */
  private static Stream<Counts.Cell> cells(
      Facility facility, TrendQuery query, List<Counts> counts) {
    List<Counts.Cell> seen =
        Stream.concat(counts.stream().map(Counts::cell), fixed(query).stream())
            .map(
                cell ->
                    new Counts.Cell(
                        Optional.empty(), cell.touchpoint(), cell.channel(), cell.language()))
            .distinct()
            .sorted(
                Comparator.comparingInt((Counts.Cell cell) -> cell.touchpoint().days())
                    .thenComparing(Counts.Cell::channel)
                    .thenComparing(cell -> cell.language().orElse("")))
            .toList();
    return units(facility, query)
        .flatMap(
            unit ->
                seen.stream()
                    .map(
                        cell ->
                            new Counts.Cell(
                                unit, cell.touchpoint(), cell.channel(), cell.language())));
  }

  /**
   * The one combination there is, with answers or without, unless the query splits by one of these.
   */
  private static Optional<Counts.Cell> fixed(TrendQuery query) {
    TrendQuery.Filter filter = query.filter();
    boolean languageIsFixed = filter.language().isPresent() || !query.byLanguage();
    return filter
        .touchpoint()
        .filter(touchpoint -> languageIsFixed)
        .flatMap(
            touchpoint ->
                filter
                    .channel()
                    .map(
                        channel ->
                            new Counts.Cell(
                                Optional.empty(), touchpoint, channel, filter.language())));
  }

  private static Stream<Optional<UnitId>> units(Facility facility, TrendQuery query) {
    Optional<UnitId> only = query.filter().unit();
    if (only.isPresent() || !query.byUnit()) {
      return Stream.of(only);
    }
    return facility.units().stream().map(Unit::id).map(Optional::of);
  }

  private static Stream<Measure> measures(TrendQuery query) {
    return query.filter().measure().map(Stream::of).orElse(Stream.of(Measure.values()));
  }
}

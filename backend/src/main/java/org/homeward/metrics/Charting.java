package org.homeward.metrics;

import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** Makes a series of its counts: points, limits, signals. Pure. */
final class Charting {
  private final TrendQuery query;
  private final ZoneId zone;
  private final Instant asOf;

  Charting(TrendQuery query, ZoneId zone, Instant asOf) {
    this.query = query;
    this.zone = zone;
    this.asOf = asOf;
  }

  /**
   * @param tallies in order, from the baseline's first period on if that is earlier than what is
   *     shown: signals rest on the whole phase
   */
  Series series(SeriesKey key, Optional<Baseline> baseline, SequencedMap<Span, Tally> tallies) {
    List<Point> points =
        tallies.entrySet().stream()
            .filter(entry -> entry.getValue().n() > 0)
            .map(entry -> point(key, baseline, entry.getKey(), entry.getValue()))
            .toList();
    List<Signal> signals =
        baseline.filter(Charting::hasLimits).stream()
            .flatMap(
                frozen -> new Judgement(frozen.centre(), phase(frozen, points)).signals().stream())
            .filter(signal -> signal.spans().stream().anyMatch(query::shows))
            .toList();
    List<Point> shown =
        points.stream()
            .filter(point -> query.shows(point.span()))
            .map(point -> point.with(rules(point, signals)))
            .toList();
    return new Series(key, baseline, limits(baseline, shown), shown, signals);
  }

  private Point point(SeriesKey key, Optional<Baseline> baseline, Span span, Tally tally) {
    return new Point(
        span,
        tally,
        span.closes(key.touchpoint(), zone).isAfter(asOf),
        baseline.filter(frozen -> frozen.holds(span)).isPresent(),
        baseline.filter(frozen -> frozen.excluded().contains(span.first())).isPresent(),
        baseline
            .filter(frozen -> hasLimits(frozen) && isInPhase(frozen, span))
            .map(frozen -> PChart.limits(frozen.centre(), tally.n())),
        Set.of());
  }

  private Limits limits(Optional<Baseline> baseline, List<Point> shown) {
    if (query.walkUps()) {
      return Limits.none("Walk-ups are counted apart and have no baseline.");
    }
    if (baseline.isEmpty()) {
      return Limits.none("No baseline has been frozen for this series.");
    }
    Baseline frozen = baseline.get();
    if (!hasLimits(frozen)) {
      return Limits.none(
          "In the baseline %s answered yes, so there is no spread to take limits from."
              .formatted(frozen.centre().x() == 0 ? "nobody" : "everybody"));
    }
    StringBuilder why =
        new StringBuilder(
            "p chart: three standard deviations either side of the baseline's rate, wider where fewer patients answered.");
    if (frozen.isTrial()) {
      why.append(
          " Trial limits: they rest on %d points, and 24 make them firm."
              .formatted(frozen.points()));
    }
    if (PChart.isCoarse(frozen.centre(), shown.stream().map(point -> point.tally().n()).toList())) {
      why.append(" Most points are too small for these limits: choose a longer period.");
    }
    return new Limits(Limits.Kind.P, why.toString());
  }

  private static boolean hasLimits(Baseline baseline) {
    return !baseline.centre().isExtreme();
  }

  /** A new phase begins with its baseline; what was before it keeps no limits of it. */
  private static boolean isInPhase(Baseline baseline, Span span) {
    return !span.first().isBefore(baseline.firstDay());
  }

  private static List<Point> phase(Baseline baseline, List<Point> points) {
    return points.stream().filter(point -> isInPhase(baseline, point.span())).toList();
  }

  /** The rules whose pattern the point is part of. A lack of crossings is of the whole phase. */
  private static Set<Rule> rules(Point point, List<Signal> signals) {
    EnumSet<Rule> rules = EnumSet.noneOf(Rule.class);
    signals.stream()
        .filter(signal -> signal.rule() != Rule.CROSSINGS)
        .filter(signal -> signal.spans().contains(point.span()))
        .forEach(signal -> rules.add(signal.rule()));
    return rules;
  }
}

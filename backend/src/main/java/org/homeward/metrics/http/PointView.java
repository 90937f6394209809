package org.homeward.metrics.http;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.homeward.metrics.Interval;
import org.homeward.metrics.Measure;
import org.homeward.metrics.Point;
import org.homeward.metrics.Rule;
import org.homeward.metrics.SeriesKey;
import org.homeward.metrics.Tally;
import org.homeward.metrics.Wilson;

/** A point as the API shows it. Of a suppressed one it tells n, and nothing of the answers. */
record PointView(
    String period,
    LocalDate from,
    LocalDate to,
    long n,
    Optional<Long> yes,
    Optional<Long> partly,
    Optional<Long> no,
    Optional<Double> rate,
    Optional<Double> low,
    Optional<Double> high,
    Optional<Double> lower,
    Optional<Double> upper,
    boolean partial,
    boolean inBaseline,
    boolean suppressed,
    List<String> signals) {

  static PointView of(SeriesKey series, Point point) {
    Optional<Tally> shown = Optional.of(point.tally()).filter(tally -> !tally.isSuppressed());
    Optional<Tally> item = shown.filter(tally -> series.measure() != Measure.ALL_THREE);
    Optional<Interval> interval = shown.map(tally -> Wilson.interval(tally.share()));
    return new PointView(
        point.span().label(),
        point.span().first(),
        point.span().last(),
        point.tally().n(),
        shown.map(Tally::yes),
        item.map(Tally::partly),
        item.map(Tally::no),
        shown.map(tally -> tally.share().proportion().value()),
        interval.map(found -> found.low().value()),
        interval.map(found -> found.high().value()),
        point.limits().map(limits -> limits.low().value()),
        point.limits().map(limits -> limits.high().value()),
        point.partial(),
        point.inBaseline(),
        point.tally().isSuppressed(),
        point.signals().stream().sorted().map(Rule::code).toList());
  }
}

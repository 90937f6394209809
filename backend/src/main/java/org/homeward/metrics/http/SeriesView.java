package org.homeward.metrics.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeward.facility.Facility;
import org.homeward.facility.Unit;
import org.homeward.metrics.Baseline;
import org.homeward.metrics.Sentences;
import org.homeward.metrics.Series;
import org.homeward.metrics.Signal;
import org.homeward.metrics.Span;

/** A series as the API shows it. */
record SeriesView(
    Optional<UnitPart> unit,
    String item,
    String touchpoint,
    String channel,
    Optional<String> language,
    Optional<BaselinePart> baseline,
    LimitsPart limits,
    List<PointView> points,
    List<SignalPart> signals) {

  record UnitPart(UUID id, String name) {
    static UnitPart of(Unit unit) {
      return new UnitPart(unit.id().value(), unit.name());
    }
  }

  record BaselinePart(
      UUID id,
      LocalDate from,
      LocalDate to,
      Instant frozenAt,
      String reason,
      double centre,
      long n,
      boolean trial) {
    static BaselinePart of(Baseline baseline) {
      return new BaselinePart(
          baseline.id().value(),
          baseline.firstDay(),
          baseline.lastDay(),
          baseline.frozenAt(),
          baseline.reason(),
          baseline.centre().proportion().value(),
          baseline.centre().n(),
          baseline.isTrial());
    }
  }

  record LimitsPart(String kind, String why) {}

  record SignalPart(String rule, String direction, String sentence, List<String> periods) {
    static SignalPart of(Signal signal, String sentence) {
      return new SignalPart(
          signal.rule().code(),
          signal.direction().code(),
          sentence,
          signal.spans().stream().map(Span::label).toList());
    }
  }

  static SeriesView of(Facility facility, Series series, Sentences sentences) {
    return new SeriesView(
        series.key().unit().flatMap(facility::unit).map(UnitPart::of),
        series.key().measure().code(),
        series.key().touchpoint().code(),
        series.key().channel().code(),
        series.key().language(),
        series.baseline().map(BaselinePart::of),
        new LimitsPart(series.limits().kind().code(), series.limits().why()),
        series.points().stream().map(point -> PointView.of(series.key(), point)).toList(),
        series.signals().stream()
            .map(signal -> SignalPart.of(signal, sentences.of(series.key(), signal)))
            .toList());
  }
}

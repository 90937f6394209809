package org.homeward.metrics.http;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.homeward.facility.Facility;
import org.homeward.facility.UnitId;
import org.homeward.http.Call;
import org.homeward.http.Problem;
import org.homeward.http.ProblemCode;
import org.homeward.metrics.Measure;
import org.homeward.metrics.Period;
import org.homeward.metrics.Split;
import org.homeward.metrics.TrendQuery;
import org.homeward.survey.Channel;
import org.homeward.survey.Touchpoint;

/**
 * The query of a trend. What is left out is the usual: at discharge, on the channel that the
 * touchpoint is asked over, all three items together, by week.
 */
final class TrendParameters {
  private static final int LONGEST_YEARS = 10;

  private final Call call;

  TrendParameters(Call call) {
    this.call = call;
  }

  TrendQuery query(Facility facility, LocalDate today) {
    Set<Split> splits = splits();
    Period period = named("period", Period::of).orElse(Period.WEEK);
    LocalDate to = call.queryDay("to").orElse(today);
    LocalDate from = call.queryDay("from").orElseGet(() -> usual(period, to));
    if (from.isAfter(to) || from.isBefore(to.minusYears(LONGEST_YEARS))) {
      throw new Problem(
          ProblemCode.QUERY_MALFORMED,
          "from is not after to, and at most %d years before it.".formatted(LONGEST_YEARS));
    }
    Optional<Touchpoint> touchpoint = touchpoint(splits);
    return new TrendQuery(
        new TrendQuery.Filter(
            unit(facility),
            measure(splits),
            touchpoint,
            channel(splits, touchpoint),
            call.query("language")),
        splits,
        period,
        from,
        to,
        call.query("walkUps")
            .map(text -> Call.queried(text, this::flag, "walkUps, true or false"))
            .orElse(false));
  }

  private Set<Split> splits() {
    EnumSet<Split> splits = EnumSet.noneOf(Split.class);
    call.query("split")
        .ifPresent(
            list -> {
              for (String code : list.split(",", -1)) {
                splits.add(
                    Call.queried(
                        code,
                        text -> Split.of(text).orElseThrow(IllegalArgumentException::new),
                        "split, a list of unit, item, touchpoint, channel and language"));
              }
            });
    // Touchpoints differ in their channel, and channels are never pooled.
    if (splits.contains(Split.TOUCHPOINT)
        && call.query("channel").isEmpty()
        && call.query("touchpoint").isEmpty()) {
      splits.add(Split.CHANNEL);
    }
    return splits;
  }

  private Optional<UnitId> unit(Facility facility) {
    Optional<UnitId> unit = call.queryId("unit").map(UnitId::new);
    if (unit.isPresent() && unit.flatMap(facility::unit).isEmpty()) {
      throw new Problem(ProblemCode.UNIT_UNKNOWN, "The facility has no such unit.");
    }
    return unit;
  }

  private Optional<Measure> measure(Set<Split> splits) {
    return named("item", Measure::of)
        .or(() -> unless(splits.contains(Split.ITEM), Measure.ALL_THREE));
  }

  private Optional<Touchpoint> touchpoint(Set<Split> splits) {
    return named("touchpoint", Touchpoint::of)
        .or(() -> unless(splits.contains(Split.TOUCHPOINT), Touchpoint.AT_DISCHARGE));
  }

  private Optional<Channel> channel(Set<Split> splits, Optional<Touchpoint> touchpoint) {
    boolean atDischarge = touchpoint.map(Touchpoint.AT_DISCHARGE::equals).orElse(true);
    return named("channel", Channel::of)
        .or(
            () ->
                unless(splits.contains(Split.CHANNEL), atDischarge ? Channel.KIOSK : Channel.SMS));
  }

  private <T> Optional<T> named(String name, Function<String, Optional<T>> parser) {
    return call.query(name)
        .map(
            text ->
                Call.queried(
                    text,
                    code -> parser.apply(code).orElseThrow(IllegalArgumentException::new),
                    name));
  }

  private boolean flag(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException();
    };
  }

  private static <T> Optional<T> unless(boolean split, T usual) {
    return split ? Optional.empty() : Optional.of(usual);
  }

  private static LocalDate usual(Period period, LocalDate to) {
    return switch (period) {
      case DAY -> to.minusDays(90);
      case WEEK -> to.minusWeeks(78);
      case MONTH -> to.minusMonths(36);
    };
  }
}

package org.homeward.metrics;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.homeward.facility.UnitId;
import org.homeward.survey.Channel;
import org.homeward.survey.Touchpoint;

/**
 * Which series are asked for. A filter that is empty is either split by or, for units and
 * languages, means all together. Touchpoints and channels are never together.
 *
 * @param from its period's first day, whatever day was asked for: half a week is no point
 * @param to its period's last day
 * @param walkUps only responses without a discharge, which are counted apart from all others
 */
public record TrendQuery(
    Filter filter,
    Set<Split> splits,
    Period period,
    LocalDate from,
    LocalDate to,
    boolean walkUps) {

  /** What to look at; empty is all there is. */
  public record Filter(
      Optional<UnitId> unit,
      Optional<Measure> measure,
      Optional<Touchpoint> touchpoint,
      Optional<Channel> channel,
      Optional<String> language) {}

  public TrendQuery {
    splits = Set.copyOf(splits);
    from = period.around(from).first();
    to = period.around(to).last();
    if (from.isAfter(to)) {
      throw new IllegalArgumentException("from is after to");
    }
    if ((filter.touchpoint().isEmpty() && !splits.contains(Split.TOUCHPOINT))
        || (filter.channel().isEmpty() && !splits.contains(Split.CHANNEL))
        || (filter.measure().isEmpty() && !splits.contains(Split.ITEM))) {
      throw new IllegalArgumentException("A series has one item, touchpoint and channel");
    }
  }

  /** The same from an earlier day on. */
  public TrendQuery since(LocalDate earlier) {
    return new TrendQuery(filter, splits, period, earlier, to, walkUps);
  }

  /** Counts name their unit. */
  public boolean byUnit() {
    return filter.unit().isPresent() || splits.contains(Split.UNIT);
  }

  /** Counts name their language. */
  public boolean byLanguage() {
    return filter.language().isPresent() || splits.contains(Split.LANGUAGE);
  }

  boolean shows(Span span) {
    return !span.first().isBefore(from) && !span.last().isAfter(to);
  }

  /** Whether the series may be among those asked for. */
  boolean mayShow(SeriesKey series) {
    return agrees(filter.unit(), series.unit())
        && agrees(filter.measure(), Optional.of(series.measure()))
        && agrees(filter.touchpoint(), Optional.of(series.touchpoint()))
        && agrees(filter.channel(), Optional.of(series.channel()))
        && agrees(filter.language(), series.language());
  }

  private static <T> boolean agrees(Optional<T> filter, Optional<T> value) {
    return filter.isEmpty() || filter.equals(value);
  }
}

package org.homeward.metrics;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.homeward.facility.Facility;
import org.homeward.facility.Ids;
import org.homeward.facility.UnitId;
import org.homeward.survey.Channel;
import org.homeward.survey.Touchpoint;

/** A person says: judge what comes by this stretch. Nothing is frozen by itself. */
public final class Freezing {
  private static final int FEWEST_POINTS = 12;

  /** A centre line over fewer respondents is not published. */
  private static final long FEWEST_RESPONDENTS = 24;

  private final Counting counting;
  private final Baselines baselines;
  private final Ids ids;
  private final InstantSource clock;

  public Freezing(Counting counting, Baselines baselines, Ids ids, InstantSource clock) {
    this.counting = counting;
    this.baselines = baselines;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * What to freeze: the same stretch for each of the measures.
   *
   * @param from a day of the first period
   * @param to a day of the last period
   */
  public record Stretch(
      Optional<UnitId> unit,
      Set<Measure> measures,
      Touchpoint touchpoint,
      Channel channel,
      Optional<String> language,
      Period period,
      LocalDate from,
      LocalDate to,
      String reason) {
    public Stretch {
      measures = measures.isEmpty() ? EnumSet.allOf(Measure.class) : EnumSet.copyOf(measures);
      reason = reason.strip();
      if (reason.isEmpty() || reason.length() > 500) {
        throw new IllegalArgumentException("A baseline has a reason of 1 to 500 characters");
      }
    }

    TrendQuery query() {
      TrendQuery.Filter filter =
          new TrendQuery.Filter(
              unit, Optional.empty(), Optional.of(touchpoint), Optional.of(channel), language);
      return new TrendQuery(filter, Set.of(Split.ITEM), period, from, to, false);
    }
  }

  /** What became of it: all of its measures are frozen or none. */
  public sealed interface Outcome {
    record Frozen(List<Baseline> baselines) implements Outcome {}

    record Refused(String because) implements Outcome {}
  }

  public Outcome freeze(Facility facility, Stretch stretch, String by) {
    Instant now = clock.instant();
    TrendQuery query = stretch.query();
    List<Counts> closed =
        counting.count(facility.id(), query).stream()
            .filter(
                counts -> !counts.span().closes(stretch.touchpoint(), facility.zone()).isAfter(now))
            .toList();
    List<Baseline> frozen = new ArrayList<>();
    for (Measure measure : stretch.measures()) {
      List<Tally> points =
          closed.stream().map(counts -> counts.of(measure)).filter(tally -> tally.n() > 0).toList();
      Optional<String> refusal = refusal(measure, points);
      if (refusal.isPresent()) {
        return new Outcome.Refused(refusal.get());
      }
      frozen.add(baseline(stretch, query, measure, points, now, by));
    }
    baselines.freeze(facility.id(), frozen);
    return new Outcome.Frozen(frozen);
  }

  private static Optional<String> refusal(Measure measure, List<Tally> points) {
    if (points.size() < FEWEST_POINTS) {
      return Optional.of(
          "A baseline needs at least %d closed points; there are %d for %s in this stretch. Choose a longer one, or wait."
              .formatted(FEWEST_POINTS, points.size(), measure.code()));
    }
    long respondents = points.stream().mapToLong(Tally::n).sum();
    if (respondents < FEWEST_RESPONDENTS) {
      return Optional.of(
          "A centre line needs at least %d respondents; there are %d for %s in this stretch. Choose a longer one, or wait."
              .formatted(FEWEST_RESPONDENTS, respondents, measure.code()));
    }
    return Optional.empty();
  }

  private Baseline baseline(
      Stretch stretch,
      TrendQuery query,
      Measure measure,
      List<Tally> points,
      Instant now,
      String by) {
    long yes = points.stream().mapToLong(Tally::yes).sum();
    long n = points.stream().mapToLong(Tally::n).sum();
    return new Baseline(
        new BaselineId(ids.next()),
        new SeriesKey(
            stretch.unit(), measure, stretch.touchpoint(), stretch.channel(), stretch.language()),
        stretch.period(),
        query.from(),
        query.to(),
        Set.of(),
        new Share(yes, n),
        points.size(),
        now,
        by,
        stretch.reason(),
        Optional.empty());
  }
}

package org.homeward.demonstration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.homeward.demonstration.Story.Reply;
import org.homeward.facility.Facility;
import org.homeward.facility.FacilityId;
import org.homeward.facility.Ids;
import org.homeward.facility.Unit;
import org.homeward.facility.UnitId;
import org.homeward.metrics.Baseline;
import org.homeward.metrics.BaselineId;
import org.homeward.metrics.Baselines;
import org.homeward.metrics.Freezing;
import org.homeward.metrics.Period;
import org.homeward.survey.Channel;
import org.homeward.survey.Touchpoint;

/** Freezes the first weeks of every series, as a person would have done once they were closed. */
final class StartingPoint {
  private static final int WEEKS_UNTIL_ALL_ANSWERED = 2;

  private final Facility facility;
  private final List<Reply> replies;
  private final LocalDate first;

  StartingPoint(Facility facility, List<Reply> replies, LocalDate first) {
    this.facility = facility;
    this.replies = replies;
    this.first = first;
  }

  List<Baseline> baselines() {
    Instant then =
        first
            .plusWeeks(Script.BASELINE_WEEKS + (long) WEEKS_UNTIL_ALL_ANSWERED)
            .atStartOfDay(facility.zone())
            .toInstant();
    Kept kept = new Kept();
    Freezing freezing =
        new Freezing(new ReplyCounting(replies), kept, new Ids(() -> then), () -> then);
    Stream.concat(
            Stream.of(Optional.<UnitId>empty()),
            facility.units().stream().map(Unit::id).map(Optional::of))
        .flatMap(
            unit ->
                Stream.of(
                    stretch(unit, Touchpoint.AT_DISCHARGE, Channel.KIOSK),
                    stretch(unit, Touchpoint.DAY_2, Channel.SMS)))
        .forEach(stretch -> requireFrozen(freezing.freeze(facility, stretch, Author.NAME)));
    return kept.baselines;
  }

  private static void requireFrozen(Freezing.Outcome outcome) {
    switch (outcome) {
      case Freezing.Outcome.Frozen frozen -> {}
      case Freezing.Outcome.Refused refused ->
          throw new IllegalStateException("The story is too short: " + refused.because());
    }
  }

  private Freezing.Stretch stretch(Optional<UnitId> unit, Touchpoint touchpoint, Channel channel) {
    return new Freezing.Stretch(
        unit,
        Set.of(),
        touchpoint,
        channel,
        Optional.empty(),
        Period.WEEK,
        first,
        first.plusWeeks(Script.BASELINE_WEEKS).minusDays(1),
        "Where we started: the first %d weeks".formatted(Script.BASELINE_WEEKS));
  }

  /** Baselines that are written down with the rest of the story. */
  private static final class Kept implements Baselines {
    private final List<Baseline> baselines = new ArrayList<>();

    @Override
    public List<Baseline> live(FacilityId asked, Period period) {
      return List.copyOf(baselines);
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
}

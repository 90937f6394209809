package org.homeward.metrics;

import java.util.Map;
import java.util.Optional;
import org.homeward.facility.UnitId;
import org.homeward.survey.Channel;
import org.homeward.survey.Touchpoint;

/** The answers of one period in one cell. */
public record Counts(Cell cell, Span span, Map<Measure, Tally> tallies) {
  public Counts {
    tallies = Map.copyOf(tallies);
  }

  /**
   * What counts are kept apart by.
   *
   * @param unit empty unless counts were asked for by unit
   * @param language empty unless counts were asked for by language
   */
  public record Cell(
      Optional<UnitId> unit, Touchpoint touchpoint, Channel channel, Optional<String> language) {

    public SeriesKey of(Measure measure) {
      return new SeriesKey(unit, measure, touchpoint, channel, language);
    }
  }

  public Tally of(Measure measure) {
    return tallies.getOrDefault(measure, new Tally(0, 0, 0));
  }
}

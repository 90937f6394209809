package org.homeward.metrics;

import java.util.Optional;
import java.util.Set;

/**
 * One period of a series. A period without answers has none: it is a gap.
 *
 * @param partial answers may still come
 * @param inBaseline it made the centre line
 * @param excluded a person left it out of the baseline
 */
public record Point(
    Span span,
    Tally tally,
    boolean partial,
    boolean inBaseline,
    boolean excluded,
    Optional<Interval> limits,
    Set<Rule> signals) {
  public Point {
    signals = Set.copyOf(signals);
  }

  /** What signals may rest on. */
  boolean isJudged() {
    return !partial && !tally.isSuppressed();
  }

  /** −1 below the line, 1 above, 0 on it. */
  int side(Share centre) {
    return Integer.signum(tally.share().compareRate(centre));
  }

  boolean isOutside() {
    return limits.filter(interval -> interval.excludes(tally.share().proportion())).isPresent();
  }

  Point with(Set<Rule> found) {
    return new Point(span, tally, partial, inBaseline, excluded, limits, found);
  }
}

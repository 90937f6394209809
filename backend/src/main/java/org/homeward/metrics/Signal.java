package org.homeward.metrics;

import java.util.List;

/**
 * More than chance alone explains, seldom. It is not a cause.
 *
 * <p>Each rests on its {@link #spans}, closed periods all, in order.
 */
public sealed interface Signal {

  Direction direction();

  List<Span> spans();

  Rule rule();

  /** Whether it reaches the newest closed point. */
  boolean isCurrent();

  /** Neighbouring points strictly outside the limits on one side. */
  record Outside(Direction direction, List<Span> spans, boolean isCurrent) implements Signal {
    @Override
    public Rule rule() {
      return Rule.OUTSIDE_LIMITS;
    }
  }

  /**
   * Points on one side of the centre line.
   *
   * @param usual the longest run that chance alone usually gives
   */
  record Run(Direction direction, List<Span> spans, boolean isCurrent, int usual)
      implements Signal {
    @Override
    public Rule rule() {
      return Rule.RUN;
    }
  }

  /**
   * The whole phase crosses its centre line too seldom.
   *
   * @param direction where the newest points lie
   * @param usual the fewest crossings that chance alone usually gives
   */
  record FewCrossings(
      Direction direction, List<Span> spans, boolean isCurrent, int crossings, int usual)
      implements Signal {
    @Override
    public Rule rule() {
      return Rule.CROSSINGS;
    }
  }
}

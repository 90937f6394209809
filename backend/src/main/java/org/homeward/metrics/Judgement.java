package org.homeward.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * The signals of one phase: its points from the baseline's first on, in order, against the
 * baseline's line. Partial and suppressed points are passed over.
 */
final class Judgement {
  /** How many of the newest points say which way a series without crossings went. */
  private static final int NEWEST = 8;

  private final Share centre;
  private final List<Point> judged;

  Judgement(Share centre, List<Point> phase) {
    this.centre = centre;
    this.judged = phase.stream().filter(Point::isJudged).toList();
  }

  List<Signal> signals() {
    List<Signal> signals = new ArrayList<>(outside());
    List<Point> useful =
        judged.stream().filter(point -> !point.excluded() && point.side(centre) != 0).toList();
    signals.addAll(runs(useful));
    signals.addAll(fewCrossings(useful));
    return signals;
  }

  /** Rule 1: outside a 3σ limit, excluded points too. */
  private List<Signal> outside() {
    return stretches(judged, point -> point.isOutside() ? point.side(centre) : 0).stream()
        .<Signal>map(
            stretch ->
                new Signal.Outside(direction(stretch), spans(stretch), isNewest(stretch, judged)))
        .toList();
  }

  /** Rule 2: a longer run on one side than chance usually gives. */
  private List<Signal> runs(List<Point> useful) {
    int usual = RunRules.longestRun(useful.size());
    return stretches(useful, point -> point.side(centre)).stream()
        .filter(stretch -> stretch.size() > usual)
        .<Signal>map(
            run -> new Signal.Run(direction(run), spans(run), isNewest(run, useful), usual))
        .toList();
  }

  /** Rule 3: fewer crossings of the line than chance usually gives. */
  private List<Signal> fewCrossings(List<Point> useful) {
    int crossings = Math.max(0, stretches(useful, point -> point.side(centre)).size() - 1);
    int usual = RunRules.fewestCrossings(useful.size());
    if (crossings >= usual) {
      return List.of();
    }
    List<Point> newest = useful.subList(Math.max(0, useful.size() - NEWEST), useful.size());
    int balance = newest.stream().mapToInt(point -> point.side(centre)).sum();
    Direction direction = Direction.of(balance == 0 ? newest.getLast().side(centre) : balance);
    return List.of(new Signal.FewCrossings(direction, spans(useful), true, crossings, usual));
  }

  /** Neighbours on the same side, leaving out those on side 0. */
  private static List<List<Point>> stretches(List<Point> points, ToIntFunction<Point> side) {
    List<List<Point>> stretches = new ArrayList<>();
    int last = 0;
    for (Point point : points) {
      int here = side.applyAsInt(point);
      if (here != 0 && here != last) {
        stretches.add(new ArrayList<>());
      }
      if (here != 0) {
        stretches.getLast().add(point);
      }
      last = here;
    }
    return stretches;
  }

  private Direction direction(List<Point> stretch) {
    return Direction.of(stretch.getFirst().side(centre));
  }

  private static boolean isNewest(List<Point> stretch, List<Point> all) {
    return stretch.getLast().equals(all.getLast());
  }

  private static List<Span> spans(List<Point> points) {
    return points.stream().map(Point::span).toList();
  }
}

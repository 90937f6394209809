import type { Change, Point, Series, Signal } from "../api";
import { dayNumber } from "../format/dates";
import type { Place } from "./path";
import type { Scale } from "./scale";

export type Kind = "common" | "improvement" | "concern";

export interface Mark {
  point: Point;
  x: number;
  /** Null where the rate is not told because too few answered. */
  y: number | null;
  kind: Kind;
}

export interface ControlChart {
  marks: Mark[];
  line: Place[];
  upper: Place[];
  lower: Place[];
  /** From the last closed point on through those that have not closed. */
  connector: Place[];
  baseline: { x0: number; x1: number } | null;
  centre: number | null;
  step: number;
}

/** The middle of a period, in days. */
export const middle = (point: Pick<Point, "from" | "to">) => (dayNumber(point.from) + dayNumber(point.to) + 1) / 2;

const follows = (earlier: Point, later: Point) => dayNumber(later.from) === dayNumber(earlier.to) + 1;

/**
 * Which points a signal colours. Too few crossings rest on the whole phase and outside no point in particular, so they
 * colour none. A point outside the limits keeps that colour when a run says otherwise.
 */
export function kindOf(point: Point, series: Series): Kind {
  const resting = series.signals.filter(
    (signal) => signal.periods.includes(point.period) && !signal.rule.includes("crossing"),
  );
  const told = resting.find((signal) => signal.rule === "outside-limits") ?? resting[0];
  return told ? kindOfSignal(told) : "common";
}

export function kindOfSignal(signal: Signal): Kind {
  if (signal.direction === "improvement") return "improvement";
  return signal.direction === "deterioration" ? "concern" : "common";
}

/** `floor` is the lowest rate of the scale; a limit below it is off the drawing and not drawn. */
export function layOut(series: Series, x: Scale, y: Scale, floor = 0): ControlChart {
  const marks = series.points.map((point) => ({
    point,
    x: x(middle(point)),
    y: point.rate === null ? null : y(point.rate),
    kind: kindOf(point, series),
  }));
  const closed = marks.filter((mark) => !mark.point.partial);
  const withGaps = (valueAt: (mark: Mark) => number | null): Place[] =>
    closed.flatMap((mark, index) => {
      const value = valueAt(mark);
      const place = value === null ? null : { x: mark.x, y: value };
      const before = closed[index - 1];
      return before && !follows(before.point, mark.point) ? [null, place] : [place];
    });
  const bound = (value: number | null) => (value === null || value < floor ? null : y(value));
  const last = closed.at(-1);
  const first = series.points[0];
  return {
    marks,
    line: withGaps((mark) => mark.y),
    upper: withGaps((mark) => bound(mark.point.upper)),
    lower: withGaps((mark) => bound(mark.point.lower)),
    connector: [...(last ? [last] : []), ...marks.filter((mark) => mark.point.partial)].map((mark) =>
      mark.y === null ? null : { x: mark.x, y: mark.y },
    ),
    baseline: series.baseline
      ? { x0: x(dayNumber(series.baseline.from)), x1: x(dayNumber(series.baseline.to) + 1) }
      : null,
    centre: series.baseline?.centre == null ? null : y(series.baseline.centre),
    step: first ? Math.abs(x(dayNumber(first.to) + 1) - x(dayNumber(first.from))) : 0,
  };
}

/** The first and last day that any of the series tells of. */
export function dayDomain(all: readonly Series[]): [number, number] {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { points } of all) {
    const [earliest, latest] = [points[0], points.at(-1)];
    if (!earliest || !latest) continue;
    first = Math.min(first, dayNumber(earliest.from));
    last = Math.max(last, dayNumber(latest.to) + 1);
  }
  return first <= last ? [first, last] : [0, 1];
}

/** A change without units is the whole facility's. A unit's chart shows both; the facility's chart shows all. */
export const changesFor = (changes: readonly Change[], unit: string | null) =>
  changes
    .filter((change) => unit === null || change.unitIds.length === 0 || change.unitIds.includes(unit))
    .sort((a, b) => a.on.localeCompare(b.on));

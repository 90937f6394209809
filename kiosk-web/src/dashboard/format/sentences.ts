import type { Period, Point, Series, Signal, Trend } from "../api";
import { periodName } from "./dates";
import { between, count, percent, plural } from "./numbers";
import { itemClaim, itemName, periods, signalRule, thisPeriod } from "./words";

/** The first screen speaks only of signals that touch the last eight closed points. */
export const RECENT = 8;

export const closed = (points: readonly Point[]) => points.filter((point) => !point.partial);
/** The latest closed period; while none has closed there is none. */
export const latest = (series: Series): Point | null => closed(series.points).at(-1) ?? null;
/** The period that holds `today`. Earlier ones may be open too while their answers may still come in. */
export const running = (series: Series, today: string): Point | null =>
  series.points.find((point) => point.from <= today && today <= point.to) ?? null;

export function recentSignals(series: Series): Signal[] {
  const recent = new Set(
    closed(series.points)
      .slice(-RECENT)
      .map((point) => point.period),
  );
  return series.signals.filter((signal) => signal.periods.some((period) => recent.has(period)));
}

export const placeName = (series: Series, trend: Pick<Trend, "facility">) => series.unit?.name ?? trend.facility.name;

/** A signal's sentence with its place in front, unless the sentence names it. */
export function placed(sentence: string, place: string): string {
  return sentence.includes(place) ? sentence : `${place}: ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
}

/** What can be said when there is no signal: the latest closed value and of how many. */
export function plainStatement(series: Series, place: string, period: Period): string {
  const point = latest(series);
  if (!point) {
    const open = series.points.reduce((sum, each) => sum + each.n, 0);
    return open > 0
      ? `${place}: the first answers are coming in, ${count(open)} so far. A rate is shown once the ${period} has closed.`
      : `${place}: no answers yet.`;
  }
  const when = periodName(period, point.from, point.to);
  if (point.rate === null) return `${place}: too few answers (${count(point.n)}) to show a rate for ${when}.`;
  return (
    `${place}: ${percent(point.rate)} of ${plural(point.n, "patient")} reported that they ` +
    `${itemClaim[series.item]}, ${when}.`
  );
}

export function soFar(point: Point | null, period: Period): { lead: string; n: number; rate: string } {
  const lead = `${thisPeriod[period]} so far:`;
  if (!point) return { lead, n: 0, rate: "" };
  if (point.rate === null) return { lead, n: point.n, rate: point.n > 0 ? "too few to show a rate" : "" };
  return { lead, n: point.n, rate: `${percent(point.rate)} yes` };
}

export function explain(point: Point, series: Series, period: Period): string {
  const when = periodName(period, point.from, point.to);
  if (point.rate === null) {
    return `${when}: ${plural(point.n, "answer")}, too few to show a rate.${partialNote(point)}`;
  }
  const spread =
    point.low !== null && point.high !== null ? ` (95\u00a0% interval ${between(point.low, point.high)})` : "";
  const of = point.yes === null ? `${percent(point.rate)} of` : `${count(point.yes)} of`;
  const share = point.yes === null ? "" : `, ${percent(point.rate)}`;
  const parts = [`${when}: ${of} ${plural(point.n, "patient")} said they ${itemClaim[series.item]}${share}${spread}.`];
  if (point.partly !== null && point.no !== null) {
    parts.push(`Partly: ${count(point.partly)}, no: ${count(point.no)}.`);
  }
  if (point.partial) return parts.join(" ") + partialNote(point);
  if (point.lower !== null && point.upper !== null) {
    const outside = point.rate > point.upper || point.rate < point.lower;
    parts.push(
      outside
        ? `Outside what chance alone gives (${between(point.lower, point.upper)}).`
        : `Within what chance alone gives (${between(point.lower, point.upper)}).`,
    );
  }
  const patterns = point.signals.filter((rule) => rule !== "outside-limits").flatMap((rule) => signalRule[rule] ?? []);
  if (patterns.length > 0) parts.push(`It is ${patterns.join(", and ")}.`);
  if (point.inBaseline) parts.push("Part of the baseline.");
  return parts.join(" ");
}

const partialNote = (point: Point) => (point.partial ? " Not closed yet: answers are still coming in." : "");

export function limitsStatement(series: Series): string {
  if (!series.baseline) return "There are no limits until a baseline is frozen.";
  const kinds: Record<string, string> = { p: "p chart", "p-prime": "Laney p′ chart", none: "no limits" };
  const kind = kinds[series.limits.kind] ?? series.limits.kind;
  const why = series.limits.why.trim();
  return `${kind.charAt(0).toUpperCase()}${kind.slice(1)}${why ? `: ${why.charAt(0).toLowerCase()}${why.slice(1)}` : ""}${/[.!?]$/.test(why) ? "" : "."}`;
}

export function baselineStatement(series: Series, period: Period): string {
  const baseline = series.baseline;
  const have = closed(series.points).filter((point) => point.n > 0).length;
  if (!baseline) {
    return have < MINIMUM
      ? `No baseline yet. It takes ${MINIMUM} closed ${periods[period]}; there ${have === 1 ? "is" : "are"} ${have}.`
      : `No baseline yet. ${have} closed ${periods[period]} are there to choose from.`;
  }
  const centre = baseline.centre === null ? "" : `, centre ${percent(baseline.centre)}`;
  return `Baseline ${periodName("week", baseline.from, baseline.to)}${centre}, ${plural(baseline.n, "answer")}${baseline.trial ? "; trial limits until it has 24 points" : ""}.`;
}

/** Fewest closed points of a baseline, and how many make its limits more than a trial. */
export const MINIMUM = 12;
export const FULL = 24;

export const chartTitle = (series: Series, place: string) => `${place}, ${itemName[series.item].toLowerCase()}`;

import type { Period } from "../api";

const DAY = 86_400_000;

/** Days since 1970-01-01 of a calendar date; calendar arithmetic knows no zone. */
export const dayNumber = (date: string) => Math.round(Date.parse(`${date}T00:00:00Z`) / DAY);
export const fromDayNumber = (number: number) => new Date(number * DAY).toISOString().slice(0, 10);
export const addDays = (date: string, days: number) => fromDayNumber(dayNumber(date) + days);

const formats = new Map<string, Intl.DateTimeFormat>();

function format(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${zone} ${JSON.stringify(options)}`;
  let found = formats.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat("en-GB", { ...options, timeZone: zone });
    formats.set(key, found);
  }
  return found;
}

const ofDate = (date: string, options: Intl.DateTimeFormatOptions) =>
  format("UTC", options).format(new Date(`${date}T12:00:00Z`));

export const shortDate = (date: string) => ofDate(date, { day: "numeric", month: "short" });
export const longDate = (date: string) => ofDate(date, { day: "numeric", month: "short", year: "numeric" });
export const weekdayDate = (date: string) =>
  ofDate(date, { weekday: "long", day: "numeric", month: "long", year: "numeric" });

/** "12 Oct", "12–18 Oct", "28 Sep – 4 Oct", "October 2026". */
export function periodName(period: Period, from: string, to: string): string {
  if (period === "day") return ofDate(from, { weekday: "short", day: "numeric", month: "short" });
  if (period === "month") return ofDate(from, { month: "long", year: "numeric" });
  if (from.slice(0, 7) === to.slice(0, 7)) return `${Number(from.slice(8))}–${shortDate(to)}`;
  return `${shortDate(from)} – ${shortDate(to)}`;
}

export const moment = (instant: string, zone: string) =>
  format(zone, { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" }).format(new Date(instant));
/** With its weekday: where a text's hour matters. */
export const inZone = (instant: string, zone: string) =>
  format(zone, { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" }).format(
    new Date(instant),
  );
export const clock = (instant: string, zone: string) =>
  format(zone, { hour: "2-digit", minute: "2-digit" }).format(new Date(instant));

/** An instant as the facility's wall clock shows it: "2026-11-22T10:15", as `datetime-local` wants it. */
export function wallClock(instant: Date, zone: string): string {
  const parts = format(zone, {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(instant);
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? "";
  return `${of("year")}-${of("month")}-${of("day")}T${of("hour")}:${of("minute")}`;
}

export const today = (now: Date, zone: string) => wallClock(now, zone).slice(0, 10);

/**
 * The instant at which the facility's wall clock shows `local`. Where the clock shows it twice, the earlier;
 * where it skips it, null.
 */
export function instantOf(local: string, zone: string): Date | null {
  const asIfUtc = Date.parse(`${local}:00Z`);
  if (Number.isNaN(asIfUtc)) return null;
  const offsets = [-DAY, 0, DAY].map((shift) => {
    const near = new Date(asIfUtc + shift);
    return Date.parse(`${wallClock(near, zone)}:00Z`) - near.getTime();
  });
  const candidates = [...new Set(offsets)].map((offset) => new Date(asIfUtc - offset));
  const matching = candidates.filter((candidate) => wallClock(candidate, zone) === local);
  matching.sort((a, b) => a.getTime() - b.getTime());
  return matching[0] ?? null;
}

/** The facility's day: the server's, or the reader's where an unchanged answer has grown old. */
export const dayOf = (asOf: string, now: Date, zone: string) =>
  today(new Date(Math.max(Date.parse(asOf), now.getTime())), zone);

export function ago(instant: string, now: Date): string {
  const minutes = Math.floor((now.getTime() - Date.parse(instant)) / 60_000);
  if (minutes < 1) return "just now";
  if (minutes < 60) return `${minutes} min ago`;
  if (minutes < 60 * 48) return `${Math.floor(minutes / 60)} h ago`;
  return `${Math.floor(minutes / 1440)} days ago`;
}

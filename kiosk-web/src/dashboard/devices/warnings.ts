import type { Kiosk } from "../api";
import { clock, moment } from "../format/dates";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A tablet reports every five minutes while nobody is at it; a ward that closes at night is not a fault. */
const SILENT_AFTER = DAY;
const CLOCK_MAY_DIFFER = 5 * MINUTE;
const BATTERY_LOW = 20;
/** Answers wait for the length of a request in the ordinary course of things. */
const UNSENT_AFTER = 15 * MINUTE;

/** What somebody should do something about, in plain sentences, the most pressing first. */
export function warningsOf(kiosk: Kiosk, zone: string, now: Date): string[] {
  if (kiosk.revokedAt) return [];
  const warnings: string[] = [];
  const since = (instant: string | null) => (instant ? now.getTime() - Date.parse(instant) : 0);
  const silent = since(kiosk.lastContactAt ?? kiosk.enrolledAt);
  if (silent >= SILENT_AFTER) warnings.push(`Not heard from for ${length(silent)}.`);
  const { condition } = kiosk;
  if (!condition) return warnings;
  if (condition.unsent > 0 && since(condition.unsentSince) >= UNSENT_AFTER) {
    warnings.push(`${answers(condition.unsent)} unsent since ${at(condition.unsentSince, zone, now)}.`);
  }
  if (condition.quarantined > 0) {
    warnings.push(`${answers(condition.quarantined)} not taken by the server and kept on the tablet.`);
  }
  const ahead = condition.clockAheadSeconds * 1000;
  if (Math.abs(ahead) >= CLOCK_MAY_DIFFER) {
    warnings.push(`Its clock is ${length(Math.abs(ahead))} ${ahead > 0 ? "ahead" : "behind"}.`);
  }
  if (condition.batteryPercent !== null && condition.batteryPercent <= BATTERY_LOW && condition.charging === false) {
    warnings.push(`Battery at ${condition.batteryPercent} % and not charging.`);
  }
  if (condition.storagePersisted === false) {
    warnings.push("The browser has not promised to keep its storage: unsent answers could be cleared.");
  }
  return warnings;
}

const answers = (count: number) => (count === 1 ? "1 answer" : `${count} answers`);

/** The time of day, with its date when that is not today's. */
function at(instant: string | null, zone: string, now: Date): string {
  if (!instant) return "an unknown time";
  const time = clock(instant, zone);
  const today = moment(now.toISOString(), zone).replace(/,? ?\d\d:\d\d$/, "");
  const full = moment(instant, zone);
  return full.startsWith(today) ? time : full;
}

/** "2 h", "3 days": as rough as one would say it. */
function length(milliseconds: number): string {
  if (milliseconds < HOUR) return `${Math.round(milliseconds / MINUTE)} min`;
  if (milliseconds < 2 * DAY) return `${Math.round(milliseconds / HOUR)} h`;
  return `${Math.floor(milliseconds / DAY)} days`;
}

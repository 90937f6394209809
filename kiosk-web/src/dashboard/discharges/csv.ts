import { wallClock } from "../format/dates";

export const columns = ["visit_number", "unit", "discharged_at", "language", "phone", "consent"] as const;

/** A file to start from: the header, and one line that shows each column's form. */
export function template(unit: string, language: string, now: Date, zone: string): string {
  const quoted = /[",\n]/.test(unit) ? `"${unit.replaceAll('"', '""')}"` : unit;
  const example = ["V-100245", quoted, wallClock(now, zone), language, "+12025550123", "yes"];
  return `${columns.join(",")}\r\n${example.join(",")}\r\n`;
}

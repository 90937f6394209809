import { describe, expect, test } from "vitest";
import type { Kiosk, KioskCondition } from "../api";
import { warningsOf } from "./warnings";

const now = new Date("2026-11-22T20:30:00Z");
const zone = "America/Chicago";

const well: KioskCondition = {
  unsent: 0,
  unsentSince: null,
  quarantined: 0,
  storagePersisted: true,
  batteryPercent: 80,
  charging: false,
  clockAheadSeconds: 3,
};

const tablet = (condition: Partial<KioskCondition> | null, more: Partial<Kiosk> = {}): Kiosk => ({
  id: "1",
  name: "Exit, left",
  unitId: "4",
  enrolledAt: "2026-11-01T10:00:00Z",
  lastContactAt: "2026-11-22T20:28:00Z",
  lockedAt: null,
  revokedAt: null,
  appVersion: "0.1.0",
  condition: condition && { ...well, ...condition },
  ...more,
});

const warnings = (condition: Partial<KioskCondition> | null, more?: Partial<Kiosk>) =>
  warningsOf(tablet(condition, more), zone, now);

describe("a tablet on the Devices page", () => {
  test("that is well is not warned of", () => {
    expect(warnings({})).toEqual([]);
    expect(warnings({ batteryPercent: null, charging: null, storagePersisted: null })).toEqual([]);
    expect(warnings(null)).toEqual([]);
  });

  test("that holds answers says how many, and since when by the hospital's clock", () => {
    expect(warnings({ unsent: 3, unsentSince: "2026-11-22T20:05:00Z" })).toEqual(["3 answers unsent since 14:05."]);
    expect(warnings({ unsent: 1, unsentSince: "2026-11-20T20:05:00Z" })).toEqual([
      "1 answer unsent since 20 Nov, 14:05.",
    ]);
  });

  test("that sends an answer this very moment is not warned of", () => {
    expect(warnings({ unsent: 1, unsentSince: "2026-11-22T20:29:00Z" })).toEqual([]);
  });

  test("that was refused answers says so", () => {
    expect(warnings({ quarantined: 2 })).toEqual(["2 answers not taken by the server and kept on the tablet."]);
  });

  test.each([
    [7200, "Its clock is 2 h ahead."],
    [-600, "Its clock is 10 min behind."],
    [-86_400 * 3, "Its clock is 3 days behind."],
  ])("whose clock is %i s off says how much", (clockAheadSeconds, says) => {
    expect(warnings({ clockAheadSeconds })).toEqual([says]);
  });

  test("that is silent says for how long", () => {
    expect(warnings({}, { lastContactAt: "2026-11-19T20:00:00Z" })).toEqual(["Not heard from for 3 days."]);
    expect(warnings({}, { lastContactAt: "2026-11-21T20:00:00Z" })).toEqual(["Not heard from for 25 h."]);
    expect(warnings(null, { lastContactAt: null })).toEqual(["Not heard from for 21 days."]);
  });

  test("that runs out of power says so, unless it is being charged", () => {
    expect(warnings({ batteryPercent: 12 })).toEqual(["Battery at 12 % and not charging."]);
    expect(warnings({ batteryPercent: 12, charging: true })).toEqual([]);
  });

  test("whose storage may be cleared says so", () => {
    expect(warnings({ storagePersisted: false })).toHaveLength(1);
  });

  test("that was revoked is nobody's care any more", () => {
    expect(warnings({ unsent: 3 }, { revokedAt: "2026-11-22T20:00:00Z", lastContactAt: null })).toEqual([]);
  });
});

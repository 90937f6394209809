import { describe, expect, test } from "vitest";
import type { Outbox } from "./outbox/outbox";
import { reportOf } from "./report";

const now = new Date("2026-11-22T20:30:00Z");

const outbox = (waiting: number, oldest: number | null) =>
  ({ status: { waiting, quarantined: 1 }, oldestWait: async () => oldest }) as unknown as Outbox;

const browser = (tells: object) => tells as Navigator;

describe("a tablet's report", () => {
  test("says how many answers wait, how long the oldest has, and how the tablet is", async () => {
    const told = browser({
      storage: { persisted: async () => true },
      getBattery: async () => ({ level: 0.374, charging: false }),
    });
    expect(await reportOf(outbox(3, 1_800), told, now)).toMatchObject({
      deviceTime: "2026-11-22T20:30:00.000Z",
      unsent: 3,
      oldestUnsentSeconds: 1_800,
      quarantined: 1,
      storagePersisted: true,
      batteryPercent: 37,
      charging: false,
    });
  });

  test("makes up nothing that the browser does not tell", async () => {
    const silent = { storagePersisted: null, batteryPercent: null, charging: null, oldestUnsentSeconds: null };
    expect(await reportOf(outbox(0, null), browser({}), now)).toMatchObject(silent);
    const failing = browser({
      storage: { persisted: () => Promise.reject(new Error("not here")) },
      getBattery: () => Promise.reject(new DOMException("no", "NotAllowedError")),
    });
    expect(await reportOf(outbox(0, null), failing, now)).toMatchObject(silent);
  });
});

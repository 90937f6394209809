import { expect, test } from "vitest";
import { IdleWatch } from "./idleWatch";

const limits = { warnAfter: 90_000, wipeAfter: 30_000 };

test("nobody is warned for ninety seconds, then the screen counts down thirty", () => {
  const watch = new IdleWatch(limits, 0);
  expect(watch.secondsLeft(89_999)).toBeNull();
  expect(watch.secondsLeft(90_000)).toBe(30);
  expect(watch.secondsLeft(119_001)).toBe(1);
  expect(watch.secondsLeft(120_000)).toBe(0);
});

test("a touch starts the time again", () => {
  const watch = new IdleWatch(limits, 0);
  watch.touched(100_000);
  expect(watch.secondsLeft(189_999)).toBeNull();
  expect(watch.secondsLeft(190_000)).toBe(30);
});

test("a tablet that slept through it all is cleared at once", () => {
  expect(new IdleWatch(limits, 0).secondsLeft(8 * 3_600_000)).toBe(0);
});

import { expect, test } from "vitest";
import { waited } from "./waited";

const raisedAt = "2026-11-22T10:00:00Z";
const after = (minutes: number) => waited({ raisedAt }, Date.parse(raisedAt) + minutes * 60_000);

test.each([
  [0.5, "just now"],
  [1, "1 min"],
  [59.9, "59 min"],
  [60, "1 h 0 min"],
  [135, "2 h 15 min"],
  [3 * 24 * 60, "3 days"],
])("after %d minutes it says %s", (minutes, says) => {
  expect(after(minutes)).toBe(says);
});

test("a clock that runs behind the server's does not count backwards", () => {
  expect(after(-3)).toBe("just now");
});

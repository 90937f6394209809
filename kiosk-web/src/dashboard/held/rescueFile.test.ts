import { expect, test } from "vitest";
import { batches, parseRescueFile } from "./rescueFile";

const file = { homeward: "held-answers", format: 1, facilityId: "f", tablet: "t", takenAt: "2026-11-22", entries: [] };

test("a file that a tablet wrote is read", () => {
  expect(parseRescueFile(JSON.stringify(file))).toMatchObject({ facilityId: "f", entries: [] });
});

test.each([
  ["no JSON", "visit_number,unit"],
  ["null", "null"],
  ["another file", '{"entries":[]}'],
  ["a later format", JSON.stringify({ ...file, format: 2 })],
])("%s is not taken for one", (_what, text) => {
  expect(parseRescueFile(text)).toBeNull();
});

test("a long file goes in batches, all of it and in order", () => {
  const all = [...Array(120).keys()];
  const parts = [...batches(all)];
  expect(parts.map((part) => part.length)).toEqual([50, 50, 20]);
  expect(parts.flat()).toEqual(all);
});

import { expect, test } from "vitest";
import { isVisitCode } from "./visitCode";

test("nothing is not a visit code", () => {
  expect(isVisitCode("")).toBe(false);
});

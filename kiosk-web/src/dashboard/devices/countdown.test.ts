import { expect, it } from "vitest";
import { left } from "./countdown";

it("counts down to nothing, and says when that is", () => {
  const now = new Date("2026-11-22T10:00:00Z");
  expect(left("2026-11-22T10:15:00Z", now)).toBe("15:00");
  expect(left("2026-11-22T10:00:09.2Z", now)).toBe("0:10");
  expect(left("2026-11-22T10:00:00Z", now)).toBeNull();
});

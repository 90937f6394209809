import { describe, expect, it } from "vitest";
import { Problem } from "../api";
import { told } from "./problems";

describe("a problem told to staff", () => {
  it("says how long to wait after too many attempts", () => {
    const problem = new Problem(429, "too-many-attempts", "Too many attempts", null, [], 240);
    expect(told(problem).next).toBe("Wait 4 minutes, then try again.");
  });

  it("never repeats a phone number that the server might have echoed", () => {
    const problem = new Problem(422, "phone-invalid", "Phone invalid", "+1202 is not a number");
    expect(told(problem).what).not.toContain("1202");
  });

  it("uses the server's detail for a code this page does not know", () => {
    const problem = new Problem(422, "baseline-too-short", "Baseline refused", "Eleven weeks are closed; it takes 12.");
    expect(told(problem).what).toBe("Eleven weeks are closed; it takes 12.");
  });

  it("does not show a proxy's or a crash's wording", () => {
    expect(told(new Problem(502, "http-502", "Bad gateway", null)).what).toBe("The server could not do this just now.");
  });
});

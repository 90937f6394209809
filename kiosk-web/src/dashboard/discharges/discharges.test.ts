import { describe, expect, it } from "vitest";
import { template } from "./csv";
import { nextStandings } from "./standing";

describe("a standing", () => {
  it("can be undone, and is undone before it becomes another", () => {
    expect(nextStandings("active")).toEqual(["died", "readmitted", "excluded", "cancelled"]);
    expect(nextStandings("died")).toEqual(["active"]);
  });
});

describe("the CSV template", () => {
  it("quotes a unit whose name needs it and uses the facility's clock", () => {
    const text = template('Ward 4, "East"', "en", new Date("2026-11-22T03:30:00Z"), "America/New_York");
    expect(text).toBe(
      "visit_number,unit,discharged_at,language,phone,consent\r\n" +
        'V-100245,"Ward 4, ""East""",2026-11-21T22:30,en,+12025550123,yes\r\n',
    );
  });
});

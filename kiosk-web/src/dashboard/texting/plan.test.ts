import { describe, expect, it } from "vitest";
import type { OutreachPlan } from "../api";
import { example, followup, halfHours } from "./plan";

const usual: OutreachPlan = {
  edition: 0,
  setBy: null,
  setAt: null,
  followups: [followup(2)],
  opens: "09:00",
  closes: "20:00",
  preferred: "10:00",
  reminders: 1,
  remindAfterHours: 24,
  dailyCap: 1,
  weeklyCap: 3,
};

const told = (plan: OutreachPlan) => example(plan).map(({ day, time, what }) => `${day} ${time} ${what.slice(0, 12)}`);

describe("the example of a plan", () => {
  it("shows question, reminder and end in their order", () => {
    expect(told(usual)).toEqual(["2 10:00 The first qu", "3 10:00 A reminder, ", "9 10:00 The question"]);
  });

  it("moves a reminder that would come at night to the morning", () => {
    expect(told({ ...usual, remindAfterHours: 12 })[1]).toBe("3 09:00 A reminder, ");
  });

  it("mixes the follow-ups by day", () => {
    expect(told({ ...usual, reminders: 0, followups: [followup(30), followup(2)] })).toEqual([
      "2 10:00 The first qu",
      "9 10:00 The question",
      "30 10:00 The first qu",
      "44 10:00 The question",
    ]);
  });

  it("offers no hour outside the law's", () => {
    expect([halfHours[0], halfHours.at(-1)]).toEqual(["08:00", "21:00"]);
  });
});

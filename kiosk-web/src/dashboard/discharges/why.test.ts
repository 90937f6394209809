import { describe, expect, it } from "vitest";
import type { Outlook } from "../api";
import { reason, rule, told, towards } from "./why";

type Entry = Outlook["trail"][number];

const entry = (part: Partial<Entry>): Entry => ({
  touchpoint: "day-2",
  at: "2026-11-24T15:00:00Z",
  subject: "conversation",
  purpose: null,
  event: "planned",
  because: null,
  until: null,
  errorCode: null,
  ...part,
});

describe("why a text went or did not go", () => {
  it("is told in words, with the rule that held it", () => {
    const held = entry({ event: "held", because: "daily-cap" });
    expect(told(held)).toBe("The first question waits");
    expect(reason(held)).toBe("the number has had its texts of the day");
    const withheld = entry({ subject: "text", purpose: "reminder", event: "withheld", because: "discharge-died" });
    expect(`${told(withheld)}: ${reason(withheld)}`).toBe("The reminder was not sent: the patient has died");
  });

  it("names the open question, and takes what the patient wrote for no reason", () => {
    const open = entry({ event: "asking", because: "next-steps" });
    expect([told(open), reason(open)]).toEqual(["The question about next steps is open", null]);
    const reply = entry({ subject: "reply", event: "heard", because: "unclear" });
    expect([told(reply), reason(reply)]).toEqual(["The patient wrote: unclear", null]);
  });

  it("says what its later time is", () => {
    const kinds = [entry({}), entry({ event: "asking" }), entry({ event: "held" })];
    expect(kinds.map(towards)).toEqual(["for", "with a reminder", "until"]);
  });

  it("shows a rule that it does not know as it is", () => {
    expect(rule("new-rule")).toBe("new rule");
  });
});

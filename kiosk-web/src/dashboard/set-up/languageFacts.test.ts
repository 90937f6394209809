import { describe, expect, test } from "vitest";
import type { Language } from "../api";
import { reviewed, spoken } from "./languageFacts";

const tagalog: Language = {
  language: "tl",
  name: "Tagalog",
  direction: "ltr",
  review: "draft",
  decidedBy: null,
  decidedAt: null,
};

describe("what an administrator is told of a language", () => {
  test("a draft is called one", () => {
    expect(reviewed(tagalog)).toContain("nobody has reviewed");
    expect(reviewed({ ...tagalog, review: "unreviewed" })).toContain("nobody else has reviewed");
    expect(reviewed({ ...tagalog, review: "reviewed" })).toBe("Reviewed.");
  });

  test("a language without audio has no voice, whether or not it is listed", () => {
    expect(spoken(tagalog, {})).toContain("No voice");
    expect(spoken(tagalog, { tl: { voice: null, recorded: 0, synthesised: 0 } })).toContain("No voice");
  });

  test("recordings and a computer's voice are told apart", () => {
    expect(spoken(tagalog, { tl: { voice: null, recorded: 60, synthesised: 0 } })).toContain("recordings");
    expect(spoken(tagalog, { tl: { voice: "x", recorded: 2, synthesised: 58 } })).toContain("computer");
  });
});

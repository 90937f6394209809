import { describe, expect, it } from "vitest";
import type { Series, Signal } from "../api";
import { byChance, headlines } from "./headlines";

const facility = { facility: { id: "f", name: "Riverside", zone: "America/New_York", demonstration: false } };

function series(unit: string | null, signals: Signal[]): Series {
  return {
    unit: unit ? { id: unit, name: unit } : null,
    item: "diagnosis",
    touchpoint: "at-discharge",
    channel: "kiosk",
    language: null,
    baseline: { id: "b", from: "", to: "", frozenAt: "", reason: "", centre: 0.8, n: 900, trial: false },
    limits: { kind: "p", why: "" },
    points: [
      {
        period: "W1",
        from: "2026-11-02",
        to: "2026-11-08",
        n: 40,
        yes: 30,
        partly: 5,
        no: 5,
        rate: 0.75,
        low: 0.6,
        high: 0.86,
        lower: 0.6,
        upper: 0.95,
        partial: false,
        inBaseline: false,
        suppressed: false,
        signals: [],
      },
    ],
    signals,
  };
}

const signal = (direction: Signal["direction"], sentence: string): Signal => ({
  rule: "run",
  direction,
  sentence,
  periods: ["W1"],
});

describe("the first screen's sentences", () => {
  it("tell concerns before improvements, and name the place", () => {
    const told = headlines(
      [
        series(null, [signal("improvement", "More patients know their diagnosis since 3 Aug")]),
        series("Ward 4", [signal("deterioration", "Ward 4: fewer patients know what comes next since 12 May")]),
      ],
      facility,
    );
    expect(told.map(({ kind, sentence }) => [kind, sentence])).toEqual([
      ["concern", "Ward 4: fewer patients know what comes next since 12 May"],
      ["improvement", "Riverside: more patients know their diagnosis since 3 Aug"],
    ]);
  });

  it("say one thing of a series: what rests on most points", () => {
    const run = { ...signal("deterioration", "Ward 4: fewer since 12 May"), periods: ["W0", "W1"] };
    const told = headlines([series("Ward 4", [signal("deterioration", "Ward 4: fewer this week"), run])], facility);
    expect(told.map(({ sentence }) => sentence)).toEqual(["Ward 4: fewer since 12 May"]);
  });

  it("say how many signals chance alone would show", () => {
    expect(byChance(Array.from({ length: 36 }, () => series("Ward 4", [])))).toContain("about 3 would still show");
    expect(byChance([series(null, [])])).toContain("1 series is judged");
    expect(byChance([])).toBe("");
  });
});

import { describe, expect, it } from "vitest";
import type { Point, Series } from "../api";
import { changesFor, dayDomain, kindOf, layOut, middle } from "./control";
import { placeLabels, rowsOfFlags, thinOut } from "./labels";
import { brokenLine, stepLine } from "./path";
import { linear, rateDomain, rateTicks } from "./scale";

function point(from: string, to: string, told: Partial<Point> = {}): Point {
  return {
    period: from,
    from,
    to,
    n: 40,
    yes: 32,
    partly: 6,
    no: 2,
    rate: 0.8,
    low: 0.65,
    high: 0.9,
    lower: 0.62,
    upper: 0.98,
    partial: false,
    inBaseline: false,
    suppressed: false,
    signals: [],
    ...told,
  };
}

const weeks = [
  point("2026-10-19", "2026-10-25"),
  point("2026-10-26", "2026-11-01", { rate: 0.5 }),
  point("2026-11-09", "2026-11-15"),
  point("2026-11-16", "2026-11-22", { partial: true, lower: null, upper: null, rate: 0.9 }),
];

const series: Series = {
  unit: { id: "u4", name: "Ward 4" },
  item: "next-steps",
  touchpoint: "at-discharge",
  channel: "kiosk",
  language: null,
  baseline: {
    id: "b",
    from: "2026-10-19",
    to: "2026-11-01",
    frozenAt: "2026-11-02T09:00:00Z",
    reason: "first",
    centre: 0.8,
    n: 80,
    trial: true,
  },
  limits: { kind: "p", why: "" },
  points: weeks,
  signals: [
    { rule: "run", direction: "improvement", sentence: "", periods: ["2026-10-19", "2026-10-26"] },
    { rule: "outside-limits", direction: "deterioration", sentence: "", periods: ["2026-10-26"] },
    { rule: "crossings", direction: "improvement", sentence: "", periods: ["2026-11-09"] },
  ],
};

const x = linear(dayDomain([series]), [0, 350]);
const y = linear([0, 1], [100, 0]);

describe("scales", () => {
  it("map ends to ends, and a domain without width to the middle", () => {
    expect(linear([0, 10], [100, 0])(2.5)).toBe(75);
    expect(linear([3, 3], [0, 50])(3)).toBe(25);
  });

  it("one scale reaches from the tenth below the lowest value to 1", () => {
    expect(rateDomain([0.83, null, 0.57])).toEqual([0.5, 1]);
    expect(rateDomain([0.5])).toEqual([0.4, 1]);
    expect(rateDomain([0.01])).toEqual([0, 1]);
  });

  it("one scale never magnifies small differences near 1", () => {
    expect(rateDomain([0.97, 0.99])).toEqual([0.7, 1]);
    expect(rateDomain([])).toEqual([0.7, 1]);
  });

  it("ticks are tenths, or fifths where tenths would crowd", () => {
    expect(rateTicks([0.6, 1])).toEqual([0.6, 0.7, 0.8, 0.9, 1]);
    expect(rateTicks([0, 1])).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
    expect(rateTicks([0.3, 1])).toEqual([0.4, 0.6, 0.8, 1]);
  });
});

describe("paths", () => {
  it("break where there is nothing to draw", () => {
    const places = [{ x: 0, y: 1 }, { x: 1, y: 2 }, null, { x: 3, y: 3 }, null, { x: 5, y: 1 }, { x: 6.04, y: 1 }];
    expect(brokenLine(places)).toBe("M0 1L1 2M5 1L6 1");
  });

  it("step around each point, since limits follow its n", () => {
    expect(stepLine([{ x: 5, y: 1 }, { x: 15, y: 2 }, null, { x: 35, y: 3 }], 10)).toBe(
      "M0 1L10 1L10 2L20 2M30 3L40 3",
    );
  });

  it("are empty when there is nothing", () => {
    expect(brokenLine([])).toBe("");
    expect(stepLine([null], 4)).toBe("");
  });
});

describe("labels", () => {
  it("stay at their lines where there is room", () => {
    expect(
      placeLabels(
        [
          { text: "upper", at: 10 },
          { text: "centre", at: 60 },
        ],
        14,
        0,
        100,
      ).map((l) => l.y),
    ).toEqual([10, 60]);
  });

  it("move apart, in the order of their lines, and stay inside", () => {
    const placed = placeLabels(
      [
        { text: "centre", at: 96 },
        { text: "lower", at: 99 },
        { text: "upper", at: 94 },
      ],
      14,
      0,
      100,
    );
    expect(placed.map(({ text, y: at }) => [text, at])).toEqual([
      ["upper", 72],
      ["centre", 86],
      ["lower", 100],
    ]);
  });

  it("of ticks are thinned from the latest backwards", () => {
    expect(thinOut([0, 10, 20, 30, 40], 25)).toEqual([1, 4]);
    expect(thinOut([], 25)).toEqual([]);
  });

  it("of changes close together take another row", () => {
    expect(
      rowsOfFlags([
        { x: 0, width: 50 },
        { x: 30, width: 50 },
        { x: 60, width: 20 },
      ]),
    ).toEqual([0, 1, 0]);
  });
});

describe("a control chart", () => {
  const chart = layOut(series, x, y);

  it("places each point in the middle of its period", () => {
    expect(chart.marks[0]?.x).toBeCloseTo(35);
    expect(middle({ from: "2026-10-19", to: "2026-10-25" }) * 2).toBe(2 * 20745 + 7);
  });

  it("draws an empty period as a gap, in the line and in the limits", () => {
    expect(chart.line.map((place) => place !== null)).toEqual([true, true, false, true]);
    expect(chart.lower.map((place) => place !== null)).toEqual([true, true, false, true]);
  });

  it("ties the partial point to the last closed one, outside the line", () => {
    expect(chart.connector[0]?.x).toBe(chart.marks[2]?.x);
    expect(chart.connector[1]?.x).toBe(chart.marks[3]?.x);
    expect(chart.line).toHaveLength(4);
  });

  it("shades the baseline from its first day to its last", () => {
    expect(chart.baseline).toEqual({ x0: 0, x1: 140 });
    expect(chart.centre).toBeCloseTo(20);
  });

  it("leaves out a limit that is below the scale", () => {
    expect(layOut(series, x, y, 0.7).lower.filter(Boolean)).toEqual([]);
    expect(layOut(series, x, y, 0.7).upper.filter(Boolean)).toHaveLength(3);
  });

  it("marks a suppressed point without a place", () => {
    const hidden = layOut({ ...series, points: [point("2026-11-02", "2026-11-08", { rate: null, n: 4 })] }, x, y);
    expect(hidden.marks[0]?.y).toBeNull();
  });

  it("has neither baseline nor limits before one is frozen", () => {
    const bare = layOut({ ...series, baseline: null, points: [] }, x, y);
    expect(bare).toMatchObject({ baseline: null, centre: null, connector: [], marks: [], step: 0 });
  });
});

describe("the kind of a point", () => {
  it("is that of the limit it broke before that of a run", () => {
    expect(weeks.map((week) => kindOf(week, series))).toEqual(["improvement", "concern", "common", "common"]);
  });
});

describe("changes on a chart", () => {
  const all = [
    { id: "2", on: "2026-06-01", description: "ward", unitIds: ["u4"] },
    { id: "1", on: "2026-05-12", description: "house", unitIds: [] },
    { id: "3", on: "2026-07-01", description: "other", unitIds: ["u5"] },
  ];

  it("are the unit's own and the whole facility's, in their order", () => {
    expect(changesFor(all, "u4").map((change) => change.id)).toEqual(["1", "2"]);
    expect(changesFor(all, null).map((change) => change.id)).toEqual(["1", "2", "3"]);
  });
});

import { describe, expect, it } from "vitest";
import type { Point, Series } from "../api";
import { ago, instantOf, periodName, today, wallClock } from "./dates";
import { between, percent, plural } from "./numbers";
import {
  baselineStatement,
  explain,
  limitsStatement,
  placed,
  plainStatement,
  recentSignals,
  running,
  soFar,
} from "./sentences";

const plain = (text: string) => text.replaceAll("\u00a0", " ");

function week(index: number, told: Partial<Point> = {}): Point {
  const monday = new Date(Date.UTC(2026, 6, 6 + index * 7));
  const sunday = new Date(monday.getTime() + 6 * 86_400_000);
  return {
    period: `W${index}`,
    from: monday.toISOString().slice(0, 10),
    to: sunday.toISOString().slice(0, 10),
    n: 57,
    yes: 46,
    partly: 8,
    no: 3,
    rate: 0.807,
    low: 0.686,
    high: 0.889,
    lower: 0.65,
    upper: 0.95,
    partial: false,
    inBaseline: false,
    suppressed: false,
    signals: [],
    ...told,
  };
}

const series: Series = {
  unit: { id: "u4", name: "Ward 4" },
  item: "next-steps",
  touchpoint: "at-discharge",
  channel: "kiosk",
  language: null,
  baseline: null,
  limits: { kind: "none", why: "no baseline" },
  points: [...Array(12).keys()].map((index) => week(index)).concat(week(12, { partial: true, n: 3, rate: null })),
  signals: [],
};

describe("numbers", () => {
  it("never round a rate into all or none", () => {
    expect([1, 0.998, 0.814, 0.002, 0].map((rate) => plain(percent(rate)))).toEqual([
      "100 %",
      ">99 %",
      "81 %",
      "<1 %",
      "0 %",
    ]);
  });

  it("say an interval and of how many", () => {
    expect(plain(between(0.782, 0.849))).toBe("78–85 %");
    expect(plain(plural(1, "answer"))).toBe("1 answer");
    expect(plain(plural(1204, "answer"))).toBe("1,204 answers");
  });
});

describe("dates", () => {
  it("name periods briefly", () => {
    expect(periodName("week", "2026-10-12", "2026-10-18")).toBe("12–18 Oct");
    expect(periodName("week", "2026-09-28", "2026-10-04")).toBe("28 Sept – 4 Oct");
    expect(periodName("month", "2026-10-01", "2026-10-31")).toBe("October 2026");
    expect(periodName("day", "2026-10-12", "2026-10-12")).toBe("Mon 12 Oct");
  });

  it("are the facility's, not the reader's", () => {
    const instant = new Date("2026-11-22T03:30:00Z");
    expect(today(instant, "America/New_York")).toBe("2026-11-21");
    expect(wallClock(instant, "America/New_York")).toBe("2026-11-21T22:30");
    expect(wallClock(instant, "Australia/Sydney")).toBe("2026-11-22T14:30");
  });

  it.each([
    ["2026-11-21T22:30", "America/New_York", "2026-11-22T03:30:00.000Z"],
    ["2026-11-01T01:30", "America/New_York", "2026-11-01T05:30:00.000Z"],
    ["2026-03-08T03:30", "America/New_York", "2026-03-08T07:30:00.000Z"],
    ["2026-10-04T03:00", "Australia/Sydney", "2026-10-03T16:00:00.000Z"],
    ["2026-11-22T00:00", "Asia/Kathmandu", "2026-11-21T18:15:00.000Z"],
  ])("%s in %s is %s, the earlier where the clock shows it twice", (local, zone, instant) => {
    expect(instantOf(local, zone)?.toISOString()).toBe(instant);
  });

  it("tell a time that the clock skips, or none at all", () => {
    expect(instantOf("2026-03-08T02:30", "America/New_York")).toBeNull();
    expect(instantOf("", "America/New_York")).toBeNull();
  });

  it("say how long ago", () => {
    const now = new Date("2026-11-22T12:00:00Z");
    expect(ago("2026-11-22T11:59:40Z", now)).toBe("just now");
    expect(ago("2026-11-22T11:18:00Z", now)).toBe("42 min ago");
    expect(ago("2026-11-21T12:00:00Z", now)).toBe("24 h ago");
    expect(ago("2026-11-12T12:00:00Z", now)).toBe("10 days ago");
  });
});

describe("sentences", () => {
  it("state the latest closed value when there is no signal", () => {
    expect(plain(plainStatement(series, "Ward 4", "week"))).toBe(
      "Ward 4: 81 % of 57 patients reported that they knew what is next, 21–27 Sept.",
    );
  });

  it("say that a number is too small, or that there is none yet", () => {
    const few = { ...series, points: [week(0, { n: 4, rate: null, low: null, high: null, suppressed: true })] };
    expect(plainStatement(few, "Ward 4", "week")).toBe("Ward 4: too few answers (4) to show a rate for 6–12 Jul.");
    expect(plainStatement({ ...series, points: [] }, "Ward 4", "week")).toBe("Ward 4: no answers yet.");
    expect(plainStatement({ ...series, points: [week(0, { partial: true })] }, "Ward 4", "week")).toContain(
      "57 so far",
    );
  });

  it("put the place before a sentence that does not name it", () => {
    expect(placed("Ward 4: fewer patients know what comes next", "Ward 4")).toBe(
      "Ward 4: fewer patients know what comes next",
    );
    expect(placed("Fewer patients know what comes next", "Ward 4")).toBe("Ward 4: fewer patients know what comes next");
  });

  it("speak of the partial period apart", () => {
    expect(soFar(week(3, { partial: true }), "week")).toMatchObject({ lead: "This week so far:", n: 57 });
    expect(soFar(week(3, { n: 4, rate: null }), "day")).toMatchObject({ n: 4, rate: "too few to show a rate" });
    expect(soFar(null, "month")).toEqual({ lead: "This month so far:", n: 0, rate: "" });
  });

  it("explain a point in plain words", () => {
    expect(plain(explain(week(2), series, "week"))).toBe(
      "20–26 Jul: 46 of 57 patients said they knew what is next, 81 % (95 % interval 69–89 %). Partly: 8, no: 3. " +
        "Within what chance alone gives (65–95 %).",
    );
    expect(plain(explain(week(2, { rate: 0.6, inBaseline: true }), series, "week"))).toContain(
      "Outside what chance alone gives (65–95 %). Part of the baseline.",
    );
    expect(plain(explain(week(2, { rate: null, n: 3, partial: true }), series, "week"))).toBe(
      "20–26 Jul: 3 answers, too few to show a rate. Not closed yet: answers are still coming in.",
    );
  });

  it("say which pattern a point within the limits belongs to", () => {
    expect(explain(week(2, { signals: ["run"] }), series, "week")).toContain(
      "It is part of a long run on one side of the centre line.",
    );
  });

  it("count as running the period that holds today, even when an earlier one is still open", () => {
    expect(running(series, "2026-09-30")?.n).toBe(3);
    expect(running(series, "2026-10-05")).toBeNull();
  });

  it("speak on the first screen only of signals that touch the last eight closed points", () => {
    const signal = (periods: string[]) => ({ rule: "run", direction: "improvement" as const, sentence: "", periods });
    const told = { ...series, signals: [signal(["W1", "W2", "W3"]), signal(["W3", "W4"]), signal(["W12"])] };
    expect(recentSignals(told)).toEqual([told.signals[1]]);
  });

  it("say what a baseline needs, and when its limits are a trial", () => {
    expect(baselineStatement({ ...series, points: series.points.slice(0, 5) }, "week")).toBe(
      "No baseline yet. It takes 12 closed weeks; there are 5.",
    );
    const baseline = {
      id: "b",
      from: "2026-07-06",
      to: "2026-09-27",
      frozenAt: "2026-09-28T08:00:00Z",
      reason: "start",
      centre: 0.8,
      n: 684,
      trial: true,
    };
    expect(plain(baselineStatement({ ...series, baseline }, "week"))).toBe(
      "Baseline 6 Jul – 27 Sept, centre 80 %, 684 answers; trial limits until it has 24 points.",
    );
    expect(
      limitsStatement({ ...series, baseline, limits: { kind: "p-prime", why: "More spread than chance gives." } }),
    ).toBe("Laney p′ chart: more spread than chance gives.");
  });
});

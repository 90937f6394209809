import { describe, expect, it } from "vitest";
import { dischargesAt, overviewAt, parse, seriesAt, slipAt } from "./route";

const facility = "018f3c5e-7a10-7c3b-9f21-3b1f5a6c7d8e";
const unit = "018f3c5e-7a10-7c3b-9f21-000000000004";

describe("the address", () => {
  it("opens the overview of discharge answers by week when it says nothing", () => {
    expect(parse("")).toMatchObject({
      page: "overview",
      facility: null,
      view: { touchpoint: "at-discharge", channel: "kiosk", period: "week", unit: null, item: "all-three" },
    });
  });

  it("carries the filters of a series, so that a view can be shared", () => {
    const view = { touchpoint: "day-2", channel: "sms", period: "month", unit, item: "next-steps" } as const;
    expect(parse(seriesAt(facility, view))).toMatchObject({ page: "series", facility, view });
  });

  it("leaves out what is the default", () => {
    expect(overviewAt(facility, { touchpoint: "at-discharge", channel: "kiosk", period: "week" })).toBe(
      `#/${facility}/overview`,
    );
  });

  it("takes nothing but known values and UUIDs", () => {
    const route = parse("#/not-a-uuid/series?touchpoint=day-9&unit=Ward%204&item=pain&period=hour");
    expect(route.facility).toBeNull();
    expect(route.view).toEqual({
      touchpoint: "at-discharge",
      channel: "kiosk",
      period: "week",
      unit: null,
      item: "all-three",
    });
  });

  it("names a slip and a day of discharges", () => {
    expect(parse(slipAt(facility, unit))).toMatchObject({ page: "slip", id: unit });
    expect(parse(dischargesAt(facility, "2026-11-20"))).toMatchObject({ page: "discharges", day: "2026-11-20" });
  });
});

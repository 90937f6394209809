import { describe, expect, test } from "vitest";
import { secondTouchWithin, swipeOf, Touches } from "./touches";

describe("a choice that was touched", () => {
  test("is selected by the first touch and chosen by the second, however much later", () => {
    const touches = new Touches<string>();
    expect(touches.touch("yes", null, 0)).toEqual({ type: "select", choice: "yes" });
    expect(touches.touch("yes", "yes", 60_000)).toEqual({ type: "confirm", choice: "yes" });
  });

  test("gives way to another that is touched after it", () => {
    const touches = new Touches<string>();
    touches.touch("yes", null, 0);
    expect(touches.touch("no", "yes", 100)).toEqual({ type: "select", choice: "no" });
    expect(touches.touch("no", "no", 200)).toEqual({ type: "confirm", choice: "no" });
  });

  test("is not chosen by one touch beside it, but by two quick ones", () => {
    const touches = new Touches<string>();
    touches.touch("yes", null, 0);
    expect(touches.touch(null, "yes", 1_000)).toEqual({ type: "wait" });
    expect(touches.touch(null, "yes", 1_000 + secondTouchWithin)).toEqual({ type: "confirm", choice: "yes" });
  });
});

describe("a choice that was only heard", () => {
  const heard = () => {
    const touches = new Touches<string>();
    touches.heard();
    return touches;
  };

  test("is chosen by two quick touches, also when they fall on another", () => {
    const touches = heard();
    expect(touches.touch("no", "yes", 0)).toEqual({ type: "wait" });
    expect(touches.touch("no", "yes", 200)).toEqual({ type: "confirm", choice: "yes" });
  });

  test("is not chosen by one touch, even right on it", () => {
    const touches = heard();
    expect(touches.touch("yes", "yes", 0)).toEqual({ type: "wait" });
    expect(touches.waited()).toBe("yes");
    expect(touches.touch("yes", "yes", 5_000)).toEqual({ type: "confirm", choice: "yes" });
  });

  test("gives way to the one under a single touch", () => {
    const touches = heard();
    touches.touch("no", "yes", 0);
    expect(touches.waited()).toBe("no");
    expect(touches.touch("no", "no", 3_000)).toEqual({ type: "confirm", choice: "no" });
  });
});

test("a second touch that a busy tablet hands on late still is the second", () => {
  const touches = new Touches<string>();
  touches.heard();
  touches.touch("no", "yes", 0);
  expect(touches.waited()).toBe("no");
  expect(touches.touch("no", "no", 200)).toEqual({ type: "confirm", choice: "yes" });
});

test("two touches far apart in time are two first touches", () => {
  const touches = new Touches<string>();
  touches.touch(null, "yes", 0);
  touches.waited();
  expect(touches.touch(null, "yes", secondTouchWithin * 2)).toEqual({ type: "wait" });
});

test("two quick touches on an empty screen choose nothing", () => {
  const touches = new Touches<string>();
  touches.touch(null, null, 0);
  expect(touches.touch(null, null, 100)).toEqual({ type: "wait" });
});

test("a finger that trembles has not swiped", () => {
  expect(swipeOf({ x: 12, y: -20 })).toBeNull();
  expect(swipeOf({ x: -90, y: 30 })).toBe("left");
  expect(swipeOf({ x: 80, y: 30 })).toBe("right");
  expect(swipeOf({ x: 10, y: 120 })).toBe("down");
  expect(swipeOf({ x: 10, y: -120 })).toBe("up");
});

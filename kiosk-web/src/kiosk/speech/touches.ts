/** The second of two touches comes within so long, in milliseconds; longer than a phone's, for slow hands. */
export const secondTouchWithin = 600;
/** A finger that moves further than this, in CSS pixels, has swiped. */
const swipeFrom = 40;

export type Swipe = "left" | "right" | "up" | "down";

export interface Movement {
  x: number;
  y: number;
}

/** Null for a touch that stayed in its place. */
export function swipeOf({ x, y }: Movement): Swipe | null {
  if (Math.max(Math.abs(x), Math.abs(y)) < swipeFrom) return null;
  if (Math.abs(x) >= Math.abs(y)) return x > 0 ? "right" : "left";
  return y > 0 ? "down" : "up";
}

/** What a touch comes to while the kiosk is read aloud. */
export type Meaning<C> = { type: "select"; choice: C } | { type: "confirm"; choice: C } | { type: "wait" };

/**
 * Nothing is chosen by one touch. A choice that was touched is chosen by touching it again, however much later. A choice
 * that was only heard is chosen by two quick touches anywhere, so that nobody has to find it; until the second could have
 * come, the first one waits, and then counts as a touch of whatever lies under it. Times are those of the touches
 * themselves: a busy tablet may hand the second one on after the wait is over, and it still is the second.
 */
export class Touches<C> {
  #touched: C | null = null;
  #first: { at: number; on: C | null; selected: C | null } | null = null;

  /** A choice was reached without touching it: by a swipe, a key or because it was read out. */
  heard(): void {
    this.#touched = null;
  }

  touch(on: C | null, selected: C | null, at: number): Meaning<C> {
    const first = this.#first;
    this.#first = null;
    if (first !== null && first.selected !== null && at - first.at <= secondTouchWithin) {
      return { type: "confirm", choice: first.selected };
    }
    if (on !== null && on === selected && on === this.#touched) return { type: "confirm", choice: on };
    if (on === null || (selected !== null && this.#touched === null)) {
      this.#first = { at, on, selected };
      return { type: "wait" };
    }
    this.#touched = on;
    return { type: "select", choice: on };
  }

  /** No second touch came in time: what the first one was on, if it was on anything. */
  waited(): C | null {
    const on = this.#first?.on ?? null;
    if (on !== null) this.#touched = on;
    return on;
  }
}

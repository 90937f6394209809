import type { Timings } from "./timings";

/**
 * How long nobody has touched the tablet. It is told the time at every tick and counts none itself, so a tablet that slept
 * with someone's answers on its screen clears them with its first tick awake.
 */
export class IdleWatch {
  readonly #limits: Pick<Timings, "warnAfter" | "wipeAfter">;
  #touchedAt: number;

  constructor(limits: Pick<Timings, "warnAfter" | "wipeAfter">, now: number) {
    this.#limits = limits;
    this.#touchedAt = now;
  }

  touched(now: number): void {
    this.#touchedAt = now;
  }

  /** Null while there is no need to warn; 0 when it is time to clear the screen. */
  secondsLeft(now: number): number | null {
    const { warnAfter, wipeAfter } = this.#limits;
    const idle = now - this.#touchedAt;
    if (idle < warnAfter) return null;
    return Math.max(0, Math.ceil((warnAfter + wipeAfter - idle) / 1000));
  }
}

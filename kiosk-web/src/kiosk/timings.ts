/** In milliseconds. */
export interface Timings {
  /** Untouched for so long, the tablet asks whether anyone is there; */
  warnAfter: number;
  /** and so much later it clears itself. */
  wipeAfter: number;
  thanksFor: number;
  lookUpFor: number;
  /** A new question takes no touch for so long: the second tap of a trembling hand was meant for the last one. */
  settleFor: number;
  refreshEvery: number;
}

export const timings: Timings = {
  warnAfter: 90_000,
  wipeAfter: 30_000,
  thanksFor: 10_000,
  lookUpFor: 4_000,
  settleFor: 350,
  refreshEvery: 5 * 60_000,
};

/** A straight mapping from [d0, d1] to [r0, r1]. A domain without width lands in the middle. */
export type Scale = (value: number) => number;

export function linear([d0, d1]: readonly [number, number], [r0, r1]: readonly [number, number]): Scale {
  if (d1 === d0) return () => (r0 + r1) / 2;
  return (value) => r0 + ((value - d0) / (d1 - d0)) * (r1 - r0);
}

/** Every rate of the page on one scale: up to 1, down to the tenth below the lowest value, at least 0.3 tall. */
export function rateDomain(values: Iterable<number | null>): [number, number] {
  let lowest = 1;
  for (const value of values) if (value !== null && value < lowest) lowest = value;
  const floor = Math.floor(Math.max(0, lowest - 0.02) * 10) / 10;
  return [Math.min(floor, 0.7), 1];
}

/** Ticks at every tenth, or every fifth where tenths would crowd. */
export function rateTicks([low, high]: readonly [number, number]): number[] {
  const step = high - low > 0.5 ? 0.2 : 0.1;
  const ticks: number[] = [];
  for (let tenth = Math.ceil(Math.round(low * 100) / 10); tenth <= Math.round(high * 10); tenth++) {
    if (Math.round((10 - tenth) % (step * 10)) === 0) ticks.push(tenth / 10);
  }
  return ticks;
}

const NO_BREAK = "\u00a0";
const counts = new Intl.NumberFormat("en-GB");

export const count = (value: number) => counts.format(value);

/** 0.8149 as "81 %". A rate short of all or above none never rounds into 100 % or 0 %. */
export function percent(rate: number): string {
  const whole = Math.round(rate * 100);
  if (whole === 100 && rate < 1) return `>99${NO_BREAK}%`;
  if (whole === 0 && rate > 0) return `<1${NO_BREAK}%`;
  return `${whole}${NO_BREAK}%`;
}

/** An interval as "78–85 %". */
export const between = (low: number, high: number) => `${Math.round(low * 100)}–${Math.round(high * 100)}${NO_BREAK}%`;

export const plural = (value: number, one: string, many = `${one}s`) =>
  `${count(value)}${NO_BREAK}${value === 1 ? one : many}`;

/** A place on the drawing; null where there is nothing to draw and the line must break. */
export type Place = { x: number; y: number } | null;

const round = (value: number) => Math.round(value * 10) / 10;

/** Straight lines through the places, broken at each null. A place alone between nulls draws nothing. */
export function brokenLine(places: readonly Place[]): string {
  return runs(places)
    .filter((run) => run.length > 1)
    .map((run) => run.map(({ x, y }, index) => `${index ? "L" : "M"}${round(x)} ${round(y)}`).join(""))
    .join("");
}

/** A line of steps, each place holding its value for `width` around it: limits, which change from point to point. */
export function stepLine(places: readonly Place[], width: number): string {
  const half = width / 2;
  return runs(places)
    .map((run) =>
      run
        .map(({ x, y }, index) => `${index ? "L" : "M"}${round(x - half)} ${round(y)}L${round(x + half)} ${round(y)}`)
        .join(""),
    )
    .join("");
}

function runs(places: readonly Place[]): { x: number; y: number }[][] {
  const found: { x: number; y: number }[][] = [];
  let open: { x: number; y: number }[] | null = null;
  for (const place of places) {
    if (!place) open = null;
    else if (open) open.push(place);
    else {
      open = [place];
      found.push(open);
    }
  }
  return found;
}

export interface Label {
  text: string;
  at: number;
}

export interface Placed extends Label {
  y: number;
}

/**
 * Labels beside the ends of lines: each as near to its line as it can be, `apart` from the next, within [top, bottom].
 * They keep the order of their lines. With more labels than room they overlap at the bottom rather than leave the drawing.
 */
export function placeLabels(labels: readonly Label[], apart: number, top: number, bottom: number): Placed[] {
  const placed = labels
    .map((label) => ({ ...label, y: Math.min(Math.max(label.at, top), bottom) }))
    .sort((a, b) => a.at - b.at);
  for (let index = 1; index < placed.length; index++) {
    const above = placed[index - 1] as Placed;
    const here = placed[index] as Placed;
    here.y = Math.max(here.y, above.y + apart);
  }
  let limit = bottom;
  for (const here of [...placed].reverse()) {
    here.y = Math.max(top, Math.min(here.y, limit));
    limit = here.y - apart;
  }
  return placed;
}

/** Which of the evenly wished ticks to show so that labels of `width` do not touch. The last is always among them. */
export function thinOut(places: readonly number[], width: number): number[] {
  const kept: number[] = [];
  let limit = Number.POSITIVE_INFINITY;
  for (let index = places.length - 1; index >= 0; index--) {
    const place = places[index] as number;
    if (place <= limit) {
      kept.unshift(index);
      limit = place - width;
    }
  }
  return kept;
}

/** Rows for flags along the top: a flag goes to the first row where it does not run into the one before it. */
export function rowsOfFlags(flags: readonly { x: number; width: number }[]): number[] {
  const ends: number[] = [];
  return flags.map(({ x, width }) => {
    const free = ends.findIndex((end) => end <= x);
    const row = free === -1 ? ends.length : free;
    ends[row] = x + width;
    return row;
  });
}

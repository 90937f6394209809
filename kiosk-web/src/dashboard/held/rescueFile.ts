import type { RescueEntry } from "../api";

/** What a tablet wrote (`kiosk/rescue/rescue.ts`). */
export interface RescueFile {
  facilityId: string;
  tablet: string;
  takenAt: string;
  entries: RescueEntry[];
}

/** Null when it is not a file that a tablet wrote. */
export function parseRescueFile(text: string): RescueFile | null {
  try {
    const file = JSON.parse(text);
    const ours = file?.homeward === "held-answers" && file.format === 1 && Array.isArray(file.entries);
    return ours && typeof file.facilityId === "string" ? (file as RescueFile) : null;
  } catch {
    return null;
  }
}

/** The service takes so many at once. */
export function* batches<T>(all: T[], size = 50): Generator<T[]> {
  for (let from = 0; from < all.length; from += size) yield all.slice(from, from + size);
}

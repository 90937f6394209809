import type { Concern } from "../api";

/** How long somebody has been waiting, in words that can be read from across the desk. */
export function waited({ raisedAt }: Pick<Concern, "raisedAt">, now: number): string {
  const minutes = Math.max(0, Math.floor((now - Date.parse(raisedAt)) / 60_000));
  if (minutes === 0) return "just now";
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h ${minutes % 60} min` : `${Math.floor(hours / 24)} days`;
}

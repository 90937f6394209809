/** "14:05" until then, or null when it has passed. */
export function left(expiresAt: string, now: Date): string | null {
  const seconds = Math.ceil((Date.parse(expiresAt) - now.getTime()) / 1_000);
  if (seconds <= 0) return null;
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

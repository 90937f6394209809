import type { AudioFiles } from "./files";

/** Where the service worker looks for audio. */
const name = "homeward-speech";

/**
 * Keeps the audio of these languages on the tablet, so that it speaks without a network, and lets go of what they do not
 * need. One file after another: a ward's network has other things to carry. What cannot be had now is asked for at the
 * next call; what is not what was built (a captive portal's page) is not kept.
 */
export async function keepSpeech(
  caches: CacheStorage,
  files: Pick<AudioFiles, "needed">,
  languages: string[],
): Promise<void> {
  const cache = await caches.open(name);
  const lists = await Promise.all(languages.map((language) => files.needed(language)));
  // Without a list nobody knows what may go.
  if (lists.includes(null)) return;
  const needed = lists.flatMap((list) => list ?? []);
  const kept = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
  const wanted = new Set(needed.map(({ url }) => url));
  for (const { url, integrity } of needed) {
    if (kept.has(url)) continue;
    try {
      await cache.add(new Request(url, { integrity, credentials: "omit" }));
    } catch {
      return;
    }
  }
  for (const url of kept) if (!wanted.has(url)) await cache.delete(url);
}

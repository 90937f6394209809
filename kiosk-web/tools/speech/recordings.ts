import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, parse } from "node:path";
import type { Spoken } from "./spoken.ts";

const playable = new Set([".opus", ".ogg", ".webm", ".mp3", ".m4a"]);

export interface Recordings {
  /** Text to the file in which a person says it. */
  files: Map<string, string>;
  /** What keeps a file in the folder from being used, in words for whoever builds. */
  complaints: string[];
}

/**
 * What people have recorded in `<folder>/<language>/`: for each text `<name>.opus` (or another playable file) and beside it
 * `<name>.txt` with the words that were read. A recording of other words than the catalogue's is not used.
 */
export function recordingsIn(folder: string, language: string, texts: Spoken[]): Recordings {
  const files = new Map<string, string>();
  const complaints: string[] = [];
  const home = join(folder, language);
  const byName = new Map(texts.map(({ name, text }) => [name, text]));
  for (const file of existsSync(home) ? readdirSync(home).sort() : []) {
    const { name, ext } = parse(file);
    if (!playable.has(ext)) continue;
    const wanted = byName.get(name);
    const words = join(home, `${name}.txt`);
    const read = existsSync(words) ? readFileSync(words, "utf8").trim() : null;
    const where = `recordings/${language}/${file}`;
    if (wanted === undefined) complaints.push(`${where}: the catalogue has no ${name}; not used`);
    else if (read === null) complaints.push(`${where}: ${name}.txt with the words that were read is missing; not used`);
    else if (read !== wanted) {
      complaints.push(
        `${where}: says "${read}", but the wording is now "${wanted}"; not used until it is recorded again`,
      );
    } else files.set(wanted, join(home, file));
  }
  return { files, complaints };
}

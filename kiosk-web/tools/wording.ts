import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const survey = new URL("../../backend/src/main/resources/org/homeward/survey/", import.meta.url);

export const wordingFolder = fileURLToPath(new URL("wording", survey));

/** The tags of the catalogue's languages, in the order in which they are offered. */
export function languages(): string[] {
  return JSON.parse(readFileSync(new URL("languages.json", survey), "utf8"));
}

export function wordingOf(language: string): Record<string, string> {
  return JSON.parse(readFileSync(new URL(`wording/${language}.json`, survey), "utf8"));
}

import { type Words, wordsFor } from "../kiosk/words";

/** The few texts for when the service does not answer, of every language, put in by the build from the catalogue. */
declare const __LONE_WORDS__: Record<string, Record<string, string>>;

/** In the first of the browser's languages that there is, else in English. */
export function loneWords(preferred: readonly string[]): { language: string; words: Words } {
  const wording = __LONE_WORDS__;
  const known = Object.keys(wording);
  const language =
    preferred
      .map((wished) => known.find((code) => code === wished || primary(code) === primary(wished)))
      .find((found) => found !== undefined) ?? "en";
  return { language, words: wordsFor({ languages: ["en"], wording }, language) };
}

function primary(code: string): string | undefined {
  return code.split("-")[0];
}

import { type Blanks, filled } from "../survey/message.ts";
import type { Setup } from "./setup";

export interface Words {
  (key: string, blanks?: Blanks): string;
  language: string;
}

/** A text that a language lacks is said in the facility's first language: understood by someone, unlike a key. */
export function wordsFor(setup: Pick<Setup, "languages" | "wording">, language: string): Words {
  const words = (key: string, blanks: Blanks = {}) => {
    const spoken = [language, ...setup.languages].find((candidate) => setup.wording[candidate]?.[key]) ?? language;
    return filled(setup.wording[spoken]?.[key] ?? "", blanks, spoken);
  };
  return Object.assign(words, { language });
}

/** So many languages can each have a line of their own on a screen that speaks them all. */
export const few = 4;

/** For what is in a language of its own, whatever the page is in. */
export function spokenIn(setup: Pick<Setup, "languages" | "wording">, language: string) {
  return { lang: language, dir: directionOf(wordsFor(setup, language)) };
}

export function directionOf(words: Words): "ltr" | "rtl" {
  return words("catalogue.direction") === "rtl" ? "rtl" : "ltr";
}

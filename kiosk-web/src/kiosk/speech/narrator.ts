import type { Words } from "../words";
import type { Line } from "./player";

/** What a screen says of itself: its words in its own language, or lines in others. */
export type Says = readonly (string | Line)[];

/** Something that can be chosen on a screen. */
export interface Choice {
  language: string;
  name: string;
  /** What else stands on it. */
  also: readonly string[];
  /** Chosen before, by someone who then went back. */
  chosen: boolean;
}

export interface Arrival {
  /** The answer that led here, said back so that nobody wonders what was heard. */
  chosen: Line | null;
  /** Whether this patient has been told in this language how to choose by sound. */
  explained: boolean;
}

export function linesOf(words: Words, says: Says): Line[] {
  return says
    .map((said) => (typeof said === "string" ? { language: words.language, text: said } : said))
    .filter(({ text }) => text !== "");
}

/** First what was chosen, then the screen from its heading to its answers, then, once, how to choose among them. */
export function onArrival(words: Words, says: Says, { chosen, explained }: Arrival): Line[] {
  return [
    ...(chosen ? [line(words, "kiosk.speech.chosen"), chosen] : []),
    ...linesOf(words, says),
    ...(explained ? [] : [line(words, "kiosk.speech.how")]),
  ];
}

/** Privacy comes before anything that tells why somebody is here. */
export function onListening(words: Words, says: Says): Line[] {
  return [line(words, "kiosk.speech.headphones"), ...onArrival(words, says, { chosen: null, explained: false })];
}

/** A choice by its name; what it would do comes after, since who knows it has moved on by then. */
export function onChoice({ language, name, also, chosen }: Choice, words: Words): Line[] {
  const said = [name, ...also].map((text) => ({ language, text }));
  if (chosen) return [line(words, "kiosk.speech.chosen"), ...said];
  const twice = line(words, "kiosk.speech.twice");
  // A choice in another language carries its own.
  return language === words.language && !also.includes(twice.text) ? [...said, twice] : said;
}

function line(words: Words, key: string): Line {
  return { language: words.language, text: words(key) };
}

import { visitCodeSymbols } from "../../src/shared/visitCode.ts";

/** One thing that is said: how a recording of it is named, and the very words that stand on the screen. */
export interface Spoken {
  name: string;
  text: string;
}

type Blanks = Record<string, string | number>;

/** What the kiosk fills into a text with blanks: each filling is an utterance of its own. */
const fillings: Record<string, Blanks[]> = {
  "kiosk.question.progress": [
    ...Array.from({ length: 3 }, (_, at) => ({ step: at + 1, steps: 3 })),
    ...Array.from({ length: 8 }, (_, at) => ({ step: at + 1, steps: 8 })),
  ],
  "kiosk.idle.text": [{ seconds: 30 }],
};

/** Seen on the kiosk and not said: they are for the staff who stand beside it. */
const unspoken = new Set(["kiosk.demonstration"]);

const isSpoken = (key: string) =>
  /^(kiosk\.|answer\.|language\.name$|consent\.text$|question\.[a-z-]+\.kiosk$)/.test(key) && !unspoken.has(key);

/** Everything that the kiosk can say in one language, by its catalogue. Throws when a text has blanks nobody fills. */
export function spokenTexts(texts: Record<string, string>, fill: (key: string, blanks?: Blanks) => string): Spoken[] {
  const said = Object.keys(texts)
    .filter(isSpoken)
    .flatMap((key): Spoken[] => {
      if (!texts[key]?.includes("{")) return [{ name: key, text: fill(key) }];
      const filled = fillings[key];
      if (!filled) throw new Error(`${key} has blanks: say in tools/speech/spoken.ts what the kiosk fills in`);
      return filled.map((blanks) => ({ name: [key, ...Object.values(blanks)].join("-"), text: fill(key, blanks) }));
    });
  return [...said, ...[...visitCodeSymbols, "+"].map((symbol) => ({ name: `symbol.${symbol}`, text: symbol }))];
}

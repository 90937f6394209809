import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { languages, wordingOf } from "../../tools/wording";

/** 3GPP TS 23.038, the basic table; its extension table would cost two septets a character, so we stay out of it. */
const gsm7 = new Set(
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà",
);

/** Languages whose letters GSM-7 has, or can be written around. The others pay for UCS-2. */
const cheap = ["en", "es", "fr", "tl", "ht"];

const placeholders = (text: string) =>
  [...new Set([...text.matchAll(/\{([a-z]+)(?=[,}])/g)].map(([, name]) => name))].sort();

const blanks: Record<string, string> = {
  facility: "Riverside General Hospital",
  callback: "+1 202 555 0100",
  emergency: "911",
  number: "911",
  date: "17 Nov",
  on: "17 Nov",
  link: `https://homeward.example.org/r/${"x".repeat(43)}`,
};

/** With a question, where the text carries one. */
const filledIn = (text: string, question = "") =>
  text.replace("{question}", question).replace(/\{([a-z]+)\}/g, (blank, name: string) => blanks[name] ?? blank);

function segments(text: string): number {
  const [alone, joined] = [...text].every((character) => gsm7.has(character)) ? [160, 153] : [70, 67];
  return text.length <= alone ? 1 : Math.ceil(text.length / joined);
}

const english = wordingOf("en");

test("every file of wording is a language that is offered", () => {
  const files = readdirSync(
    new URL("../../../backend/src/main/resources/org/homeward/survey/wording/", import.meta.url),
  ).map((file) => file.replace(".json", ""));
  expect(files.sort()).toEqual(languages().sort());
});

test("every text is said somewhere", () => {
  const said = [
    ...sources(new URL("../", import.meta.url), /\.tsx?$/),
    ...sources(new URL("../../../backend/src/main/java/", import.meta.url), /\.java$/),
  ].join("\n");
  const whole = new Set([...said.matchAll(/["'`]([a-z]+(?:[.-][a-z0-9]+)+)["'`]/g)].map(([, key]) => key));
  const beginnings = [...said.matchAll(/[`"]([a-z]+\.(?:[a-z0-9-]+\.)*)(?:\$\{|" ?\+|"\))/g)].map(([, start]) => start);
  const unsaid = Object.keys(english).filter(
    (key) => !whole.has(key) && !beginnings.some((start) => start && key.startsWith(start)),
  );
  expect(unsaid).toEqual([]);
});

function sources(directory: URL, named: RegExp): string[] {
  return readdirSync(directory, { recursive: true, encoding: "utf8" })
    .filter((file) => named.test(file) && !file.includes(".test."))
    .map((file) => readFileSync(new URL(file, directory), "utf8"));
}

describe.each(languages())("the wording in %s", (language) => {
  const wording = wordingOf(language);
  const texts = Object.entries(wording).filter(([key]) => key.startsWith("sms."));

  test("says the same things as the English one", () => {
    expect(Object.keys(wording).sort()).toEqual(Object.keys(english).sort());
  });

  test("has the same blanks to fill in", () => {
    for (const [key, text] of Object.entries(wording)) {
      expect(placeholders(text), key).toEqual(placeholders(english[key] ?? ""));
    }
  });

  test.runIf(cheap.includes(language)).each(texts)("%s needs no character outside GSM-7", (_key, text) => {
    expect([...filledIn(text)].filter((character) => !gsm7.has(character))).toEqual([]);
  });

  test.each(texts)("%s stays short", (key, text) => {
    const [carrying, other] = cheap.includes(language) ? [2, 1] : [5, 3];
    const questions = texts.filter(([asks]) => asks.startsWith("sms.question.")).map(([, question]) => question);
    for (const question of questions) {
      const most = text.includes("{question}") ? carrying : other;
      expect(segments(filledIn(text, question)), key).toBeLessThanOrEqual(most);
    }
  });

  test("offers numbers to answer with, and no word that carriers keep for themselves", () => {
    const asking = texts.filter(([key]) => key.startsWith("sms.question.")).map(([, text]) => text);
    for (const text of asking) expect(text).toMatch(/[ ：]1 .+[,،，] ?2 .+[,،，] ?3 .+[.。]$/);
  });

  test("keeps a question readable from a standing patient's distance", () => {
    for (const item of ["diagnosis", "treatment", "next-steps"]) {
      expect(wording[`question.${item}.kiosk`]?.length).toBeLessThanOrEqual(90);
    }
  });
});

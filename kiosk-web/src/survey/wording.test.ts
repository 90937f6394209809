import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const catalogues = new URL("../../../backend/src/main/resources/org/homeward/survey/wording/", import.meta.url);

function catalogue(language: string): Record<string, string> {
  return JSON.parse(readFileSync(new URL(`${language}.json`, catalogues), "utf8"));
}

/** 3GPP TS 23.038, the basic table; its extension table would cost two septets a character, so we stay out of it. */
const gsm7 = new Set(
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà",
);

const placeholders = (text: string) => [...text.matchAll(/\{[a-z]+\}/g)].map(([name]) => name).sort();

const filledIn = (text: string) =>
  text.replace("{facility}", "Riverside General Hospital").replace("{callback}", "+1 202 555 0100");

const segments = (text: string) => (text.length <= 160 ? 1 : Math.ceil(text.length / 153));

const english = catalogue("en");

describe.each(["en", "es"])("the wording in %s", (language) => {
  const wording = catalogue(language);
  const texts = Object.entries(wording).filter(([key]) => key.startsWith("sms."));

  test("says the same things as the English one", () => {
    expect(Object.keys(wording).sort()).toEqual(Object.keys(english).sort());
  });

  test("has the same blanks to fill in", () => {
    for (const [key, text] of Object.entries(wording)) {
      expect(placeholders(text), key).toEqual(placeholders(english[key] ?? ""));
    }
  });

  test.each(texts)("%s needs no character outside GSM-7", (_key, text) => {
    expect([...filledIn(text)].filter((character) => !gsm7.has(character))).toEqual([]);
  });

  test.each(texts)("%s fits one text, the invitation two", (key, text) => {
    expect(segments(filledIn(text))).toBeLessThanOrEqual(key === "sms.invitation" ? 2 : 1);
  });

  test("offers no word as an answer that carriers keep for themselves", () => {
    const answers = texts.filter(([key]) => key.startsWith("sms.question.")).map(([, text]) => text);
    for (const text of answers) expect(text).toMatch(/ 1 .+, 2 .+, 3 .+\.$/);
  });

  test("keeps a question readable from a standing patient's distance", () => {
    for (const item of ["diagnosis", "treatment", "next-steps"]) {
      expect(wording[`question.${item}.kiosk`]?.length).toBeLessThanOrEqual(90);
    }
  });
});

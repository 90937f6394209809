import { join } from "node:path";
import * as fontkit from "fontkit";
import { describe, expect, test } from "vitest";
import { fontFaces, packageAt, touches } from "../../tools/fonts";
import { languages, wordingOf } from "../../tools/wording";

const atkinson = ["latin", "latin-ext"].map((subset) =>
  join(packageAt("atkinson-hyperlegible-next"), `files/atkinson-hyperlegible-next-${subset}-wght-normal.woff2`),
);
const faces = fontFaces();
const opened = new Map(
  [...atkinson, ...faces.map(({ path }) => path)].map((path) => [path, fontkit.openSync(path) as fontkit.Font]),
);

const has = (path: string, character: string) =>
  opened.get(path)?.hasGlyphForCodePoint(character.codePointAt(0) ?? 0) ?? false;

/** Letters, and what the tablet shows beside the catalogue: visit codes and numbers. */
const charactersOf = (language: string) =>
  [...new Set([...Object.values(wordingOf(language)).join(""), ..."ABCDEFGHJKMNPQRSTVWXYZ0123456789"])].filter(
    (character) => !/\s/.test(character),
  );

/** Fonts are unpacked at the first look into them. */
const patience = { timeout: 60_000 };

describe.each(languages())("in %s", patience, (language) => {
  test("every character of the wording is in a font that ships with the pages", () => {
    const missing = charactersOf(language).filter(
      (character) =>
        !atkinson.some((path) => has(path, character)) &&
        !faces.some(({ path, range }) => touches(range, [character]) && has(path, character)),
    );
    expect(missing).toEqual([]);
  });
});

test.each(["vi", "ru", "uk"])("a word in %s is never set in two typefaces", (language) => {
  const noto = faces.filter(({ family }) => family === "Noto Sans Variable");
  const missing = charactersOf(language).filter(
    (character) => !noto.some(({ path, range }) => touches(range, [character]) && has(path, character)),
  );
  expect(missing).toEqual([]);
});

test("only the files that a text needs are shipped", () => {
  const chinese = faces.filter(({ family }) => family === "Noto Sans SC Variable");
  expect(chinese.length).toBeGreaterThan(5);
  expect(chinese.length).toBeLessThan(30);
});

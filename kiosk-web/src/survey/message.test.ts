import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Blanks, filled } from "./message";

/** The same table holds the server's ICU (IcuPhrasingTest). */
const table = new URL("../../../backend/src/test/resources/org/homeward/survey/phrases.json", import.meta.url);
const phrases: { language: string; text: string; values: Blanks; filled: string }[] = JSON.parse(
  readFileSync(table, "utf8"),
);

describe("a text in ICU MessageFormat", () => {
  test.each(phrases)("$language: $filled", ({ language, text, values, filled: expected }) => {
    expect(filled(text, values, language)).toBe(expected);
  });

  test("keeps a blank that nobody fills", () => {
    expect(filled("{facility} and {callback}", { facility: "Mercy" }, "en")).toBe("Mercy and {callback}");
  });
});

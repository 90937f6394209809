import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Plugin } from "vite";
import { wordingOf } from "./wording.ts";

/** Whose letters Atkinson Hyperlegible lacks. Each brings its family, and Latin where the two would meet inside a word. */
const families = [
  { family: "Noto Sans Variable", pack: "noto-sans", languages: ["vi", "ru", "uk"], latin: true },
  { family: "Noto Sans Arabic Variable", pack: "noto-sans-arabic", languages: ["ar"], latin: false },
  { family: "Noto Sans SC Variable", pack: "noto-sans-sc", languages: ["zh-Hans"], latin: false },
];

export interface FontFace {
  family: string;
  /** As an import, for stylesheets. */
  url: string;
  path: string;
  /** In the notation of CSS. */
  range: string;
}

/**
 * The font files that the wording needs. Chinese comes in a hundred files by how often a character is used; of those only
 * the ones that a text of the catalogue touches. A tablet then keeps all there are, see `precache.ts`.
 */
export function fontFaces(): FontFace[] {
  return families.flatMap(({ family, pack, languages, latin }) => {
    const characters = new Set(languages.flatMap((language) => [...Object.values(wordingOf(language)).join("")]));
    const at = packageAt(pack);
    const subsets: Record<string, string> = JSON.parse(readFileSync(join(at, "unicode.json"), "utf8"));
    return Object.entries(subsets)
      .filter(([subset]) => !subset.endsWith("-ext") && (latin || subset !== "latin"))
      .filter(([, range]) => touches(range, characters))
      .map(([subset, range]) => {
        const file = `files/${pack}-${subset.replace(/[[\]]/g, "")}-wght-normal.woff2`;
        return { family, url: `@fontsource-variable/${pack}/${file}`, path: join(at, file), range };
      });
  });
}

/** Appends the faces to the stylesheet that every page imports. */
export function fonts(): Plugin {
  return {
    name: "homeward-fonts",
    enforce: "pre",
    transform: (code, id) => (id.endsWith("/shared/fonts.css") ? `${code}\n${fontFaces().map(rule).join("\n")}` : null),
  };
}

/** Whether a unicode-range has one of the characters. */
export function touches(range: string, characters: Iterable<string>): boolean {
  const spans = range.split(",").map((span) => {
    const [from = "", to = from] = span.trim().replace(/^U\+/i, "").split("-");
    return { from: Number.parseInt(from, 16), to: Number.parseInt(to, 16) };
  });
  return [...characters].some((character) => {
    const point = character.codePointAt(0) ?? 0;
    return spans.some(({ from, to }) => from <= point && point <= to);
  });
}

export function packageAt(pack: string): string {
  return dirname(createRequire(import.meta.url).resolve(`@fontsource-variable/${pack}/package.json`));
}

function rule({ family, url, range }: FontFace): string {
  return `@font-face {
  font-family: "${family}";
  font-style: normal;
  font-display: swap;
  font-weight: 100 900;
  src: url("${url}") format("woff2-variations");
  unicode-range: ${range};
}`;
}

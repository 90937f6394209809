import type { Setup } from "./setup";

export interface Words {
  (key: string, blanks?: Record<string, string | number>): string;
  language: string;
}

/** A text that a language lacks is said in the facility's first language: understood by someone, unlike a key. */
export function wordsFor(setup: Pick<Setup, "languages" | "wording">, language: string): Words {
  const words = (key: string, blanks: Record<string, string | number> = {}) => {
    const text = [language, ...setup.languages].map((spoken) => setup.wording[spoken]?.[key]).find(Boolean) ?? "";
    return text.replaceAll(/\{([a-z]+)\}/g, (blank, name: string) => String(blanks[name] ?? blank));
  };
  return Object.assign(words, { language });
}

export interface Passage {
  sentences: number;
  words: number;
  syllables: number;
}

/**
 * How many years of school a passage asks for.
 *
 * English: the Flesch-Kincaid grade level (J. P. Kincaid, R. P. Fishburne, R. L. Rogers and B. S. Chissom, "Derivation of
 * new readability formulas for Navy enlisted personnel", Research Branch Report 8-75, 1975).
 *
 * Spanish: Crawford's grade (A. N. Crawford, "Fórmula y gráfico para determinar la comprensibilidad de textos de nivel
 * primario en castellano", Lectura y Vida, 1989), made from readers of the first six school years.
 */
export const grades: Record<string, (passage: Passage) => number> = {
  en: ({ sentences, words, syllables }) => 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59,
  es: ({ sentences, words, syllables }) =>
    -0.205 * ((100 * sentences) / words) + 0.049 * ((100 * syllables) / words) - 3.407,
};

const syllablesOf: Record<string, (word: string) => number> = { en: englishSyllables, es: spanishSyllables };

/** Texts read one after the other. A label or a heading is a sentence of its own. */
export function passage(texts: string[], language: string): Passage {
  const sentences = texts
    .flatMap((text) => text.split(/[.!?…:]+(?:\s|$)/))
    .map(wordsOf)
    .filter((words) => words.length > 0);
  const words = sentences.flat();
  const syllables = words.reduce((sum, word) => sum + (syllablesOf[language]?.(word) ?? Number.NaN), 0);
  return { sentences: sentences.length, words: words.length, syllables };
}

export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’-]\p{L}+)*/gu) ?? [];
}

/** As they are said. */
const numbers: Record<string, Record<string, number>> = {
  en: { 1: 1, 2: 1, 3: 1, 8: 1, 30: 2 },
  es: { 1: 2, 2: 1, 3: 1, 8: 2, 30: 2 },
};

const irregular: Record<string, number> = { idea: 3, every: 2, someone: 2, something: 2, sometimes: 2 };

/** By the vowels that are heard, which English writes only roughly. */
export function englishSyllables(word: string): number {
  const known = numbers.en?.[word] ?? irregular[word];
  if (known !== undefined) return known;
  const heard = word
    .replace(/['’]/g, "")
    .replace(/(?<![td])ed$/, "d")
    .replace(/(?<![sxzcg]|ch|sh)es$/, "s")
    .replace(/(?<=[^aeiouy](?<![^aeiouyl]l))e$/, "");
  const groups = heard.match(/[aeiouy]+/g)?.length ?? 0;
  const divided = heard.match(/i(?:a|o(?!n|us)|e[rt])|(?<![gq])ua|[aeouy]ing/g)?.length ?? 0;
  return Math.max(1, groups + divided);
}

/** By the vowels, which Spanish writes as it says them: strong ones, and accented weak ones, stand apart. */
export function spanishSyllables(word: string): number {
  const known = numbers.es?.[word];
  if (known !== undefined) return known;
  const sounding = word.replace(/y(?![aeiouáéíóú])/g, "i");
  const nuclei = [...sounding.matchAll(/[aeiouáéíóúü]+/g)].map(
    ([group]) => [...group].filter((vowel, at) => at === 0 || apart(group.charAt(at - 1), vowel)).length,
  );
  return Math.max(
    1,
    nuclei.reduce((sum, count) => sum + count, 0),
  );
}

function apart(one: string, other: string): boolean {
  const weak = (vowel: string) => "iuü".includes(vowel);
  const accentedWeak = (vowel: string) => "íú".includes(vowel);
  if (accentedWeak(one) || accentedWeak(other)) return !weak(one);
  return !weak(one) && !weak(other);
}

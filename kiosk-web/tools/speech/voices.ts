/** How the synthesiser is asked to speak a language, or null where it has no voice for it. */
export interface Voice {
  name: string;
  /** Who names the letters of a visit code, where the voice itself spells them as words or not at all. */
  letters?: string;
}

/**
 * espeak-ng 1.51. `cmn` reads Chinese characters as English tone digits, `cmn-latn-pinyin` as Mandarin. Haitian Creole has
 * no names for letters; the French ones are used in Haiti. Tagalog has no voice at all.
 */
export const voices: Record<string, Voice | null> = {
  en: { name: "en-us" },
  es: { name: "es-419" },
  fr: { name: "fr-fr" },
  ar: { name: "ar" },
  "zh-Hans": { name: "cmn-latn-pinyin" },
  vi: { name: "vi" },
  tl: null,
  ru: { name: "ru" },
  ht: { name: "ht", letters: "fr-fr" },
  uk: { name: "uk" },
};

import { describe, expect, test } from "vitest";
import { englishSyllables, grades, passage, spanishSyllables } from "../../tools/readingLevel";
import { wordingOf } from "../../tools/wording";
import { filled } from "./message";

const highest = 6;
/** A formula says nothing of a handful of words: what is shorter is read together with its channel. */
const fewestWords = 30;

/** What the wording leaves open is not ours, or is a number. */
const blanks = { facility: "", callback: "", seconds: 30, step: 1, steps: 3 };

/** A screen of the kiosk, a text message, the consent or the slip: by the first two parts of the key. */
function passages(language: string): Map<string, string[]> {
  const byPlace = new Map<string, string[]>();
  for (const [key, text] of Object.entries(wordingOf(language))) {
    const [channel = "", place = ""] = key.split(".");
    if (["catalogue", "language"].includes(channel)) continue;
    const name = channel === "kiosk" || channel === "sms" ? `${channel}.${place}` : channel;
    byPlace.set(name, [...(byPlace.get(name) ?? []), filled(text, blanks, language)]);
  }
  const together = new Map<string, string[]>();
  for (const [name, texts] of byPlace) {
    const [channel = ""] = name.split(".");
    const place = passage(texts, language).words < fewestWords ? channel : name;
    together.set(place, [...(together.get(place) ?? []), ...texts]);
  }
  return together;
}

describe.each(["en", "es"])("what patients read in %s", (language) => {
  test.each([...passages(language)])(`in %s asks for ${highest} years of school at most`, (_place, texts) => {
    expect(grades[language]?.(passage(texts, language))).toBeLessThanOrEqual(highest);
  });

  test("can be told from a hard text", () => {
    const hard = {
      en: "Please consult your attending physician regarding anticoagulant administration following hospitalisation.",
      es: "Consulte inmediatamente a su especialista sobre la administración de anticoagulantes posterior a la hospitalización.",
    };
    expect(grades[language]?.(passage([hard[language as "en" | "es"]], language))).toBeGreaterThan(highest + 3);
  });
});

test("the formulas give what their authors' weights give", () => {
  expect(grades.en?.({ sentences: 10, words: 100, syllables: 130 })).toBeCloseTo(3.65, 2);
  expect(grades.es?.({ sentences: 10, words: 100, syllables: 200 })).toBeCloseTo(4.343, 3);
});

test.each(
  Object.entries({
    you: 1,
    ill: 1,
    made: 1,
    give: 1,
    texts: 1,
    watch: 1,
    through: 1,
    asked: 1,
    changed: 1,
    clear: 1,
    quite: 1,
    done: 1,
    treatment: 2,
    before: 2,
    wanted: 2,
    message: 2,
    language: 2,
    using: 2,
    going: 2,
    trying: 2,
    little: 2,
    table: 2,
    people: 2,
    changes: 2,
    answered: 2,
    someone: 2,
    quiet: 2,
    idea: 3,
    hospital: 3,
    understand: 3,
    medicine: 3,
    continue: 3,
    services: 3,
    diagnosis: 4,
    emergency: 4,
    interpreter: 4,
    emergencies: 4,
  }),
)("%s has %i syllables in English", (word, count) => {
  expect(englishSyllables(word)).toBe(count);
});

test.each(
  Object.entries({
    qué: 1,
    bien: 1,
    pie: 1,
    no: 1,
    casa: 2,
    guía: 2,
    oír: 2,
    aquí: 2,
    muy: 1,
    soy: 1,
    agua: 2,
    siete: 2,
    también: 2,
    leer: 2,
    cuidar: 2,
    país: 2,
    maíz: 2,
    ahora: 3,
    día: 2,
    energía: 4,
    hospital: 3,
    vacío: 3,
    poeta: 3,
    pregunta: 3,
    averiguó: 4,
    tratamiento: 4,
    teléfono: 4,
    compañía: 4,
    ciudad: 2,
    emergencia: 4,
    enfermedades: 5,
  }),
)("%s has %i syllables in Spanish", (word, count) => {
  expect(spanishSyllables(word)).toBe(count);
});

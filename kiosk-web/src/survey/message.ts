export type Blanks = Record<string, string | number>;

/**
 * Fills the blanks of a text in ICU MessageFormat, as much of it as the catalogue uses: `{name}` and `{name, plural,
 * one {…} other {…}}` with `#` for the number. Digits are 0 to 9 in every language, like those on the keypad. A blank
 * without a value stays.
 */
export function filled(text: string, blanks: Blanks, language: string): string {
  return replaceArguments(text, (argument) => {
    const [, name = argument, forms] = /^([a-z]+), plural, (.*)$/s.exec(argument) ?? [];
    const value = blanks[name];
    if (value === undefined) return `{${argument}}`;
    return forms ? plural(formsOf(forms), Number(value), blanks, language) : String(value);
  });
}

function plural(forms: Map<string, string>, count: number, blanks: Blanks, language: string): string {
  // A browser that does not know the language would take its own.
  const category = new Intl.PluralRules([language, "en"]).select(count);
  const number = new Intl.NumberFormat([`${language}-u-nu-latn`, "en"]).format(count);
  const form = forms.get(`=${count}`) ?? forms.get(category) ?? forms.get("other") ?? "";
  return filled(form.replaceAll("#", number), blanks, language);
}

function formsOf(text: string): Map<string, string> {
  const forms = new Map<string, string>();
  let selector = "";
  const rest = replaceArguments(text, (form) => `\0${form}\0`).split("\0");
  for (const [at, part] of rest.entries()) {
    if (at % 2 === 0) selector = part.trim();
    else forms.set(selector, part);
  }
  return forms;
}

/** Replaces what stands in outer braces. */
function replaceArguments(text: string, replace: (argument: string) => string): string {
  let depth = 0;
  let from = 0;
  let replaced = "";
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "{" && depth++ === 0) {
      replaced += text.slice(from, at);
      from = at + 1;
    } else if (text[at] === "}" && --depth === 0) {
      replaced += replace(text.slice(from, at));
      from = at + 1;
    }
  }
  return replaced + text.slice(from);
}

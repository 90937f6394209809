const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 8;

/** The keys of the keypad, in the order of their values. */
export const visitCodeSymbols: readonly string[] = [...ALPHABET];
export const visitCodeLength = LENGTH;

/** What a person typed, as the symbols it stands for: O is read as 0, I and L as 1; spaces and dashes go. */
export function normaliseVisitCode(typed: string): string {
  return typed.toUpperCase().replaceAll(/[\s-]/g, "").replaceAll("O", "0").replaceAll(/[IL]/g, "1");
}

/** As printed on the slip: XXXX-XXXX. */
export function showVisitCode(code: string): string {
  return code.length > 4 ? `${code.slice(0, 4)}-${code.slice(4)}` : code;
}

/** Luhn mod N with N = 32 over the code without its check character. */
export function checkCharacter(payload: string): string {
  const n = ALPHABET.length;
  let factor = 2;
  let sum = 0;
  for (const symbol of [...payload].reverse()) {
    const value = ALPHABET.indexOf(symbol);
    if (value < 0) throw new RangeError("not a visit code symbol");
    const addend = factor * value;
    sum += Math.floor(addend / n) + (addend % n);
    factor = 3 - factor;
  }
  return ALPHABET.charAt((n - (sum % n)) % n);
}

export function isVisitCode(code: string): boolean {
  if (code.length !== LENGTH || [...code].some((symbol) => !ALPHABET.includes(symbol))) return false;
  return checkCharacter(code.slice(0, -1)) === code.slice(-1);
}

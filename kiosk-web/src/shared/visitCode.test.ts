import { describe, expect, test } from "vitest";
import { checkCharacter, isVisitCode, normaliseVisitCode, showVisitCode, visitCodeSymbols } from "./visitCode";

/** A small seeded generator (mulberry32), so that a failure can be repeated. */
function randomPayloads(seed: number, count: number): string[] {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const symbol = () => visitCodeSymbols[Math.floor(next() * 32)] ?? "";
  return Array.from({ length: count }, () => Array.from({ length: 7 }, symbol).join(""));
}

const codes = randomPayloads(20261122, 200).map((payload) => payload + checkCharacter(payload));

const replaced = (code: string, at: number, symbol: string) => code.slice(0, at) + symbol + code.slice(at + 1);

describe("the check character", () => {
  test.each([
    ["0000000", "0"],
    ["7K3M9QX", "1"],
    ["0000001", "Y"],
    ["000000Z", "1"],
    ["ZZZZZZZ", "7"],
  ])("of %s is %s", (payload, check) => {
    expect(checkCharacter(payload)).toBe(check);
  });

  test("catches every single symbol read or typed as another", () => {
    for (const code of codes) {
      for (let at = 0; at < code.length; at++) {
        for (const symbol of visitCodeSymbols) {
          if (symbol === code[at]) continue;
          expect(isVisitCode(replaced(code, at, symbol)), `${code} with ${symbol} at ${at}`).toBe(false);
        }
      }
    }
  });

  // Luhn's one blind spot: doubled, the first and the last symbol keep their difference, so 0Z reads like Z0.
  test("catches every two neighbours that changed places, except 0 and Z", () => {
    const blind = new Set<string>();
    for (const first of visitCodeSymbols) {
      for (const second of visitCodeSymbols) {
        if (first === second) continue;
        for (let at = 0; at < 6; at++) {
          const payload = replaced(replaced("3B8TW5N", at, first), at + 1, second);
          const swapped = replaced(replaced(payload, at, second), at + 1, first);
          if (isVisitCode(swapped + checkCharacter(payload))) blind.add(first + second);
        }
      }
    }
    expect([...blind].sort()).toEqual(["0Z", "Z0"]);
  });

  test("is part of what may have changed places", () => {
    for (const code of codes) {
      const last = code.slice(6);
      if (last[0] === last[1] || last === "0Z" || last === "Z0") continue;
      expect(isVisitCode(code.slice(0, 6) + last[1] + last[0]), code).toBe(false);
    }
  });
});

test("a code is eight symbols of the alphabet, no more and no fewer", () => {
  expect(isVisitCode("7K3M9QX1")).toBe(true);
  for (const other of ["", "7K3M9QX", "7K3M9QX10", "7k3m9qx1", "7K3M9QXU"]) expect(isVisitCode(other)).toBe(false);
});

test("what people write is read as the symbols it stands for", () => {
  expect(normaliseVisitCode(" 7k3m-9qx1 ")).toBe("7K3M9QX1");
  expect(normaliseVisitCode("oO iI lL")).toBe("001111");
});

test("a code is shown in two fours", () => {
  expect(["7", "7K3M", "7K3M9", "7K3M9QX1"].map(showVisitCode)).toEqual(["7", "7K3M", "7K3M-9", "7K3M-9QX1"]);
});

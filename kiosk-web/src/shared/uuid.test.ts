import { expect, test } from "vitest";
import { uuidv7 } from "./uuid";

test("an id carries its time, its version and its variant", () => {
  const id = uuidv7(0x017f22e279b0, (bytes) => bytes.fill(0xff));
  expect(id).toBe("017f22e2-79b0-7fff-bfff-ffffffffffff");
});

test("ids made later sort later, and no two are the same", () => {
  const ids = Array.from({ length: 1000 }, (_, at) => uuidv7(1_800_000_000_000 + at));
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(1000);
});

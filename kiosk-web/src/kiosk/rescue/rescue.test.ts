import "fake-indexeddb/auto";
import { beforeEach, expect, test } from "vitest";
import { Outbox } from "../outbox/outbox";
import { type OutboxStore, openOutboxStore, type PlainEntry, type SealedEntry } from "../outbox/store";
import type { Setup } from "../setup";
import { Rescue } from "./rescue";

const facility = "01900000-0000-7000-8000-0000000000f1";
const elsewhere = "01900000-0000-7000-8000-0000000000f2";
const kiosk = "01900000-0000-7000-8000-0000000000aa";
const setup = { id: kiosk, name: "By the lift", facility: { id: facility } } as Setup;

const idOf = (number: number) => `01900000-0000-7000-8000-${String(number).padStart(12, "0")}`;
const sealed = (number: number, of = facility): SealedEntry => ({
  id: idOf(number),
  body: Uint8Array.of(1, 2, 3),
  madeAt: 1_000_000,
  format: 2,
  facility: of,
  kiosk,
  key: "01900000-0000-7000-8000-0000000000b1",
});
const plain: PlainEntry = { id: idOf(9), body: new TextEncoder().encode("{}"), madeAt: 1_000_000, format: 1 };

interface Asked {
  what: string;
  body: { entries: { id: string; kioskId: string; queueAge: number; type: string; body: string }[] } | null;
}

let asked: Asked[];
let outcomes: Record<string, string>;
let refusing: Record<string, Response>;
let store: OutboxStore;
let outbox: Outbox;
let rescue: Rescue;
let databases = 0;

beforeEach(async () => {
  asked = [];
  outcomes = {};
  refusing = {};
  store = await openOutboxStore(`rescue-${databases++}`);
  const fetch = (async (path: string, init: RequestInit) => {
    const what = `${init.method} ${path}`;
    const body = init.body ? JSON.parse(String(init.body)) : null;
    asked.push({ what, body });
    const results = (body?.entries ?? []).map(({ id }: { id: string }) => ({ id, outcome: outcomes[id] ?? "stored" }));
    return refusing[what] ?? new Response(JSON.stringify({ results }));
  }) as typeof globalThis.fetch;
  outbox = new Outbox(store, {
    fetch,
    now: () => 1_060_000,
    elapsed: () => 10,
    chance: () => 0,
    wake: () => () => {},
    appVersion: "0.1.0",
  });
  rescue = new Rescue(outbox, fetch);
});

const bring = () => rescue.bring("admin", "secret", setup);
const left = async () => (await store.all()).map(({ id }) => id);
const refusal = (status: number, code: string) => new Response(JSON.stringify({ code }), { status });

test("what waits and what is in quarantine is brought, and forgotten once the service has it", async () => {
  await store.add(sealed(1));
  await store.add(sealed(2));
  await store.quarantine({ ...sealed(2), status: 404, code: "visit-code-unknown" });
  outcomes[idOf(2)] = "needs-a-visit";
  expect(await bring()).toEqual({ type: "brought", answers: { stored: 1, held: 1, kept: 0 } });
  expect(await left()).toEqual([]);
  expect(outbox.status).toMatchObject({ waiting: 0, quarantined: 0 });
  expect(asked[1]?.body?.entries[0]).toEqual({
    id: idOf(1),
    kioskId: kiosk,
    queueAge: 60,
    type: "application/vnd.homeward.sealed",
    body: "AQID",
  });
});

test("what the service does not take stays on the tablet", async () => {
  for (const [number, outcome] of ["conflicting", "unreadable", "tablet-unknown", "replayed", "erased"].entries()) {
    await store.add(sealed(number));
    outcomes[idOf(number)] = outcome;
  }
  expect(await bring()).toEqual({ type: "brought", answers: { stored: 2, held: 0, kept: 3 } });
  expect(await left()).toEqual([idOf(0), idOf(1), idOf(2)]);
});

test("whoever signs in is signed out again, also when it fails", async () => {
  await store.add(sealed(1));
  const path = `POST /api/v1/rescues?facility=${facility}`;
  refusing[path] = refusal(403, "forbidden");
  expect(await bring()).toEqual({ type: "not-allowed" });
  refusing[path] = new Response("<html>", { status: 200 });
  expect(await bring()).toEqual({ type: "unreachable" });
  const day = ["POST /api/v1/session", path, "DELETE /api/v1/session"];
  expect(asked.map(({ what }) => what)).toEqual([...day, ...day]);
  expect(await left()).toEqual([idOf(1)]);
});

test("nothing is brought when the name or the password is wrong", async () => {
  await store.add(sealed(1));
  refusing["POST /api/v1/session"] = refusal(401, "sign-in-refused");
  expect(await bring()).toEqual({ type: "refused" });
  expect(asked).toHaveLength(1);
});

test("answers of another facility are brought there, and many go in batches", async () => {
  for (let number = 0; number < 60; number++) await store.add(sealed(number));
  await store.add(sealed(60, elsewhere));
  await bring();
  const brought = asked.filter(({ body }) => body?.entries);
  expect(brought.map(({ body }) => body?.entries.length)).toEqual([50, 10, 1]);
  expect(brought[2]?.what).toContain(elsewhere);
});

test("an earlier release's unsealed answers are brought, but not written to a file", async () => {
  await store.add(sealed(1));
  await store.add(plain);
  const { file, leftOut } = await rescue.file(setup);
  expect(file?.entries.map(({ id }) => id)).toEqual([idOf(1)]);
  expect(leftOut).toBe(1);
  expect(await left()).toEqual([idOf(1), plain.id]);
  await bring();
  expect(asked[1]?.body?.entries.map(({ type }) => type)).toEqual([
    "application/vnd.homeward.sealed",
    "application/json",
  ]);
});

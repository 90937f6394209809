import "fake-indexeddb/auto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { Outbox, type Surroundings } from "./outbox";
import { type OutboxStore, openOutboxStore, type PlainEntry, type SealedEntry } from "./store";

const first = "01900000-0000-7000-8000-000000000001";
const second = "01900000-0000-7000-8000-000000000002";

const key = "01900000-0000-7000-8000-0000000000b1";
const laterKey = "01900000-0000-7000-8000-0000000000b2";

const entry = (id: string): SealedEntry => ({
  id,
  body: new TextEncoder().encode(`any bytes of ${id}`),
  madeAt: 1_000_000,
  format: 2,
  facility: "01900000-0000-7000-8000-0000000000f1",
  kiosk: "01900000-0000-7000-8000-0000000000aa",
  key,
});

const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers });

const idOf = (input: unknown) => String(input).split("/").pop() ?? "";
const acknowledged = (input: unknown, status = 201) => json(status, { id: idOf(input), standing: "counted" });

/** A server that answers as the test says, and remembers what it was sent. */
class Server {
  readonly requests: { id: string; body: string; headers: Headers }[] = [];
  answer: (input: unknown) => Response | Promise<Response> = (input) => acknowledged(input);

  readonly fetch = async (input: unknown, init?: RequestInit): Promise<Response> => {
    this.requests.push({
      id: idOf(input),
      body: new TextDecoder().decode(init?.body as Uint8Array),
      headers: new Headers(init?.headers),
    });
    return this.answer(input);
  };
}

let databases = 0;
let store: OutboxStore;
let server: Server;
let outbox: Outbox;
let clock: { now: number; elapsed: number };
let alarm: { after: number; then: () => void } | null;

beforeEach(async () => {
  store = await openOutboxStore(`outbox-${databases++}`);
  server = new Server();
  clock = { now: 1_000_000, elapsed: 0 };
  alarm = null;
  outbox = new Outbox(store, surroundings());
});

function surroundings(): Surroundings {
  return {
    fetch: server.fetch as typeof fetch,
    now: () => clock.now,
    elapsed: () => clock.elapsed,
    chance: () => 0,
    wake: (after, then) => {
      const set = { after, then };
      alarm = set;
      return () => {
        if (alarm === set) alarm = null;
      };
    },
    appVersion: "0.1.0",
  };
}

/** Lets the alarm ring that the outbox has set, and waits for what follows. */
async function sleepsUntilWoken(): Promise<number> {
  if (!alarm) throw new Error("nothing is going to happen");
  const { after, then } = alarm;
  clock.elapsed += after;
  alarm = null;
  then();
  await vi.waitUntil(() => alarm !== null || outbox.status.waiting === 0);
  return after;
}

async function sendsOne(answer: (input: unknown) => Response | Promise<Response>) {
  server.answer = answer;
  await outbox.open("token");
  await outbox.add(entry(first));
  await outbox.send();
  return outbox.status;
}

describe("an entry leaves the tablet", () => {
  test.each([201, 200, 410])("on a %i that names it", async (status) => {
    expect(await sendsOne((input) => acknowledged(input, status))).toMatchObject({
      waiting: 0,
      quarantined: 0,
      connection: "connected",
    });
  });
});

const page = (status: number) =>
  new Response("<html>Welcome to the hospital's Wi-Fi</html>", { status, headers: { "Content-Type": "text/html" } });

const redirect = () =>
  ({ type: "opaqueredirect", status: 0, headers: new Headers(), json: () => Promise.reject() }) as unknown as Response;

describe("an entry waits and goes again, the same bytes", () => {
  test.each([
    ["a 408", () => json(408, {}), "unreachable"],
    ["a 429", () => json(429, { code: "too-many-attempts" }), "unreachable"],
    ["a 500", () => json(500, {}), "unreachable"],
    ["a 503", () => json(503, { code: "unavailable" }), "unreachable"],
    ["a proxy's page that the server is away", () => page(502), "unreachable"],
    ["no network", () => Promise.reject(new TypeError("failed to fetch")), "unreachable"],
    ["a 200 that names another", () => json(200, { id: second }), "portal"],
    ["a 201 without a body", () => new Response("", { status: 201 }), "portal"],
    ["a 410 that does not name it", () => new Response("gone", { status: 410 }), "portal"],
    ["a portal's page as 200", () => page(200), "portal"],
    ["a portal's page as 401", () => page(401), "portal"],
    ["a portal's page as 404", () => page(404), "portal"],
    ["a redirect", redirect, "portal"],
    ["a proxy that wants a password", () => new Response("", { status: 407 }), "portal"],
    ["a network that wants a sign-in", () => new Response("", { status: 511 }), "portal"],
  ])("after %s", async (_what, answer, connection) => {
    expect(await sendsOne(answer)).toMatchObject({ waiting: 1, quarantined: 0, connection });

    server.answer = (input) => acknowledged(input);
    await sleepsUntilWoken();
    expect(outbox.status).toMatchObject({ waiting: 0, connection: "connected" });
    expect(new Set(server.requests.map(({ body }) => body)).size).toBe(1);
  });
});

describe("what goes over the wire", () => {
  const typeOf = (request: number) => server.requests[request]?.headers.get("Content-Type");

  test("is said to be sealed", async () => {
    await sendsOne((input) => acknowledged(input));
    expect(typeOf(0)).toBe("application/vnd.homeward.sealed");
  });

  test("is JSON when an earlier release stored it as that, and its bytes", async () => {
    const plain: PlainEntry = { id: first, body: new TextEncoder().encode('{"a":1}'), madeAt: 1_000_000, format: 1 };
    await store.add(plain);
    await store.add(entry(second));
    await outbox.open("token");
    expect(outbox.status).toMatchObject({ waiting: 0, quarantined: 0 });
    expect([typeOf(0), typeOf(1)]).toEqual(["application/json", "application/vnd.homeward.sealed"]);
    expect(server.requests[0]?.body).toBe('{"a":1}');
  });
});

describe("the key that the server must keep", () => {
  test("is the current one when the queue is empty", async () => {
    expect(await outbox.oldestKey(laterKey)).toBe(laterKey);
  });

  test("is the oldest in the queue and in quarantine", async () => {
    await store.add({ ...entry(first), key: laterKey });
    expect(await outbox.oldestKey(laterKey)).toBe(laterKey);
    await store.add(entry(second));
    await store.quarantine({ ...entry(second), status: 404, code: "visit-code-unknown" });
    expect(await outbox.oldestKey(laterKey)).toBe(key);
  });
});

describe("an entry the server will not take", () => {
  test.each([
    [400, "request-malformed"],
    [404, "visit-code-unknown"],
    [409, "response-conflicting"],
    [413, "body-too-large"],
    [422, "response-malformed"],
  ])("goes into quarantine on a %i, with the reason", async (status, code) => {
    expect(await sendsOne(() => json(status, { code }))).toMatchObject({ waiting: 0, quarantined: 1 });
  });

  test("does not keep the next one waiting", async () => {
    server.answer = (input) =>
      idOf(input) === first ? json(422, { code: "response-malformed" }) : acknowledged(input);
    await store.add(entry(first));
    await store.add(entry(second));
    await outbox.open("token");
    expect(outbox.status).toMatchObject({ waiting: 0, quarantined: 1 });
  });

  test("can be tried again by staff, unchanged", async () => {
    await sendsOne(() => json(404, { code: "visit-code-unknown" }));
    server.answer = (input) => acknowledged(input);
    await outbox.releaseQuarantine();
    expect(outbox.status).toMatchObject({ waiting: 0, quarantined: 0 });
    expect(server.requests[1]?.body).toBe(server.requests[0]?.body);
  });
});

describe("a tablet the server does not know any more", () => {
  test.each([
    [401, "kiosk-unknown"],
    [403, "forbidden"],
  ])("keeps its queue after a %i", async (status, code) => {
    expect(await sendsOne(() => json(status, { code }))).toEqual({
      waiting: 1,
      quarantined: 0,
      connection: "held",
      heldBecause: code,
    });
  });

  test("holds everything and says why", async () => {
    await store.add(entry(first));
    await store.add(entry(second));
    server.answer = () => json(401, { code: "kiosk-revoked" });
    await outbox.open("token");
    expect(outbox.status).toEqual({
      waiting: 2,
      quarantined: 0,
      connection: "held",
      heldBecause: "kiosk-revoked",
    });
    await outbox.send();
    expect(server.requests).toHaveLength(1);
  });

  test("sends what it held once it is enrolled again", async () => {
    await sendsOne(() => json(401, { code: "kiosk-revoked" }));
    server.answer = (input) => acknowledged(input);
    await outbox.open("another token");
    expect(outbox.status).toMatchObject({ waiting: 0, connection: "connected", heldBecause: null });
    expect(server.requests.at(-1)?.headers.get("Authorization")).toBe("Bearer another token");
  });
});

describe("between tries", () => {
  test("the wait doubles, up to five minutes", async () => {
    await store.add(entry(first));
    server.answer = () => json(500, {});
    await outbox.open("token");
    const waits: number[] = [];
    while (waits.length < 9) waits.push((await sleepsUntilWoken()) / 1000);
    expect(waits).toEqual([5, 10, 20, 40, 80, 160, 300, 300, 300]);
  });

  test("the server's Retry-After is kept, also when another answer comes in", async () => {
    await sendsOne(() => json(503, { code: "unavailable" }, { "Retry-After": "120" }));
    await outbox.add(entry(second));
    await outbox.send();
    expect(server.requests).toHaveLength(1);
    server.answer = (input) => acknowledged(input);
    expect(await sleepsUntilWoken()).toBe(120_000);
    expect(outbox.status).toMatchObject({ waiting: 0 });
  });

  test("an answer that comes in is a reason to try at once", async () => {
    await sendsOne(() => Promise.reject(new TypeError("failed to fetch")));
    server.answer = (input) => acknowledged(input);
    await outbox.add(entry(second));
    await outbox.send();
    expect(outbox.status).toMatchObject({ waiting: 0 });
  });

  test("a server in trouble keeps the order: the next entry goes after the first", async () => {
    await store.add(entry(first));
    await store.add(entry(second));
    server.answer = () => json(500, {});
    await outbox.open("token");
    for (let round = 0; round < 7; round++) await sleepsUntilWoken();
    expect(new Set(server.requests.map(({ id }) => id))).toEqual(new Set([first]));
    server.answer = (input) => acknowledged(input);
    await sleepsUntilWoken();
    expect(server.requests.slice(-2).map(({ id }) => id)).toEqual([first, second]);
    expect(outbox.status.waiting).toBe(0);
  });

  test("one entry that the server stumbles over again and again lets the others pass", async () => {
    await store.add(entry(first));
    await store.add(entry(second));
    server.answer = (input) => (idOf(input) === first ? json(500, {}) : acknowledged(input));
    await outbox.open("token");
    for (let round = 0; round < 8; round++) await sleepsUntilWoken();
    expect(outbox.status).toMatchObject({ waiting: 1, quarantined: 0 });
    expect(await store.waiting()).toEqual([entry(first)]);
  });

  test("a network that is down is tried once a round, not once an entry", async () => {
    await store.add(entry(first));
    await store.add(entry(second));
    server.answer = () => Promise.reject(new TypeError("failed to fetch"));
    await outbox.open("token");
    expect(server.requests).toHaveLength(1);
  });
});

describe("each try says", () => {
  test("how long the entry waited by a clock that cannot jump", async () => {
    await sendsOne(() => json(500, {}));
    clock = { now: -50_000_000, elapsed: 7_000 };
    await outbox.send();
    const { headers } = server.requests.at(-1) ?? { headers: new Headers() };
    expect(headers.get("Homeward-Queue-Age")).toBe("7");
    expect(headers.get("Homeward-Page-Age")).toBe("7");
    expect(headers.get("Homeward-Device-Time")).toBe(new Date(-50_000_000).toISOString());
    expect(headers.get("Homeward-App-Version")).toBe("0.1.0");
  });

  test("and after a restart by the tablet's clock, never below nothing", async () => {
    await store.add(entry(first));
    clock = { now: 1_060_000, elapsed: 10 };
    server.answer = () => json(500, {});
    await outbox.open("token");
    clock = { now: 0, elapsed: 20 };
    await outbox.send();
    expect(server.requests.map(({ headers }) => headers.get("Homeward-Queue-Age"))).toEqual(["60", "0"]);
  });
});

describe("saving", () => {
  test("asks for strict durability, and is done only when the transaction is", async () => {
    const transaction = vi.spyOn(IDBDatabase.prototype, "transaction");
    await store.add(entry(first));
    expect(transaction).toHaveBeenCalledWith("waiting", "readwrite", { durability: "strict" });
    const again = await store.waiting();
    expect(again).toEqual([entry(first)]);
    transaction.mockRestore();
  });

  test("that fails is told to whoever asked", async () => {
    await store.add(entry(first));
    await expect(outbox.add(entry(first))).rejects.toThrow();
  });

  test("that is aborted after the write is a failure too", async () => {
    const abortive = vi.spyOn(IDBObjectStore.prototype, "add").mockImplementation(function (
      this: IDBObjectStore,
      value,
    ) {
      const request = this.put(value);
      request.addEventListener("success", () => this.transaction.abort());
      return request;
    });
    await expect(outbox.add(entry(second))).rejects.toThrow();
    abortive.mockRestore();
    expect(await store.waiting()).toEqual([]);
  });

  test("survives the page", async () => {
    const name = "kept";
    await (await openOutboxStore(name)).add(entry(first));
    expect(await (await openOutboxStore(name)).waiting()).toEqual([entry(first)]);
  });
});

test("without a token nothing is sent", async () => {
  await outbox.add(entry(first));
  await outbox.send();
  expect(server.requests).toEqual([]);
  expect(outbox.status.waiting).toBe(1);
});

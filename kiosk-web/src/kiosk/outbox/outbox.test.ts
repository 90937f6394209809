import "fake-indexeddb/auto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { Outbox, type Surroundings } from "./outbox";
import { type Entry, type OutboxStore, openOutboxStore } from "./store";

const first = "01900000-0000-7000-8000-000000000001";
const second = "01900000-0000-7000-8000-000000000002";

const entry = (id: string): Entry => ({
  id,
  body: new TextEncoder().encode(`{"any":"bytes of ${id}"}`),
  madeAt: 1_000_000,
  format: 1,
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

describe("an entry waits and goes again, the same bytes", () => {
  test.each([
    ["a 200 that names another", () => json(200, { id: second })],
    ["a 200 of a captive portal", () => new Response("<html>Welcome to the hospital's Wi-Fi</html>")],
    ["a 410 that does not name it", () => new Response("gone", { status: 410 })],
    ["a 408", () => json(408, {})],
    ["a 429", () => json(429, { code: "too-many-attempts" })],
    ["a 500", () => json(500, {})],
    ["a 503", () => json(503, { code: "unavailable" })],
    ["a proxy that wants a password", () => new Response("", { status: 407 })],
    ["a redirect", () => ({ status: 0, headers: new Headers(), json: () => Promise.reject() }) as unknown as Response],
    ["no network", () => Promise.reject(new TypeError("failed to fetch"))],
  ])("after %s", async (_what, answer) => {
    expect(await sendsOne(answer)).toMatchObject({ waiting: 1, quarantined: 0, connection: "unreachable" });

    server.answer = (input) => acknowledged(input);
    await sleepsUntilWoken();
    expect(outbox.status).toMatchObject({ waiting: 0, connection: "connected" });
    expect(new Set(server.requests.map(({ body }) => body)).size).toBe(1);
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

  test("a server in trouble with one entry is still offered the others", async () => {
    await store.add(entry(first));
    await store.add(entry(second));
    server.answer = (input) => (idOf(input) === first ? json(500, {}) : acknowledged(input));
    await outbox.open("token");
    expect(outbox.status).toMatchObject({ waiting: 1 });
    expect(server.requests.map(({ id }) => id)).toEqual([first, second]);
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

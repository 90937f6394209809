import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Format } from "./formats";

interface Waiting<F extends Format> {
  /** A UUIDv7, so the oldest sorts first. */
  id: string;
  /** Opaque here: these bytes, and no others, are sent at every try. */
  body: Uint8Array<ArrayBuffer>;
  /** The tablet's clock when the body was made, in milliseconds. */
  madeAt: number;
  format: F;
}

/** JSON, as the first release stored it. None is made any more, but a queue may still hold some. */
export type PlainEntry = Waiting<1>;

/** Sealed to a key of the service: nobody can read it here. */
export interface SealedEntry extends Waiting<2> {
  /** What the tablet was when it was made: it may be enrolled anew, even elsewhere, while this waits. */
  facility: string;
  kiosk: string;
  /** The key's id, a UUIDv7. */
  key: string;
}

/** One response on its way. `format` is of this record's shape: a later release still sends what an earlier one stored. */
export type Entry = PlainEntry | SealedEntry;

/** What the server will not take. Kept, shown to staff, and never thrown away by the tablet. */
export type Quarantined = Entry & { status: number; code: string };

/** Every promise settles only when the transaction has: resolved means on disk, rejected means it is not. */
export interface OutboxStore {
  add(entry: Entry): Promise<void>;
  /** Oldest first. */
  waiting(): Promise<Entry[]>;
  /** In quarantine too, oldest first. */
  all(): Promise<Entry[]>;
  /** Takes it out, wherever it is. */
  acknowledge(id: string): Promise<void>;
  quarantine(refused: Quarantined): Promise<void>;
  /** All that is in quarantine waits again. */
  release(): Promise<void>;
  counts(): Promise<{ waiting: number; quarantined: number }>;
  /** Of everything here. */
  formats(): Promise<Format[]>;
  /** Of the keys that anything here is sealed to. */
  oldestKey(): Promise<string | null>;
}

interface Schema extends DBSchema {
  waiting: { key: string; value: Entry };
  quarantine: { key: string; value: Quarantined };
}

/** Chrome's default is relaxed durability, which may call a write done that a power cut undoes. */
const strict = { durability: "strict" } as const;

export async function openOutboxStore(name = "homeward-outbox"): Promise<OutboxStore> {
  const db = await openDB<Schema>(name, 1, {
    upgrade(fresh) {
      fresh.createObjectStore("waiting", { keyPath: "id" });
      fresh.createObjectStore("quarantine", { keyPath: "id" });
    },
  });
  return new IndexedOutboxStore(db);
}

class IndexedOutboxStore implements OutboxStore {
  readonly #db: IDBPDatabase<Schema>;

  constructor(db: IDBPDatabase<Schema>) {
    this.#db = db;
  }

  async add(entry: Entry): Promise<void> {
    const tx = this.#db.transaction("waiting", "readwrite", strict);
    await Promise.all([tx.store.add(entry), tx.done]);
  }

  async waiting(): Promise<Entry[]> {
    return this.#db.getAll("waiting");
  }

  async all(): Promise<Entry[]> {
    const tx = this.#db.transaction(["waiting", "quarantine"]);
    const [waiting, quarantined] = await Promise.all([
      tx.objectStore("waiting").getAll(),
      tx.objectStore("quarantine").getAll(),
    ]);
    return [...waiting, ...quarantined].sort((one, other) => (one.id < other.id ? -1 : 1));
  }

  async acknowledge(id: string): Promise<void> {
    const tx = this.#db.transaction(["waiting", "quarantine"], "readwrite", strict);
    await Promise.all([tx.objectStore("waiting").delete(id), tx.objectStore("quarantine").delete(id), tx.done]);
  }

  async quarantine(refused: Quarantined): Promise<void> {
    const tx = this.#db.transaction(["waiting", "quarantine"], "readwrite", strict);
    await Promise.all([
      tx.objectStore("quarantine").put(refused),
      tx.objectStore("waiting").delete(refused.id),
      tx.done,
    ]);
  }

  async release(): Promise<void> {
    const tx = this.#db.transaction(["waiting", "quarantine"], "readwrite", strict);
    const quarantine = tx.objectStore("quarantine");
    const waiting = tx.objectStore("waiting");
    for (const { status: _, code: __, ...entry } of await quarantine.getAll()) {
      await waiting.put(entry);
      await quarantine.delete(entry.id);
    }
    await tx.done;
  }

  async counts(): Promise<{ waiting: number; quarantined: number }> {
    const tx = this.#db.transaction(["waiting", "quarantine"]);
    const [waiting, quarantined] = await Promise.all([
      tx.objectStore("waiting").count(),
      tx.objectStore("quarantine").count(),
    ]);
    return { waiting, quarantined };
  }

  async formats(): Promise<Format[]> {
    return [...new Set((await this.all()).map(({ format }) => format))];
  }

  async oldestKey(): Promise<string | null> {
    const keys = (await this.all()).flatMap((entry) => (entry.format === 2 ? [entry.key] : []));
    // A UUIDv7 sorts by its time.
    return keys.sort()[0] ?? null;
  }
}

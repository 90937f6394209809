import { type Delivery, deliver, type Obstacle } from "./delivery";
import type { Format } from "./formats";
import type { Entry, OutboxStore } from "./store";

/** The world outside, given by `main` and by tests. */
export interface Surroundings {
  fetch: typeof globalThis.fetch;
  /** The wall clock, which may be wrong or jump. */
  now(): number;
  /** Milliseconds since the page opened; only ever rises. */
  elapsed(): number;
  /** From 0 up to 1. */
  chance(): number;
  /** Calls back once, later; the answer calls it off. */
  wake(afterMilliseconds: number, then: () => void): () => void;
  appVersion: string;
}

export interface OutboxStatus {
  waiting: number;
  quarantined: number;
  /** `portal`: the network answers in the server's place. `held`: the server lets this tablet send nothing. */
  connection: "unknown" | "connected" | "unreachable" | "portal" | "held";
  /** With `held`, the server's reason. */
  heldBecause: string | null;
}

const firstWait = 5_000;
const longestWait = 5 * 60_000;
/** So often one entry may bring the server into trouble before the others stop waiting for it. */
const patienceWithOne = 8;

/**
 * Responses wait here until the server has named them. Whoever adds one hears of it only when it is on disk; sending is
 * this class's own business, and repeats the same bytes until they are acknowledged or refused.
 */
export class Outbox {
  readonly #store: OutboxStore;
  readonly #world: Surroundings;
  readonly #listeners = new Set<(status: OutboxStatus) => void>();
  /** When an entry was made by the clock that cannot jump; only known to the page that made it. */
  readonly #madeAtElapsed = new Map<string, number>();
  /** In how many rounds the server has been in trouble with an entry. */
  readonly #troubles = new Map<string, number>();
  #status: OutboxStatus = { waiting: 0, quarantined: 0, connection: "unknown", heldBecause: null };
  #token: string | null = null;
  #failures = 0;
  #callOff: () => void = () => {};
  /** The server asked for peace until then, by the clock that cannot jump. */
  #quietUntil = 0;
  #round: Promise<void> | null = null;
  #anotherRound = false;

  constructor(store: OutboxStore, world: Surroundings) {
    this.#store = store;
    this.#world = world;
  }

  get status(): OutboxStatus {
    return this.#status;
  }

  subscribe(listener: (status: OutboxStatus) => void): () => void {
    this.#listeners.add(listener);
    listener(this.#status);
    return () => this.#listeners.delete(listener);
  }

  /** A token is known from here on, perhaps a new one: what was held may go. */
  async open(token: string): Promise<void> {
    this.#token = token;
    this.#say({ connection: "unknown", heldBecause: null });
    await this.send();
  }

  /** Another request of this tablet was answered by our server, so these may get through too. */
  async reached(): Promise<void> {
    this.#say({ connection: "connected", heldBecause: null });
    await this.send();
  }

  missed(because: Obstacle): void {
    if (this.#status.connection === "held") return;
    this.#say({ connection: because === "portal" ? "portal" : "unreachable" });
  }

  /** The server does not know the token any more; everything stays until there is another. */
  hold(because: string): void {
    this.#say({ connection: "held", heldBecause: because });
  }

  /** Resolves once the entry is on disk and rejects when it is not; sending follows by itself. */
  async add(entry: Entry): Promise<void> {
    await this.#store.add(entry);
    this.#madeAtElapsed.set(entry.id, this.#world.elapsed());
    void this.send();
  }

  /** Whether an entry that this page added has not been acknowledged yet. */
  owes(id: string): boolean {
    return this.#madeAtElapsed.has(id);
  }

  /** The oldest key that the queue needs, for the server to keep; the current one when it needs none. */
  async oldestKey(current: string): Promise<string> {
    const oldest = await this.#store.oldestKey();
    return oldest !== null && oldest < current ? oldest : current;
  }

  /** How long the oldest entry has waited, in seconds; null when none waits. */
  async oldestWait(): Promise<number | null> {
    const [oldest] = await this.#store.waiting();
    return oldest ? this.#seconds(oldest) : null;
  }

  /** Staff may have what was refused tried again, for instance after the discharge was entered late. */
  async releaseQuarantine(): Promise<void> {
    await this.#store.release();
    await this.send();
  }

  /** What a new release must be able to read before it may take over. */
  formats(): Promise<Format[]> {
    return this.#store.formats();
  }

  /** Everything that is here, in quarantine too, and how long it has waited, in seconds. */
  async rescuable(): Promise<{ entry: Entry; queueAge: number }[]> {
    return (await this.#store.all()).map((entry) => ({ entry, queueAge: this.#seconds(entry) }));
  }

  /** Staff brought it, and the service has named it. */
  async rescued(id: string): Promise<void> {
    await this.#store.acknowledge(id);
    this.#madeAtElapsed.delete(id);
    this.#troubles.delete(id);
    await this.#count();
  }

  /** One round through the queue, now. Rounds never overlap; asking during one makes another follow. */
  send(): Promise<void> {
    if (this.#round) {
      this.#anotherRound = true;
      return this.#round;
    }
    this.#round = this.#rounds().finally(() => {
      this.#round = null;
    });
    return this.#round;
  }

  close(): void {
    this.#callOff();
    this.#token = null;
  }

  async #rounds(): Promise<void> {
    do {
      this.#anotherRound = false;
      await this.#count();
      if (this.#world.elapsed() < this.#quietUntil) return;
      this.#callOff();
      await this.#goThroughQueue().catch(() => this.#comeBack(0));
    } while (this.#anotherRound && !["unreachable", "portal"].includes(this.#status.connection));
  }

  /** Oldest first, and the next only after it: a tablet's answers arrive in the order in which they were given. */
  async #goThroughQueue(): Promise<void> {
    let wait: number | null = null;
    for (const entry of await this.#store.waiting()) {
      const token = this.#token;
      if (token === null || this.#status.connection === "held") return;
      const delivery = await this.#try(entry, token);
      await this.#settle(entry, delivery, token);
      if (delivery.type !== "again") continue;
      wait = Math.max(wait ?? 0, delivery.after ?? 0);
      if (delivery.because !== "server" || !this.#standsAside(entry)) break;
    }
    if (wait === null) this.#failures = 0;
    else this.#comeBack(wait);
  }

  /** One entry that alone brings the server into trouble must not keep the others for ever. */
  #standsAside(entry: Entry): boolean {
    const troubles = (this.#troubles.get(entry.id) ?? 0) + 1;
    this.#troubles.set(entry.id, troubles);
    return troubles > patienceWithOne;
  }

  #try(entry: Entry, token: string): Promise<Delivery> {
    const attempt = {
      token,
      queueAge: this.#seconds(entry),
      pageAge: Math.round(this.#world.elapsed() / 1000),
      deviceTime: new Date(this.#world.now()),
      appVersion: this.#world.appVersion,
    };
    return deliver(entry, attempt, this.#world.fetch);
  }

  async #settle(entry: Entry, delivery: Delivery, token: string): Promise<void> {
    switch (delivery.type) {
      case "acknowledged":
        await this.#store.acknowledge(entry.id);
        this.#madeAtElapsed.delete(entry.id);
        this.#troubles.delete(entry.id);
        this.#say({ connection: "connected" });
        break;
      case "refused":
        await this.#store.quarantine({ ...entry, status: delivery.status, code: delivery.code });
        this.#say({ connection: "connected" });
        break;
      case "held":
        // Enrolled again while this was under way: the answer was about the old token.
        if (token === this.#token) this.hold(delivery.code);
        break;
      case "again":
        this.missed(delivery.because);
        break;
    }
    await this.#count();
  }

  /** Doubling up to five minutes, spread by a fifth so that a ward's tablets do not return all at once. */
  #comeBack(atLeast: number): void {
    const doubled = Math.min(longestWait, firstWait * 2 ** this.#failures);
    this.#failures = Math.min(this.#failures + 1, 10);
    const wait = Math.max(atLeast, doubled) * (1 + this.#world.chance() / 5);
    this.#quietUntil = this.#world.elapsed() + atLeast;
    this.#callOff = this.#world.wake(wait, () => void this.send());
  }

  #seconds(entry: Entry): number {
    const made = this.#madeAtElapsed.get(entry.id);
    const age = made === undefined ? this.#world.now() - entry.madeAt : this.#world.elapsed() - made;
    return Math.max(0, Math.round(age / 1000));
  }

  async #count(): Promise<void> {
    this.#say(await this.#store.counts());
  }

  #say(news: Partial<OutboxStatus>): void {
    this.#status = { ...this.#status, ...news };
    for (const listener of this.#listeners) listener(this.#status);
  }
}

import type { Item } from "../survey/response";
import type { Given, LinkServer, Progress } from "./link";

export type Outcome = Progress["status"] | "unreachable" | "unknown";

/**
 * Sends answers as they are given, one after another, while the patient goes on: what could not be sent waits here and
 * is tried again with the next one and at the end. The page says thanks only when all of it has arrived.
 */
export class Letterbox {
  readonly #server: LinkServer;
  readonly #unsent = new Map<Item, Given>();
  #sending: Promise<Outcome> = Promise.resolve("open");

  constructor(server: LinkServer) {
    this.#server = server;
  }

  put(given: Given): void {
    this.#unsent.set(given.item, given);
    void this.#then(() => this.#send());
  }

  /** Withdraws an answer that has not arrived; one that has stays, as a skipped question leaves it. */
  withdraw(item: Item): void {
    this.#unsent.delete(item);
  }

  /** Everything that waits, and then that nothing more will come. */
  finish(): Promise<Outcome> {
    return this.#then(async () => {
      const sent = await this.#send();
      return sent === "open" ? outcomeOf(await this.#server.close()) : sent;
    });
  }

  #then(work: () => Promise<Outcome>): Promise<Outcome> {
    this.#sending = this.#sending.then(work, work);
    return this.#sending;
  }

  async #send(): Promise<Outcome> {
    let outcome: Outcome = "open";
    for (const given of [...this.#unsent.values()]) {
      outcome = outcomeOf(await this.#server.answer(given));
      if (outcome === "unreachable" || outcome === "unknown") return outcome;
      // A correction made while this was on its way waits for its own turn.
      if (this.#unsent.get(given.item) === given) this.#unsent.delete(given.item);
    }
    return outcome;
  }
}

function outcomeOf(reached: Awaited<ReturnType<LinkServer["answer"]>>): Outcome {
  return reached.type === "reached" ? reached.value.status : reached.type;
}

import { parseSetup, type Setup } from "./setup";

/** What this tablet remembers between starts: its token, and the set-up to go on with while offline. Nothing of patients. */
export class Tablet {
  readonly #storage: Storage;

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  get token(): string | null {
    return this.#storage.getItem("homeward-token");
  }

  get setup(): Setup | null {
    const kept = this.#storage.getItem("homeward-setup");
    if (kept === null) return null;
    try {
      return parseSetup(JSON.parse(kept));
    } catch {
      return null;
    }
  }

  /** Throws when the browser will not keep it. */
  enrolled(token: string, setup: Setup): void {
    this.#storage.setItem("homeward-token", token);
    this.refreshed(setup);
  }

  refreshed(setup: Setup): void {
    this.#storage.setItem("homeward-setup", JSON.stringify(setup));
  }
}

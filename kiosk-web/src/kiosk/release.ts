import type { Format } from "./outbox/formats";

/**
 * The service worker keeps the kiosk's files, and a new release takes over only between two patients: the tablet says when
 * nobody is at it and what its queue holds, first for the new worker to step in if it can read that, and the next time to
 * start again on its files.
 */
export class Release {
  readonly #workers: ServiceWorkerContainer | undefined;
  readonly #restart: () => void;
  #registration: ServiceWorkerRegistration | null = null;
  #replaced = false;

  constructor(workers: ServiceWorkerContainer | undefined, restart: () => void) {
    this.#workers = workers;
    this.#restart = restart;
  }

  /** Without a worker the kiosk works all the same; it only cannot start while offline. */
  async start(): Promise<void> {
    const workers = this.#workers;
    if (!workers) return;
    let controlled = workers.controller !== null;
    workers.addEventListener("controllerchange", () => {
      this.#replaced = controlled;
      controlled = true;
    });
    this.#registration = await workers
      .register("/kiosk/sw.js", { scope: "/kiosk/", updateViaCache: "none" })
      .catch(() => null);
  }

  nobodyIsAtTheTablet(queued: readonly Format[]): void {
    if (this.#replaced) {
      this.#restart();
      return;
    }
    this.#registration?.waiting?.postMessage({ type: "take-over", queued });
    void this.#registration?.update().catch(() => {});
  }
}

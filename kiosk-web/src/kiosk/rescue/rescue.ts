import { jsonOf, problemOf } from "../../shared/problem";
import { mediaTypeOf } from "../outbox/delivery";
import type { Outbox } from "../outbox/outbox";
import type { Entry } from "../outbox/store";
import type { Setup } from "../setup";

/** What became of the answers that were brought. */
export interface Brought {
  stored: number;
  /** Held by the service until staff say whose they are. */
  held: number;
  /** Not taken; still on this tablet. */
  kept: number;
}

export type Rescued =
  | { type: "brought"; answers: Brought }
  | { type: "refused" | "not-allowed" | "too-many-attempts" | "unreachable" };

/** An entry as a rescue brings it, from the tablet or in a file. */
interface Burden {
  id: string;
  kioskId: string;
  /** In seconds. */
  queueAge: number;
  type: string;
  body: string;
}

/** What is written to a file, and read by the dashboard. */
export interface RescueFile {
  homeward: "held-answers";
  format: 1;
  facilityId: string;
  tablet: string;
  /** By the tablet's clock. */
  takenAt: string;
  entries: Burden[];
}

const atOnce = 50;
const patience = 30_000;
/** After these the service has the answer, or will never have it: the tablet may forget it. */
const settled = ["stored", "replayed", "erased", "needs-a-visit"];

/** Brings the queue by the hand of somebody who signs in on the tablet, or lets them carry it away as a file. */
export class Rescue {
  readonly #outbox: Outbox;
  readonly #fetch: typeof globalThis.fetch;

  constructor(outbox: Outbox, fetch: typeof globalThis.fetch) {
    this.#outbox = outbox;
    this.#fetch = fetch;
  }

  /** Signs in, brings everything, and signs out again whatever happened: nobody stays signed in on a ward's tablet. */
  async bring(name: string, password: string, setup: Setup): Promise<Rescued> {
    try {
      const signIn = await this.#ask("POST", "/api/v1/session", { name, password });
      if (signIn.status === 401) return { type: "refused" };
      if (signIn.status === 429) return { type: "too-many-attempts" };
      if (!signIn.ok || !(await jsonOf(signIn))) return { type: "unreachable" };
      try {
        return await this.#bringAll(setup);
      } finally {
        await this.#ask("DELETE", "/api/v1/session");
      }
    } catch {
      return { type: "unreachable" };
    }
  }

  /** Only what is sealed: a file is carried about. Null when there is nothing to write. */
  async file(setup: Setup): Promise<{ file: RescueFile | null; leftOut: number }> {
    const all = await this.#outbox.rescuable();
    const sealed = all.filter(({ entry }) => entry.format === 2 && entry.facility === setup.facility.id);
    const entries = sealed.map(({ entry, queueAge }) => burden(entry, queueAge, setup));
    const leftOut = all.length - entries.length;
    if (entries.length === 0) return { file: null, leftOut };
    const takenAt = new Date().toISOString();
    const tablet = setup.name;
    const facilityId = setup.facility.id;
    return { file: { homeward: "held-answers", format: 1, facilityId, tablet, takenAt, entries }, leftOut };
  }

  async #bringAll(setup: Setup): Promise<Rescued> {
    const answers: Brought = { stored: 0, held: 0, kept: 0 };
    const byFacility = new Map<string, Burden[]>();
    for (const { entry, queueAge } of await this.#outbox.rescuable()) {
      const facility = entry.format === 2 ? entry.facility : setup.facility.id;
      byFacility.set(facility, [...(byFacility.get(facility) ?? []), burden(entry, queueAge, setup)]);
    }
    for (const [facility, entries] of byFacility) {
      for (let from = 0; from < entries.length; from += atOnce) {
        const path = `/api/v1/rescues?facility=${facility}`;
        const response = await this.#ask("POST", path, { entries: entries.slice(from, from + atOnce) });
        if (!response.ok) {
          const { code } = await problemOf(response);
          return { type: code === "forbidden" || code === "facility-unknown" ? "not-allowed" : "unreachable" };
        }
        await this.#settle(await jsonOf(response), answers);
      }
    }
    return { type: "brought", answers };
  }

  async #settle(body: Record<string, unknown> | null, answers: Brought): Promise<void> {
    if (!Array.isArray(body?.results)) throw new Error("not our server's answer");
    for (const { id, outcome } of body.results as { id: string; outcome: string }[]) {
      if (settled.includes(outcome)) await this.#outbox.rescued(id);
      if (outcome === "needs-a-visit") answers.held += 1;
      else if (settled.includes(outcome)) answers.stored += 1;
      else answers.kept += 1;
    }
  }

  #ask(method: string, path: string, body?: object): Promise<Response> {
    return this.#fetch(path, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { "Content-Type": "application/json" } }),
      credentials: "same-origin",
      cache: "no-store",
      redirect: "error",
      signal: AbortSignal.timeout(patience),
    });
  }
}

function burden(entry: Entry, queueAge: number, setup: Setup): Burden {
  const kioskId = entry.format === 2 ? entry.kiosk : setup.id;
  const body = btoa(String.fromCharCode(...entry.body));
  return { id: entry.id, kioskId, queueAge, type: mediaTypeOf(entry), body };
}

import { jsonOf, problemOf } from "../shared/problem";
import { isPortal } from "./portal";
import { parseSetup, type Setup } from "./setup";

export type Enrolment = { type: "enrolled"; token: string; setup: Setup } | { type: "code-unknown" } | Unreachable;
export type Refresh =
  | { type: "refreshed"; setup: Setup }
  | { type: "not-known"; code: string }
  | { type: "unreachable"; because: "network" | "portal" };
export type LookUp =
  | { type: "found"; answered: boolean; numberMissing: boolean }
  | { type: "closed" }
  | { type: "unknown" }
  | Unreachable;
export type Picking =
  | { type: "shown"; visits: Pickable[] }
  | { type: "pin-refused" }
  /** `wait` in seconds. */
  | { type: "locked-out"; wait: number }
  /** The unit has no PIN any more, or the tablet was put out of use. */
  | { type: "not-here" }
  | Unreachable;

/** A discharge of the day, as staff know it. */
export interface Pickable {
  visitNumber: string;
  visitCode: string;
  dischargedAt: string;
  language: string;
  answered: boolean;
  numberMissing: boolean;
}

/** What the tablet says of itself; null is what its browser does not tell. */
export interface Report {
  deviceTime: string;
  appVersion: string;
  unsent: number;
  oldestUnsentSeconds: number | null;
  quarantined: number;
  storagePersisted: boolean | null;
  batteryPercent: number | null;
  charging: boolean | null;
}

/** No answer, too late an answer, or one that is not our server's. */
interface Unreachable {
  type: "unreachable";
}

const unreachable: Unreachable = { type: "unreachable" };
const staffPatience = 15_000;

/** What the tablet asks of the service, but for sending responses, which is the outbox's. */
export class Server {
  readonly #fetch: typeof globalThis.fetch;
  readonly #patientPatience: number;

  constructor(fetch: typeof globalThis.fetch, patientPatience: number) {
    this.#fetch = fetch;
    this.#patientPatience = patientPatience;
  }

  async enrol(code: string): Promise<Enrolment> {
    const response = await this.#ask("POST", "/api/v1/kiosk/enrolment", staffPatience, null, { code });
    if (!response) return unreachable;
    if (response.status === 404) {
      return (await problemOf(response)).code === "enrolment-code-unknown" ? { type: "code-unknown" } : unreachable;
    }
    const body = response.ok ? await jsonOf(response) : null;
    const setup = parseSetup(body?.kiosk);
    return setup && typeof body?.token === "string" ? { type: "enrolled", token: body.token, setup } : unreachable;
  }

  /** Tells how the tablet is and which key the queue needs, so that the server keeps it. */
  async contact(token: string, report: Report, oldestKey: string | null): Promise<Refresh> {
    const headers = oldestKey === null ? {} : { "Homeward-Oldest-Key": oldestKey };
    const response = await this.#ask("POST", "/api/v1/kiosk/contact", staffPatience, token, report, headers);
    if (!response) return { type: "unreachable", because: "network" };
    const body = await jsonOf(response);
    if (isPortal(response) || (response.ok && !body)) return { type: "unreachable", because: "portal" };
    if (response.status === 401 && typeof body?.code === "string") return { type: "not-known", code: body.code };
    const setup = response.ok ? parseSetup(body) : null;
    return setup ? { type: "refreshed", setup } : { type: "unreachable", because: "network" };
  }

  /** The patient is waiting: after a few seconds they go on without the answer. */
  async lookUp(token: string, visitCode: string): Promise<LookUp> {
    const response = await this.#ask("POST", "/api/v1/kiosk/visits", this.#patientPatience, token, { visitCode });
    if (!response) return unreachable;
    if (response.ok) {
      const body = await jsonOf(response);
      if (body?.visitCode !== visitCode) return unreachable;
      return body.open === false
        ? { type: "closed" }
        : { type: "found", answered: isAnswered(body), numberMissing: isNumberMissing(body) };
    }
    const { code } = await problemOf(response);
    return code === "visit-code-unknown" || code === "visit-code-malformed" ? { type: "unknown" } : unreachable;
  }

  /** The day's discharges of the tablet's unit, for staff who know its PIN. */
  async pick(token: string, pin: string): Promise<Picking> {
    const response = await this.#ask("POST", "/api/v1/kiosk/discharges", staffPatience, token, { pin });
    if (!response) return unreachable;
    if (response.ok) {
      const items = (await jsonOf(response))?.items;
      return Array.isArray(items) ? { type: "shown", visits: items.map(pickable) } : unreachable;
    }
    const wait = Number(response.headers.get("Retry-After"));
    switch ((await problemOf(response)).code) {
      case "pin-refused":
        return { type: "pin-refused" };
      case "too-many-attempts":
        return { type: "locked-out", wait };
      case "pin-not-set":
      case "kiosk-locked":
        return { type: "not-here" };
      default:
        return unreachable;
    }
  }

  async #ask(
    method: string,
    path: string,
    patience: number,
    token: string | null,
    body?: object,
    headers: Record<string, string> = {},
  ): Promise<Response | null> {
    try {
      return await this.#fetch(path, {
        method,
        headers: {
          ...(token && { Authorization: `Bearer ${token}` }),
          ...(body && { "Content-Type": "application/json" }),
          ...headers,
        },
        ...(body && { body: JSON.stringify(body) }),
        credentials: "omit",
        cache: "no-store",
        redirect: "manual",
        signal: AbortSignal.timeout(patience),
      });
    } catch {
      return null;
    }
  }
}

function isAnswered(visit: Record<string, unknown>): boolean {
  return Array.isArray(visit.answered) && visit.answered.includes("at-discharge");
}

function isNumberMissing(visit: Record<string, unknown>): boolean {
  return visit.numberKnown === false;
}

function pickable(item: Record<string, unknown>): Pickable {
  const { visitNumber, visitCode, dischargedAt, language } = item;
  return {
    visitNumber: String(visitNumber),
    visitCode: String(visitCode),
    dischargedAt: String(dischargedAt),
    language: String(language),
    answered: isAnswered(item),
    numberMissing: isNumberMissing(item),
  };
}

import { jsonOf, problemOf } from "../shared/problem";
import { isPortal } from "./portal";
import { parseSetup, type Setup } from "./setup";

export type Enrolment = { type: "enrolled"; token: string; setup: Setup } | { type: "code-unknown" } | Unreachable;
export type Refresh =
  | { type: "refreshed"; setup: Setup }
  | { type: "not-known"; code: string }
  | { type: "unreachable"; because: "network" | "portal" };
export type LookUp = { type: "found"; answered: boolean } | { type: "unknown" } | Unreachable;
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

  /** Tells which key the queue needs, so that the server keeps it. */
  async refresh(token: string, oldestKey: string | null): Promise<Refresh> {
    const headers = oldestKey === null ? {} : { "Homeward-Oldest-Key": oldestKey };
    const response = await this.#ask("GET", "/api/v1/kiosk", staffPatience, token, undefined, headers);
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
      return { type: "found", answered: Array.isArray(body.answered) && body.answered.includes("at-discharge") };
    }
    const { code } = await problemOf(response);
    return code === "visit-code-unknown" || code === "visit-code-malformed" ? { type: "unknown" } : unreachable;
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

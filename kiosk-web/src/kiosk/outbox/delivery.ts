import { jsonOf } from "../../shared/problem";
import { isPortal } from "../portal";
import type { Entry } from "./store";

/** What one try to deliver an entry came to. Only `acknowledged` lets it leave the tablet. */
export type Delivery =
  | { type: "acknowledged" }
  /** The tablet itself may not send: nothing goes until staff have set it right. */
  | { type: "held"; code: string }
  /** Nothing was proved; the same bytes go again. */
  | { type: "again"; after: number | null; because: Obstacle }
  /** The server understood and will not take it. */
  | { type: "refused"; status: number; code: string };

/**
 * `network`: no answer of the server came through, or it wants peace. `portal`: something between us answers in its place.
 * `server`: it is in trouble, perhaps with this entry alone.
 */
export type Obstacle = "network" | "portal" | "server";

export interface Attempt {
  token: string;
  /** How long the entry has waited, in seconds. */
  queueAge: number;
  /** How long the clock that cannot jump has run, in seconds: a longer wait was told by the other one. */
  pageAge: number;
  deviceTime: Date;
  appVersion: string;
}

const patience = 20_000;

export async function deliver(entry: Entry, attempt: Attempt, fetch: typeof globalThis.fetch): Promise<Delivery> {
  let response: Response;
  try {
    response = await fetch(`/api/v1/responses/${entry.id}`, {
      method: "PUT",
      body: entry.body,
      headers: {
        Authorization: `Bearer ${attempt.token}`,
        "Content-Type": mediaTypeOf(entry),
        "Homeward-Queue-Age": String(attempt.queueAge),
        "Homeward-Page-Age": String(attempt.pageAge),
        "Homeward-Device-Time": attempt.deviceTime.toISOString(),
        "Homeward-App-Version": attempt.appVersion,
      },
      credentials: "omit",
      cache: "no-store",
      // A captive portal redirects; wherever that leads, it is not our server that answers.
      redirect: "manual",
      signal: AbortSignal.timeout(patience),
    });
  } catch {
    return { type: "again", after: null, because: "network" };
  }
  return judge(entry, response);
}

export function mediaTypeOf(entry: Entry): string {
  switch (entry.format) {
    case 1:
      return "application/json";
    case 2:
      return "application/vnd.homeward.sealed";
  }
}

async function judge(entry: Entry, response: Response): Promise<Delivery> {
  const { status } = response;
  if (isPortal(response)) return { type: "again", after: null, because: "portal" };
  const body = await jsonOf(response);
  const code = typeof body?.code === "string" ? body.code : "unreadable";
  if (status === 200 || status === 201 || status === 410) {
    // A captive portal answers 200 to everything, but it cannot name the entry.
    return body?.id === entry.id ? { type: "acknowledged" } : { type: "again", after: null, because: "portal" };
  }
  if (status === 401 || status === 403) return { type: "held", code };
  if (status === 408 || status === 429 || status === 503) {
    return { type: "again", after: retryAfter(response), because: "network" };
  }
  if (status >= 400 && status < 500) return { type: "refused", status, code };
  return { type: "again", after: retryAfter(response), because: "server" };
}

/** Milliseconds; the header's date form is left out, since the tablet's clock may be wrong. */
function retryAfter(response: Response): number | null {
  const header = response.headers.get("Retry-After");
  return header && /^\d+$/.test(header) ? Number(header) * 1000 : null;
}

import { jsonOf } from "../../shared/problem";
import type { Entry } from "./store";

/** What one try to deliver an entry came to. Only `acknowledged` lets it leave the tablet. */
export type Delivery =
  | { type: "acknowledged" }
  /** The tablet itself is not known any more: nothing goes until staff have enrolled it again. */
  | { type: "held"; code: string }
  /** Nothing was proved; the same bytes go again. `halts`: the rest of the queue would fare the same. */
  | { type: "again"; after: number | null; halts: boolean }
  /** The server understood and will not take it. */
  | { type: "refused"; status: number; code: string };

export interface Attempt {
  token: string;
  /** How long the entry has waited, in seconds. */
  queueAge: number;
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
        "Content-Type": "application/json",
        "Homeward-Queue-Age": String(attempt.queueAge),
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
    return { type: "again", after: null, halts: true };
  }
  return judge(entry, response);
}

async function judge(entry: Entry, response: Response): Promise<Delivery> {
  const { status } = response;
  const body = await jsonOf(response);
  const code = typeof body?.code === "string" ? body.code : "unreadable";
  if (status === 200 || status === 201 || status === 410) {
    // A captive portal answers 200 to everything, but it cannot name the entry.
    return body?.id === entry.id ? { type: "acknowledged" } : { type: "again", after: null, halts: true };
  }
  if (status === 401) return { type: "held", code };
  if (status === 408 || status === 429 || status === 503) {
    return { type: "again", after: retryAfter(response), halts: true };
  }
  // 407 speaks for a proxy on the way, not for the server.
  if (status >= 400 && status < 500 && status !== 407) return { type: "refused", status, code };
  return { type: "again", after: retryAfter(response), halts: false };
}

/** Milliseconds; the header's date form is left out, since the tablet's clock may be wrong. */
function retryAfter(response: Response): number | null {
  const header = response.headers.get("Retry-After");
  return header && /^\d+$/.test(header) ? Number(header) * 1000 : null;
}

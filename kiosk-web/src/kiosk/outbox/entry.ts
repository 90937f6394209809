import { uuidv7 } from "../../shared/uuid";
import { responseBody, type Submission } from "../../survey/response";
import type { Setup } from "../setup";
import type { SealedEntry } from "./store";

/** Beside the first screen, so that it does not wait for this; kept by the service worker, so that it is there offline. */
const sealing = () => import("./seal");

/**
 * Has the code that seals at hand before anyone needs it: a new release takes its file away while this page still runs.
 * What fails now is tried again then, and told.
 */
export function prepareToSeal(): void {
  void sealing().catch(() => {});
}

/** A submission as it waits in the outbox. Its plain words are in memory only. */
export async function entryOf(submission: Submission, setup: Setup): Promise<SealedEntry> {
  const madeAt = Date.now();
  const id = uuidv7(madeAt);
  const plain = responseBody(submission, setup.instrument, new Date(madeAt));
  const { seal } = await sealing();
  const body = await seal(plain, id, setup.facility.id, setup.sealing);
  return { id, body, madeAt, format: 2, facility: setup.facility.id, kiosk: setup.id, key: setup.sealing.keyId };
}

import { isVisitCode, normaliseVisitCode } from "../../shared/visitCode";
import { openReader } from "./reader";

/** Which way the camera looks: at whoever stands before the tablet, or away from it. */
export type Facing = "user" | "environment";

export type ScanTrouble = "refused" | "missing";

const pause = 120;

/**
 * Shows the camera in `video` until it has seen a visit code, and resolves to that. Whatever ends it, `signal` too, the
 * camera is off before the promise settles. Rejects with what `getUserMedia` said, or with the signal's reason.
 */
export async function scan(video: HTMLVideoElement, facing: Facing, signal: AbortSignal): Promise<string> {
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: false,
    video: { facingMode: { ideal: facing }, width: { ideal: 1280 } },
  });
  try {
    signal.throwIfAborted();
    video.srcObject = stream;
    await video.play();
    const read = await openReader();
    for (;;) {
      signal.throwIfAborted();
      // A detector that stumbles over one picture has another in a moment.
      const code = normaliseVisitCode((await read(video).catch(() => null)) ?? "");
      signal.throwIfAborted();
      if (isVisitCode(code)) return code;
      await new Promise((later) => setTimeout(later, pause));
    }
  } finally {
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  }
}

/** Somebody may have told the browser never to show this page a camera; anything else is a camera that does not work. */
export function troubleOf(thrown: unknown): ScanTrouble {
  const name = thrown instanceof DOMException ? thrown.name : "";
  return name === "NotAllowedError" || name === "SecurityError" ? "refused" : "missing";
}

export function canScan(): boolean {
  return typeof navigator.mediaDevices?.getUserMedia === "function";
}

/** A tablet on a stand has its other camera to the wall; one that is handed over may want that one. */
export async function hasOtherCamera(): Promise<boolean> {
  const devices = await navigator.mediaDevices.enumerateDevices().catch(() => []);
  return devices.filter(({ kind }) => kind === "videoinput").length > 1;
}

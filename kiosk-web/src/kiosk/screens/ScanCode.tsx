import { useEffect, useRef, useState } from "preact/hooks";
import { type Facing, hasOtherCamera, type ScanTrouble, scan, troubleOf } from "../camera/scan";
import { Heading, Page } from "../parts/Page";
import { useAnnounced } from "../speech/hooks";
import type { Words } from "../words";

interface ScanCodeProps {
  words: Words;
  onFound: (visitCode: string) => void;
  onBack: () => void;
}

export function ScanCode({ words, onFound, onBack }: ScanCodeProps) {
  const video = useRef<HTMLVideoElement>(null);
  const [facing, setFacing] = useState<Facing>("user");
  const [state, setState] = useState<"opening" | "looking" | ScanTrouble>("opening");
  const [choice, setChoice] = useState(false);
  const found = useRef(onFound);
  found.current = onFound;

  useEffect(() => {
    const picture = video.current;
    if (!picture) return;
    const left = new AbortController();
    setState("opening");
    const shown = () => {
      setState("looking");
      void hasOtherCamera().then((another) => left.signal.aborted || setChoice(another));
    };
    picture.addEventListener("playing", shown, { signal: left.signal });
    scan(picture, facing, left.signal).then(
      (code) => left.signal.aborted || found.current(code),
      (thrown) => left.signal.aborted || setState(troubleOf(thrown)),
    );
    return () => left.abort();
  }, [facing]);

  const trouble = state === "refused" || state === "missing";
  const title = words("kiosk.scan.title");
  const status = words(
    trouble ? `kiosk.scan.${state}` : state === "opening" ? "kiosk.scan.opening" : "kiosk.scan.hint",
  );
  useAnnounced(words, [status]);
  return (
    <Page words={words} name="scan" says={[title, status]} onBack={onBack}>
      <Heading>{title}</Heading>
      <div class="viewfinder" data-facing={facing}>
        {/* What it shows stands beside it in words. */}
        <video ref={video} muted playsInline aria-hidden="true" tabIndex={-1} data-testid="camera" />
      </div>
      <p class={trouble ? "scan-says trouble" : "scan-says"} role="status" data-testid="scan-says">
        {status}
      </p>
      <div class="scan-actions">
        <button type="button" class={trouble ? "primary" : "secondary"} data-testid="scan-type" onClick={onBack}>
          {words("kiosk.scan.type")}
        </button>
        {choice && !trouble && (
          <button
            type="button"
            class="secondary"
            data-testid="scan-other"
            onClick={() => setFacing(facing === "user" ? "environment" : "user")}
          >
            {words("kiosk.scan.other")}
          </button>
        )}
      </div>
    </Page>
  );
}

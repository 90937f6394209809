import { useState } from "preact/hooks";
import { showVisitCode, visitCodeLength, visitCodeSymbols } from "../../shared/visitCode";
import type { CodeTrouble } from "../../survey/interview";
import { canScan } from "../camera/scan";
import { useKeys } from "../hooks";
import { DeleteIcon, ScanIcon } from "../parts/icons";
import { Heading, Page } from "../parts/Page";
import { useAnnounced } from "../speech/hooks";
import type { Words } from "../words";
import { ScanCode } from "./ScanCode";

/** As in the style sheet. */
const keypadColumns = 6;

interface VisitCodeProps {
  words: Words;
  typed: string;
  trouble: CodeTrouble | null;
  looking: boolean;
  onSymbol: (symbol: string) => void;
  onDelete: () => void;
  onEnter: () => void;
  onScanned: (visitCode: string) => void;
  onNoCode: () => void;
  onBack: () => void;
}

/** By the camera or by hand: two ways to the same code. */
export function VisitCode(props: VisitCodeProps) {
  const [scanning, setScanning] = useState(false);
  if (!scanning) return <TypeCode {...props} {...(canScan() && { onScan: () => setScanning(true) })} />;
  const found = (visitCode: string) => {
    setScanning(false);
    props.onScanned(visitCode);
  };
  return <ScanCode words={props.words} onFound={found} onBack={() => setScanning(false)} />;
}

function TypeCode(props: VisitCodeProps & { onScan?: () => void }) {
  const { onScan, words, typed, trouble, looking, onSymbol, onDelete, onEnter, onNoCode, onBack } = props;
  useKeys((event) => {
    if (event.key === "Backspace") onDelete();
    else if (event.key === "Enter" && !(event.target instanceof HTMLButtonElement)) onEnter();
    else if (event.key.length === 1) onSymbol(event.key);
  });
  const title = words("kiosk.visit.title");
  const status = looking ? words("kiosk.visit.looking") : words(`kiosk.visit.${trouble ?? "hint"}`);
  const last = typed.slice(-1);
  const place = words("kiosk.question.progress", { step: typed.length, steps: visitCodeLength });
  useAnnounced(words, [
    ...(last ? [last, place] : [words("kiosk.visit.space")]),
    ...(looking || trouble ? [status] : []),
  ]);
  return (
    <Page words={words} name="visit" says={[title, status]} onBack={onBack}>
      <div class="visit-code">
        <Heading>{title}</Heading>
        <Typed words={words} typed={typed} />
        <p class={trouble ? "visit-says trouble" : "visit-says"} role="status" data-testid="visit-says">
          {status}
        </p>
      </div>
      <div class="keypad" dir="ltr" data-columns={keypadColumns}>
        {visitCodeSymbols.map((symbol) => (
          <button
            type="button"
            class="key"
            key={symbol}
            data-testid={`key-${symbol}`}
            disabled={looking}
            onClick={() => onSymbol(symbol)}
          >
            {symbol}
          </button>
        ))}
        <button
          type="button"
          class="key key-delete"
          data-testid="key-delete"
          aria-label={words("kiosk.visit.delete")}
          onClick={onDelete}
        >
          <DeleteIcon />
        </button>
      </div>
      <div class="visit-actions">
        <button type="button" class="primary" data-testid="visit-continue" disabled={looking} onClick={onEnter}>
          {words("kiosk.visit.continue")}
        </button>
        {onScan && (
          <button type="button" class="secondary" data-testid="scan" disabled={looking} onClick={onScan}>
            <ScanIcon />
            {words("kiosk.scan.start")}
          </button>
        )}
        <button type="button" class="secondary" data-testid="no-code" onClick={onNoCode}>
          {words("kiosk.visit.none")}
        </button>
      </div>
    </Page>
  );
}

function Typed({ words, typed }: { words: Words; typed: string }) {
  const places = Array.from({ length: visitCodeLength }, (_, at) => typed.charAt(at));
  const spoken = typed === "" ? words("kiosk.visit.space") : [...showVisitCode(typed)].join(" ");
  return (
    <div
      class="typed"
      dir="ltr"
      role="img"
      aria-label={`${words("kiosk.visit.code")}: ${spoken}`}
      data-testid="visit-typed"
    >
      {places.map((symbol, at) => (
        <span key={at} class={at === typed.length ? "place next" : "place"}>
          {symbol}
        </span>
      ))}
    </div>
  );
}

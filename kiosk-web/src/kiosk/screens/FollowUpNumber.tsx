import type { ComponentChildren } from "preact";
import { useKeys } from "../hooks";
import { DeleteIcon } from "../parts/icons";
import { Heading, Page } from "../parts/Page";
import { useAnnounced } from "../speech/hooks";
import type { Words } from "../words";

const keys = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "+", "0"];
/** As in the style sheet. */
const keypadColumns = 3;

interface FollowUpNumberProps {
  words: Words;
  typed: string;
  short: boolean;
  /** What an employee reads out who asks aloud. */
  script?: ComponentChildren;
  onSymbol: (symbol: string) => void;
  onDelete: () => void;
  onAgree: () => void;
  onDecline: () => void;
  onBack: () => void;
}

/** The words that are agreed to stand beside the number, and on keys of our own: a tablet's keyboard would learn it. */
export function FollowUpNumber(props: FollowUpNumberProps) {
  const { words, typed, short, onSymbol, onDelete, onAgree, onDecline, onBack } = props;
  useKeys((event) => {
    if (event.key === "Backspace") onDelete();
    else if (keys.includes(event.key)) onSymbol(event.key);
  });
  const spoken = typed === "" ? words("kiosk.visit.space") : [...typed].join(" ");
  const title = words("kiosk.number.title");
  const consent = words("consent.text");
  const trouble = short ? words("kiosk.number.short") : "";
  useAnnounced(words, [typed === "" ? words("kiosk.visit.space") : typed.slice(-1), trouble]);
  return (
    <Page words={words} name="number" says={[title, consent, words("kiosk.number.label")]} onBack={onBack}>
      <div class="number-asked">
        <Heading>{title}</Heading>
        {props.script}
        <p class="consent" data-testid="consent">
          {consent}
        </p>
        <div
          class="typed-number"
          role="img"
          dir="ltr"
          aria-label={`${words("kiosk.number.label")}: ${spoken}`}
          data-testid="number-typed"
        >
          {typed === "" ? <span class="typed-hint">{words("kiosk.number.label")}</span> : typed}
        </div>
        <p class="visit-says trouble" role="status" data-testid="number-says">
          {trouble}
        </p>
      </div>
      <div class="keypad number-keys" dir="ltr" data-columns={keypadColumns}>
        {keys.map((symbol) => (
          <button
            type="button"
            class="key"
            key={symbol}
            data-testid={`digit-${symbol}`}
            onClick={() => onSymbol(symbol)}
          >
            {symbol}
          </button>
        ))}
        <button
          type="button"
          class="key"
          data-testid="digit-delete"
          aria-label={words("kiosk.visit.delete")}
          onClick={onDelete}
        >
          <DeleteIcon />
        </button>
      </div>
      <div class="visit-actions">
        <button type="button" class="primary" data-testid="number-agree" onClick={onAgree}>
          {words("kiosk.number.agree")}
        </button>
        <button type="button" class="secondary" data-testid="number-decline" onClick={onDecline}>
          {words("kiosk.number.no")}
        </button>
      </div>
    </Page>
  );
}

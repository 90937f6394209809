import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { useSettling } from "../hooks";
import { Face } from "../parts/Face";
import { Heading } from "../parts/Page";
import type { Words } from "../words";

export function Saving({ words }: { words: Words }) {
  return (
    <main class="page ending" data-testid="screen-saving">
      <p role="status">{words("kiosk.saving")}</p>
    </main>
  );
}

interface EndingProps {
  words: Words;
  showFor: number;
  settleFor: number;
  onDone: () => void;
}

export function Thanks({ answered, ...ending }: EndingProps & { answered: boolean }) {
  const { words } = ending;
  return (
    <Ending {...ending} testid="thanks" title={words("kiosk.thanks.title")}>
      {words(answered ? "kiosk.thanks.saved" : "kiosk.thanks.nothing")}
    </Ending>
  );
}

export function AlreadyAnswered(ending: EndingProps) {
  const { words } = ending;
  return (
    <Ending {...ending} testid="already-answered" title={words("kiosk.answered.title")}>
      {words("kiosk.answered.text")}
    </Ending>
  );
}

export function NotSaved({ words, onAgain, onDone }: { words: Words; onAgain: () => void; onDone: () => void }) {
  return (
    <main class="page ending" data-testid="save-failed">
      <div class="ending-says" role="alert">
        <Face answer="partly" />
        <Heading>{words("kiosk.failed.title")}</Heading>
        <p>{words("kiosk.failed.text")}</p>
      </div>
      <div class="ending-actions">
        <button type="button" class="primary" data-testid="save-again" onClick={onAgain}>
          {words("kiosk.failed.again")}
        </button>
        <button type="button" class="secondary" data-testid="done" onClick={onDone}>
          {words("kiosk.done")}
        </button>
      </div>
    </main>
  );
}

interface Said {
  testid: string;
  title: string;
  children: ComponentChildren;
}

/** Ends by itself, or at a touch anywhere, but not at the second tap of a hand that trembles. */
function Ending({ words, showFor, settleFor, onDone, testid, title, children }: EndingProps & Said) {
  const settling = useSettling(settleFor);
  // The time runs from when the screen was shown.
  useEffect(() => {
    const timer = setTimeout(onDone, showFor);
    return () => clearTimeout(timer);
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the button does the same for the keyboard
    <main class="page ending" data-testid={testid} onClick={() => settling || onDone()}>
      <div class="ending-says">
        <Face answer="yes" />
        <Heading>{title}</Heading>
        <p>{children}</p>
        <p class="unclear">{words("kiosk.thanks.unclear")}</p>
      </div>
      <button type="button" class="primary" data-testid="done" disabled={settling}>
        {words("kiosk.done")}
      </button>
    </main>
  );
}

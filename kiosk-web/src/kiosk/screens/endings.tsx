import { useContext, useEffect, useState } from "preact/hooks";
import { useSettling } from "../hooks";
import { Face } from "../parts/Face";
import { Heading } from "../parts/Page";
import { useAnnounced, useSaid } from "../speech/hooks";
import { SpeechContext } from "../speech/speech";
import type { Words } from "../words";

export function Saving({ words }: { words: Words }) {
  const saving = words("kiosk.saving");
  useSaid(words, [saving]);
  return (
    <main class="page ending" data-testid="screen-saving">
      <p role="status">{saving}</p>
    </main>
  );
}

interface EndingProps {
  words: Words;
  showFor: number;
  settleFor: number;
  onDone: () => void;
}

/** Whether staff know of a wish for an explanation. */
export type HelpNews = "telling" | "told" | "tell-nurse";

/** Longer than this, a patient who has asked for help should not wait for the network. */
const patience = 4_000;

interface ThanksProps extends EndingProps {
  answered: boolean;
  /** Null when none was asked for. */
  help: HelpNews | null;
}

export function Thanks({ answered, help, ...ending }: ThanksProps) {
  const { words } = ending;
  const [waited, setWaited] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setWaited(true), patience);
    return () => clearTimeout(timer);
  }, []);
  const news = help === "telling" && waited ? "tell-nurse" : help;
  return (
    <Ending
      {...ending}
      testid="thanks"
      title={words("kiosk.thanks.title")}
      text={words(answered ? "kiosk.thanks.saved" : "kiosk.thanks.nothing")}
      beside={words(news ? `kiosk.thanks.${news}` : "kiosk.thanks.unclear")}
    />
  );
}

export function AlreadyAnswered(ending: EndingProps) {
  const { words } = ending;
  return (
    <Ending
      {...ending}
      testid="already-answered"
      title={words("kiosk.answered.title")}
      text={words("kiosk.answered.text")}
      beside={words("kiosk.thanks.unclear")}
    />
  );
}

/** Why is nobody's business at a tablet in a corridor: the patient may have died, or be back in hospital. */
export function NotOpen(ending: EndingProps) {
  const { words } = ending;
  return <Ending {...ending} testid="not-open" title={words("kiosk.closed.title")} text={words("kiosk.closed.text")} />;
}

export function NotSaved({ words, onAgain, onDone }: { words: Words; onAgain: () => void; onDone: () => void }) {
  const title = words("kiosk.failed.title");
  const text = words("kiosk.failed.text");
  useSaid(words, [title, text, words("kiosk.failed.again"), words("kiosk.done")]);
  return (
    <main class="page ending" data-testid="save-failed">
      <div class="ending-says" role="alert">
        <Face answer="partly" />
        <Heading>{title}</Heading>
        <p>{text}</p>
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
  text: string;
  /** Set apart from the rest; it may change while the screen stands. Without it there is no smile, which may meet a mourner. */
  beside?: string;
}

/** Ends by itself, or at a touch anywhere, but not at the second tap of a hand that trembles. */
function Ending({ words, showFor, settleFor, onDone, testid, title, text, beside = "" }: EndingProps & Said) {
  const settling = useSettling(settleFor);
  useSaid(words, [title, text, beside, words("kiosk.done")]);
  useAnnounced(words, [beside]);
  useLeaving(showFor, onDone);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the button does the same for the keyboard
    <main class="page ending" data-testid={testid} onClick={() => settling || onDone()}>
      <div class="ending-says">
        {beside && <Face answer="yes" />}
        <Heading>{title}</Heading>
        <p>{text}</p>
        {beside && (
          <p class="unclear" role="status" data-testid="thanks-beside">
            {beside}
          </p>
        )}
      </div>
      <button type="button" class="primary" data-testid="done" disabled={settling}>
        {words("kiosk.done")}
      </button>
    </main>
  );
}

/** The time runs from when the screen was shown, and longer where it is still being read aloud. */
function useLeaving(after: number, leave: () => void) {
  const speech = useContext(SpeechContext);
  useEffect(() => {
    let here = true;
    const timer = setTimeout(async () => {
      while (speech?.speaking) await speech.quiet;
      if (here) leave();
    }, after);
    return () => {
      here = false;
      clearTimeout(timer);
    };
  }, []);
}

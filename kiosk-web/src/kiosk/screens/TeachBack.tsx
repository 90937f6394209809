import { useState } from "preact/hooks";
import { Heading, Page } from "../parts/Page";
import type { Words } from "../words";

/** What the server takes, with room for letters that count twice. */
const longest = 500;

interface TeachBackProps {
  words: Words;
  onSaid: (said: string) => void;
  onSkip: () => void;
  onBack: () => void;
  onStop: () => void;
}

/** The only place where a tablet's own keyboard comes up. It is asked not to help, so that it keeps nothing. */
export function TeachBack({ words, onSaid, onSkip, onBack, onStop }: TeachBackProps) {
  const [said, setSaid] = useState("");
  const title = words("kiosk.teach-back.title");
  const text = words("kiosk.teach-back.text");
  return (
    <Page words={words} name="teach-back" says={[title, text]} onBack={onBack} onStop={onStop}>
      <div class="asked">
        <Heading>{title}</Heading>
        <p>{text}</p>
      </div>
      <textarea
        class="own-words"
        data-testid="own-words"
        aria-label={words("kiosk.teach-back.label")}
        dir="auto"
        rows={4}
        maxLength={longest}
        autoComplete="off"
        autoCorrect="off"
        spellcheck={false}
        inputMode="text"
        value={said}
        onInput={(event) => setSaid(event.currentTarget.value)}
      />
      <div class="visit-actions">
        <button
          type="button"
          class="primary"
          data-testid="teach-back-continue"
          onClick={() => (said.trim() ? onSaid(said) : onSkip())}
        >
          {words("kiosk.visit.continue")}
        </button>
        <button type="button" class="secondary" data-testid="teach-back-skip" onClick={onSkip}>
          {words("kiosk.teach-back.skip")}
        </button>
      </div>
    </Page>
  );
}

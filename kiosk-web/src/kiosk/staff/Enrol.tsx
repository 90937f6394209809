import { useState } from "preact/hooks";
import { useFocusOnArrival } from "../hooks";
import type { Server } from "../server";
import type { Setup } from "../setup";
import type { StaffWords } from "./staffWords";

interface EnrolProps {
  words: StaffWords;
  server: Server;
  code: string;
  onEnrolled: (token: string, setup: Setup) => void;
  /** Absent when the tablet has nothing to go back to. */
  onCancel?: () => void;
}

export function Enrol({ words, server, code, onEnrolled, onCancel }: EnrolProps) {
  const [typed, setTyped] = useState(code);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const field = useFocusOnArrival<HTMLInputElement>();

  async function submit(event: Event) {
    event.preventDefault();
    const entered = typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, "");
    if (entered === "") return setTrouble(words.enrolEmpty);
    setBusy(true);
    setTrouble(null);
    const enrolment = await server.enrol(entered);
    setBusy(false);
    switch (enrolment.type) {
      case "enrolled":
        return onEnrolled(enrolment.token, enrolment.setup);
      case "code-unknown":
        return setTrouble(words.enrolUnknown);
      case "unreachable":
        return setTrouble(words.enrolUnreachable);
    }
  }

  return (
    <main class="page staff" data-testid="screen-enrol">
      <form onSubmit={submit}>
        <h1>{words.enrolTitle}</h1>
        <p>{words.enrolText}</p>
        <label for="enrolment-code">{words.enrolCode}</label>
        <input
          id="enrolment-code"
          ref={field}
          data-testid="enrol-code"
          value={typed}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          aria-describedby="enrolment-trouble"
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <p id="enrolment-trouble" class="trouble" role="alert" data-testid="enrol-trouble">
          {trouble}
        </p>
        <button type="submit" class="primary" data-testid="enrol-submit" disabled={busy}>
          {busy ? words.enrolBusy : words.enrolSubmit}
        </button>
        {onCancel && (
          <button type="button" class="secondary" data-testid="enrol-cancel" onClick={onCancel}>
            {words.enrolCancel}
          </button>
        )}
      </form>
    </main>
  );
}

import { useState } from "preact/hooks";
import { download } from "../../shared/download";
import { useFocusOnArrival } from "../hooks";
import type { Setup } from "../setup";
import type { Brought, Rescue, Rescued } from "./rescue";
import { type RescueWords, rescueWords } from "./rescueWords";

interface RescueDialogProps {
  setup: Setup;
  rescue: Rescue;
  onBack: () => void;
}

/** For what a tablet cannot send by itself: it was revoked, or the service did not take it. */
export function RescueDialog({ setup, rescue, onBack }: RescueDialogProps) {
  const words = rescueWords(navigator.language);
  const [busy, setBusy] = useState(false);
  const [came, setCame] = useState<Rescued | null>(null);
  const [saved, setSaved] = useState<string | null>(null);
  const first = useFocusOnArrival<HTMLInputElement>();

  async function send(event: SubmitEvent) {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const typed = new FormData(form);
    setBusy(true);
    setSaved(null);
    setCame(await rescue.bring(String(typed.get("name")), String(typed.get("password")), setup));
    // A ward's tablet remembers nobody's password.
    form.reset();
    setBusy(false);
  }

  async function save() {
    const { file, leftOut } = await rescue.file(setup);
    if (file) download(`homeward-${file.takenAt.slice(0, 10)}.json`, "application/json", JSON.stringify(file));
    const others = leftOut > 0 ? ` ${leftOut} ${words.fileLeftOut}` : "";
    setCame(null);
    setSaved((file ? words.fileSaved : words.fileEmpty) + others);
  }

  return (
    <div class="backdrop">
      <div
        class="dialog staff-panel rescue"
        role="dialog"
        aria-modal="true"
        aria-labelledby="rescue"
        data-testid="rescue"
      >
        <h2 id="rescue">{words.title}</h2>
        <p>{words.what}</p>
        <form class="rescue-form" autocomplete="off" onSubmit={send}>
          <label>
            {words.name}
            <input ref={first} name="name" required autocomplete="off" autocapitalize="none" spellcheck={false} />
          </label>
          <label>
            {words.password}
            <input name="password" type="password" required autocomplete="off" />
          </label>
          <button type="submit" class="primary" disabled={busy} data-testid="rescue-send">
            {busy ? words.sending : words.send}
          </button>
        </form>
        <div role="status" data-testid="rescue-result">
          {came?.type === "brought" && <Outcome answers={came.answers} words={words} />}
          {came && came.type !== "brought" && <p class="trouble">{words[came.type]}</p>}
          {saved && <p>{saved}</p>}
        </div>
        <div class="dialog-actions">
          <button type="button" class="secondary" data-testid="rescue-file" disabled={busy} onClick={save}>
            {words.file}
          </button>
          <button type="button" class="secondary" data-testid="rescue-back" disabled={busy} onClick={onBack}>
            {words.back}
          </button>
        </div>
      </div>
    </div>
  );
}

function Outcome({ answers, words }: { answers: Brought; words: RescueWords }) {
  const lines = [
    { text: words.stored, count: answers.stored },
    { text: words.held, count: answers.held },
    { text: words.kept, count: answers.kept },
  ];
  return (
    <dl>
      {lines
        .filter(({ count }, at) => count > 0 || at === 0)
        .map(({ text, count }) => [<dt key={text}>{text}</dt>, <dd key={`${text} `}>{count}</dd>])}
    </dl>
  );
}

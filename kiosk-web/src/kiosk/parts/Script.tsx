import type { StaffWords } from "../staff/staffWords";
import type { Words } from "../words";

interface ScriptProps {
  words: Words;
  staffWords: StaffWords;
  /** Keys of what is read out, in the patient's language. */
  lines: string[];
}

/** What an employee who asks aloud reads out, besides the words that are on the screen anyway. */
export function Script({ words, staffWords, lines }: ScriptProps) {
  return (
    <aside class="script" data-testid="script">
      <p class="script-says" lang={staffWords.language} dir="ltr">
        {staffWords.readAloud}
      </p>
      {lines.map((line) => (
        <p key={line}>{words(line)}</p>
      ))}
    </aside>
  );
}

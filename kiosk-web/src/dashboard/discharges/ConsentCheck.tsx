import type { ConsentWording } from "../api";
import { languageName } from "../format/words";

interface ConsentCheckProps {
  wording: ConsentWording | undefined;
  language: string;
  disabled: boolean;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** The exact words the patient agrees to, in the patient's language. */
export function ConsentCheck({ wording, language, disabled, checked, onChange }: ConsentCheckProps) {
  if (!wording) {
    return (
      <p class="hint">There is no consent wording in {languageName(language)} yet, so this patient cannot be texted.</p>
    );
  }
  return (
    <div class="consent">
      <label class="check">
        <input
          type="checkbox"
          name="consent"
          disabled={disabled}
          checked={checked}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span>The patient was read this, or read it, and agreed:</span>
      </label>
      <blockquote lang={language} data-testid="consent-wording" data-version={wording.version}>
        {wording.text}
      </blockquote>
    </div>
  );
}

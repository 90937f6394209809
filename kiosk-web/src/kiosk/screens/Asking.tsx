import { Heading, Page } from "../parts/Page";
import type { Setup } from "../setup";
import type { StaffWords } from "../staff/staffWords";
import { few, spokenIn, type Words, wordsFor } from "../words";

interface AskingProps {
  words: Words;
  staffWords: StaffWords;
  setup: Setup;
  onLanguage: (language: string) => void;
  onBack: () => void;
}

/** For the employee who is about to ask aloud; the patient does not see this. */
export function Asking({ words, staffWords, setup, onLanguage, onBack }: AskingProps) {
  return (
    <Page words={words} name="asking" says={[]} onBack={onBack}>
      <div class="asked" lang={staffWords.language} dir="ltr">
        <Heading>{staffWords.askingTitle}</Heading>
        <p>{staffWords.askingText}</p>
      </div>
      <div class="choices" data-many={setup.languages.length > few}>
        {setup.languages.map((language) => (
          <button
            type="button"
            class="choice"
            key={language}
            {...spokenIn(setup, language)}
            data-testid={`asking-${language}`}
            onClick={() => onLanguage(language)}
          >
            {wordsFor(setup, language)("language.name")}
          </button>
        ))}
      </div>
    </Page>
  );
}

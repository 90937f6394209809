import { type Respondent, respondents } from "../../survey/response";
import { Heading, Page } from "../parts/Page";
import type { Words } from "../words";

interface WhoAnswersProps {
  words: Words;
  onChosen: (respondent: Respondent) => void;
  onBack?: () => void;
  onStop?: () => void;
}

export function WhoAnswers({ words, onChosen, onBack, onStop }: WhoAnswersProps) {
  return (
    <Page words={words} name="respondent" {...(onBack && { onBack })} {...(onStop && { onStop })}>
      <Heading>{words("kiosk.respondent.title")}</Heading>
      <div class="choices">
        {respondents.map((respondent) => (
          <button
            type="button"
            class="choice"
            key={respondent}
            data-testid={`respondent-${respondent}`}
            onClick={() => onChosen(respondent)}
          >
            {words(`kiosk.respondent.${respondent}`)}
          </button>
        ))}
      </div>
    </Page>
  );
}

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
  const title = words("kiosk.respondent.title");
  const says = [title, ...respondents.map((respondent) => words(`kiosk.respondent.${respondent}`))];
  return (
    <Page words={words} name="respondent" says={says} {...(onBack && { onBack })} {...(onStop && { onStop })}>
      <Heading>{title}</Heading>
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

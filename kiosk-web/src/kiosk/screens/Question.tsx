import { useRef } from "preact/hooks";
import { type Answer, answers, type Item, type Respondent } from "../../survey/response";
import { useKeys, useSettling } from "../hooks";
import { Face } from "../parts/Face";
import { CheckIcon } from "../parts/icons";
import { Heading, Page } from "../parts/Page";
import type { Words } from "../words";

interface QuestionProps {
  words: Words;
  item: Item;
  step: number;
  steps: number;
  respondent: Respondent;
  /** From before the patient went back. */
  given: Answer | undefined;
  settleFor: number;
  onAnswer: (answer: Answer) => void;
  onSkip: () => void;
  onBack: () => void;
  onStop?: () => void;
}

export function Question(props: QuestionProps) {
  const { words, item, step, steps, respondent, given, settleFor, onAnswer, onSkip, onBack, onStop } = props;
  const settling = useSettling(settleFor);
  const cards = useRef<HTMLDivElement>(null);
  useKeys((event) => {
    const numbered = answers[Number(event.key) - 1];
    if (numbered && !settling && !event.repeat) onAnswer(numbered);
    else if (event.key.startsWith("Arrow") && cards.current) {
      event.preventDefault();
      moveFocus(cards.current, event.key === "ArrowRight" || event.key === "ArrowDown" ? 1 : -1);
    }
  });
  return (
    <Page
      words={words}
      name="question"
      onBack={onBack}
      {...(onStop && { onStop })}
      middle={<Progress words={words} step={step} steps={steps} />}
    >
      <div class="asked">
        <Heading testid="question">{words(`question.${item}.kiosk`)}</Heading>
        {respondent !== "patient" && <p class="for-patient">{words("kiosk.question.for-patient")}</p>}
      </div>
      <div class="answers" ref={cards}>
        {answers.map((answer) => (
          <button
            type="button"
            class="answer"
            key={answer}
            data-testid={`answer-${answer}`}
            aria-pressed={given === undefined ? undefined : given === answer}
            disabled={settling}
            onClick={() => onAnswer(answer)}
          >
            <Face answer={answer} />
            <span class="answer-says">{words(`answer.${answer}`)}</span>
            {given === answer && <CheckIcon />}
          </button>
        ))}
      </div>
      <div class="question-foot">
        <button type="button" class="quiet" data-testid="skip" disabled={settling} onClick={onSkip}>
          {words("kiosk.question.skip")}
        </button>
      </div>
    </Page>
  );
}

function Progress({ words, step, steps }: { words: Words; step: number; steps: number }) {
  return (
    <p class="progress" data-testid="progress">
      {words("kiosk.question.progress", { step, steps })}
    </p>
  );
}

function moveFocus(cards: HTMLElement, by: 1 | -1) {
  const all = [...cards.querySelectorAll("button")];
  const at = all.indexOf(document.activeElement as HTMLButtonElement);
  const from = at < 0 && by < 0 ? 0 : at;
  all[(from + by + all.length) % all.length]?.focus();
}

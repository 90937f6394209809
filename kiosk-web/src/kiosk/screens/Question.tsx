import type { ComponentChildren } from "preact";
import { useContext, useRef } from "preact/hooks";
import { type Answer, answers, type Item, type Respondent } from "../../survey/response";
import { useKeys, useSettling } from "../hooks";
import { Face } from "../parts/Face";
import { CheckIcon } from "../parts/icons";
import { Heading, Page } from "../parts/Page";
import { SpeechContext } from "../speech/speech";
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
  /** What an employee reads out who asks aloud. */
  script?: ComponentChildren;
  onAnswer: (answer: Answer) => void;
  onSkip: () => void;
  onBack: () => void;
  onStop?: () => void;
}

export function Question(props: QuestionProps) {
  const { words, item, step, steps, respondent, given, settleFor, onAnswer, onSkip, onBack, onStop } = props;
  const settling = useSettling(settleFor);
  const cards = useRef<HTMLDivElement>(null);
  const speech = useContext(SpeechContext);
  useKeys((event) => {
    const numbered = answers[Number(event.key) - 1];
    if (numbered && !settling && !event.repeat) {
      // Read aloud, the first press says what the second will choose.
      const card = cards.current?.querySelector<HTMLButtonElement>(`[data-testid=answer-${numbered}]`);
      if (speech?.state.on) card === document.activeElement ? card?.click() : card?.focus();
      else onAnswer(numbered);
    } else if (event.key.startsWith("Arrow") && cards.current) {
      event.preventDefault();
      const onwards = document.documentElement.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
      moveFocus(cards.current, event.key === onwards || event.key === "ArrowDown" ? 1 : -1);
    }
  });
  const progress = words("kiosk.question.progress", { step, steps });
  const forPatient = respondent === "patient" ? "" : words("kiosk.question.for-patient");
  return (
    <Page
      words={words}
      name="question"
      says={[
        progress,
        words(`question.${item}.kiosk`),
        forPatient,
        ...answers.map((answer) => words(`answer.${answer}`)),
      ]}
      onBack={onBack}
      {...(onStop && { onStop })}
      middle={
        <p class="progress" data-testid="progress">
          {progress}
        </p>
      }
    >
      <div class="asked">
        <Heading testid="question">{words(`question.${item}.kiosk`)}</Heading>
        {props.script}
        {forPatient && <p class="for-patient">{forPatient}</p>}
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

function moveFocus(cards: HTMLElement, by: 1 | -1) {
  const all = [...cards.querySelectorAll("button")];
  const at = all.indexOf(document.activeElement as HTMLButtonElement);
  const from = at < 0 && by < 0 ? 0 : at;
  all[(from + by + all.length) % all.length]?.focus();
}

import { useMemo, useReducer, useState } from "preact/hooks";
import { Face } from "../kiosk/parts/Face";
import { Heading } from "../kiosk/parts/Page";
import { Question } from "../kiosk/screens/Question";
import { WhoAnswers } from "../kiosk/screens/WhoAnswers";
import type { Words } from "../kiosk/words";
import { type Interview, interview, itemAt } from "../survey/interview";
import type { Answer } from "../survey/response";
import { Letterbox } from "./letterbox";
import type { Asked, LinkServer, Progress } from "./link";

interface QuestionsProps {
  asked: Asked;
  words: Words;
  server: LinkServer;
  onEnded: (status: Progress["status"]) => void;
}

/** A second tap of a trembling hand was meant for the question before. */
const settleFor = 350;

/** What is still unanswered, by the kiosk's course; every answer is sent as it is given. */
export function Questions({ asked, words, server, onEnded }: QuestionsProps) {
  const instrument = useMemo(
    () => ({ ...asked.instrument, items: asked.instrument.items.filter((item) => !asked.answered.includes(item)) }),
    [asked],
  );
  const letterbox = useMemo(() => new Letterbox(server), [server]);
  const start: Interview = {
    screen: "respondent",
    channel: "web",
    language: asked.language,
    visitCode: null,
    numberMissing: false,
  };
  const [state, say] = useReducer(interview(instrument), start);
  const [stuck, setStuck] = useState(false);

  async function finish() {
    setStuck(false);
    const outcome = await letterbox.finish();
    if (outcome === "unreachable" || outcome === "unknown") setStuck(true);
    // Someone may leave out every question: the link stays open, and they are thanked all the same.
    else onEnded(outcome === "open" ? "done" : outcome);
  }
  const last = (at: number) => at === instrument.items.length - 1;

  switch (state.screen) {
    case "respondent":
      return <WhoAnswers words={words} onChosen={(respondent) => say({ type: "respondent-chosen", respondent })} />;
    case "question": {
      const item = itemAt(instrument, state.at);
      const { respondent } = state.sitting;
      const answered = (answer: Answer) => {
        letterbox.put({ item, answer, respondent, language: asked.language });
        say({ type: "answered", answer });
        if (last(state.at)) void finish();
      };
      const skipped = () => {
        letterbox.withdraw(item);
        say({ type: "skipped" });
        if (last(state.at)) void finish();
      };
      return (
        <Question
          key={item}
          words={words}
          item={item}
          step={state.at + 1}
          steps={instrument.items.length}
          respondent={respondent}
          given={state.sitting.answers[item]}
          settleFor={settleFor}
          onAnswer={answered}
          onSkip={skipped}
          onBack={() => say({ type: "went-back" })}
        />
      );
    }
    default:
      return stuck ? <Unsent words={words} onAgain={() => void finish()} /> : <Sending words={words} />;
  }
}

function Sending({ words }: { words: Words }) {
  return (
    <main class="page ending" data-testid="sending">
      <p role="status">{words("kiosk.saving")}</p>
    </main>
  );
}

function Unsent({ words, onAgain }: { words: Words; onAgain: () => void }) {
  return (
    <main class="page link-start" data-testid="unsent">
      <div class="link-says" role="alert">
        <Face answer="partly" />
        <Heading>{words("link.unsaved.title")}</Heading>
        <p>{words("link.unsaved.text")}</p>
        <button type="button" class="primary" data-testid="again" onClick={onAgain}>
          {words("link.again")}
        </button>
      </div>
    </main>
  );
}

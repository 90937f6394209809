import { useEffect, useLayoutEffect, useMemo, useReducer, useRef, useState } from "preact/hooks";
import { abandoned, type Event, type Interview, interview, itemAt, languageOf, welcome } from "../survey/interview";
import type { Submission } from "../survey/response";
import { type Comfort, isUsual, useComfort, usual } from "./comfort";
import { useIdle } from "./hooks";
import { useBackMeansLeave } from "./leaving";
import { entryOf } from "./outbox/entry";
import type { Outbox, OutboxStatus } from "./outbox/outbox";
import type { Entry } from "./outbox/store";
import { ComfortBar } from "./parts/ComfortBar";
import { AlreadyAnswered, NotOpen, NotSaved, Saving, Thanks } from "./screens/endings";
import { Question } from "./screens/Question";
import { StillThere } from "./screens/StillThere";
import { Unavailable } from "./screens/Unavailable";
import { VisitCode } from "./screens/VisitCode";
import { Welcome } from "./screens/Welcome";
import { WhoAnswers } from "./screens/WhoAnswers";
import type { Server } from "./server";
import type { Setup } from "./setup";
import { useSpeechState } from "./speech/hooks";
import { type Speech, SpeechContext } from "./speech/speech";
import { useBySound } from "./speech/useBySound";
import type { Timings } from "./timings";
import { directionOf, few, type Words, wordsFor } from "./words";

const endsByItself = new Set<Interview["screen"]>(["thanks", "answered", "closed"]);

interface InterviewerProps {
  setup: Setup;
  token: string;
  outbox: Outbox;
  server: Server;
  speech: Speech;
  timings: Timings;
  status: OutboxStatus;
  staffLabel: string;
  needsStaff: boolean;
  inert: boolean;
  onBusy: (busy: boolean) => void;
  onLost: () => void;
  onStaff: () => void;
}

/** One patient after another, with nothing passed between them. */
export function Interviewer(props: InterviewerProps) {
  const { token, outbox, server, speech, timings, onBusy, onLost } = props;
  // A set-up that arrives in the middle of a patient waits for the next one.
  const settled = useRef(props.setup);
  const next = useMemo(() => interview(settled.current.instrument), [settled.current.instrument]);
  const [state, say] = useReducer(next, welcome);
  if (state.screen === "welcome") settled.current = props.setup;
  const setup = settled.current;
  const atStart = state.screen === "welcome";
  const reading = useSpeechState(speech);
  const [comfort, setComfort] = useState<Comfort>(usual);
  const busy = !atStart || reading.on || !isUsual(comfort);
  const language = languageOf(state) ?? setup.languages[0] ?? "en";
  const words = wordsFor(setup, language);
  const direction = directionOf(words);

  const audible = atStart ? setup.languages.some((one) => speech.speaks(one)) : speech.speaks(language);

  const forget = () => {
    speech.forget();
    setComfort(usual);
  };
  const leave = () => {
    const owed = abandoned(state);
    say({ type: "ended" });
    forget();
    if (owed) {
      entryOf(owed, setup)
        .then((entry) => outbox.add(entry))
        .catch(onLost);
    }
  };
  const watched = busy && !endsByItself.has(state.screen);
  const idle = useIdle(watched, timings, () => speech.speaking, leave);
  // Before anything of the first screen is painted, and whichever way the last patient went.
  useLayoutEffect(() => {
    if (atStart) forget();
  }, [atStart]);
  useComfort(comfort);
  useBySound(speech, reading.on, atStart && audible && !props.inert);
  useBackMeansLeave(busy, leave);

  useEffect(() => onBusy(busy), [busy, onBusy]);
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = direction;
  }, [language, direction]);
  useLookUp(state, token, server, say);
  useSaving(state, setup, outbox, say);

  return (
    <SpeechContext.Provider value={speech}>
      <div class="stage" inert={props.inert || idle.secondsLeft !== null}>
        {setup.facility.demonstration && (
          <header class="demonstration" data-testid="demonstration">
            {state.screen === "welcome" ? inEveryLanguage(setup, "kiosk.demonstration") : words("kiosk.demonstration")}
          </header>
        )}
        <Screen {...props} setup={setup} words={words} state={state} say={say} onLeave={leave} />
        <ComfortBar
          words={words}
          speech={speech}
          audible={audible}
          {...(atStart && { comfort, onComfort: setComfort })}
        />
      </div>
      {idle.secondsLeft !== null && (
        <StillThere
          words={words}
          seconds={idle.secondsLeft}
          of={timings.wipeAfter / 1000}
          onStay={idle.stay}
          onLeave={leave}
        />
      )}
    </SpeechContext.Provider>
  );
}

interface ScreenProps extends InterviewerProps {
  words: Words;
  state: Interview;
  say: (event: Event) => void;
  onLeave: () => void;
}

/** Each screen is built anew (`key`), so that nothing of one, not even a focus or a pressed look, is left in the next. */
function Screen({ setup, words, state, say, onLeave, timings, ...props }: ScreenProps) {
  const back = () => say({ type: "went-back" });
  const end = () => say({ type: "ended" });
  switch (state.screen) {
    case "welcome": {
      if (props.status.connection === "held" || setup.locked) {
        return <Unavailable setup={setup} staffLabel={props.staffLabel} onStaff={props.onStaff} />;
      }
      const choose = (language: string) => say({ type: "language-chosen", language });
      return <Welcome setup={setup} {...props} onLanguage={choose} />;
    }
    case "visit":
      return (
        <VisitCode
          words={words}
          typed={state.typed}
          trouble={state.trouble}
          looking={state.looking}
          onSymbol={(symbol) => say({ type: "symbol-typed", symbol })}
          onDelete={() => say({ type: "symbol-deleted" })}
          onEnter={() => say({ type: "code-entered" })}
          onScanned={(visitCode) => say({ type: "code-scanned", visitCode })}
          onNoCode={() => say({ type: "no-code" })}
          onBack={onLeave}
        />
      );
    case "respondent":
      return (
        <WhoAnswers
          words={words}
          onChosen={(respondent) => say({ type: "respondent-chosen", respondent })}
          onBack={back}
          onStop={onLeave}
        />
      );
    case "question": {
      const item = itemAt(setup.instrument, state.at);
      return (
        <Question
          key={item}
          words={words}
          item={item}
          step={state.at + 1}
          steps={setup.instrument.items.length}
          respondent={state.sitting.respondent}
          given={state.sitting.answers[item]}
          settleFor={timings.settleFor}
          onAnswer={(answer) => say({ type: "answered", answer })}
          onSkip={() => say({ type: "skipped" })}
          onBack={back}
          onStop={onLeave}
        />
      );
    }
    case "saving":
      return <Saving words={words} />;
    case "thanks":
      return (
        <Thanks
          words={words}
          answered={state.answered}
          showFor={timings.thanksFor}
          settleFor={timings.settleFor}
          onDone={end}
        />
      );
    case "answered":
      return <AlreadyAnswered words={words} showFor={timings.thanksFor} settleFor={timings.settleFor} onDone={end} />;
    case "closed":
      return <NotOpen words={words} showFor={timings.thanksFor} settleFor={timings.settleFor} onDone={end} />;
    case "failed":
      return <NotSaved words={words} onAgain={() => say({ type: "tried-again" })} onDone={end} />;
  }
}

function useLookUp(state: Interview, token: string, server: Server, say: (event: Event) => void) {
  const visitCode = state.screen === "visit" && state.looking ? state.typed : null;
  useEffect(() => {
    if (visitCode === null) return;
    let current = true;
    void server.lookUp(token, visitCode).then((found) => {
      if (!current) return;
      switch (found.type) {
        case "found":
          return say({ type: "visit-found", visitCode, answered: found.answered });
        case "closed":
          return say({ type: "visit-closed", visitCode });
        case "unknown":
          return say({ type: "visit-unknown", visitCode });
        case "unreachable":
          return say({ type: "visit-not-looked-up", visitCode });
      }
    });
    return () => {
      current = false;
    };
  }, [visitCode, token, server, say]);
}

/** Thanks come after the entry is on disk, never before; a second try saves the very same entry, once there is one. */
function useSaving(state: Interview, setup: Setup, outbox: Outbox, say: (event: Event) => void) {
  const made = useRef<{ submission: Submission; entry: Entry } | null>(null);
  const submission = state.screen === "saving" ? state.submission : null;
  if (state.screen === "welcome") made.current = null;
  // A submission is saved once, whatever else changes.
  useEffect(() => {
    if (!submission) return;
    const save = async () => {
      if (made.current?.submission !== submission) {
        made.current = { submission, entry: await entryOf(submission, setup) };
      }
      await outbox.add(made.current.entry);
    };
    save().then(
      () => say({ type: "saved" }),
      () => say({ type: "not-saved" }),
    );
  }, [submission]);
}

function inEveryLanguage(setup: Setup, key: string): string {
  const languages = setup.languages.length > few ? setup.languages.slice(0, 1) : setup.languages;
  return languages.map((language) => wordsFor(setup, language)(key)).join(" · ");
}

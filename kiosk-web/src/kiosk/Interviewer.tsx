import { useEffect, useLayoutEffect, useMemo, useReducer, useRef, useState } from "preact/hooks";
import {
  abandoned,
  askedAloud,
  type Event,
  type Interview,
  interview,
  itemAt,
  languageOf,
  welcome,
} from "../survey/interview";
import type { Submission } from "../survey/response";
import { type Comfort, isUsual, useComfort, usual } from "./comfort";
import { useIdle } from "./hooks";
import { useBackMeansLeave } from "./leaving";
import { entryOf } from "./outbox/entry";
import type { Outbox, OutboxStatus } from "./outbox/outbox";
import type { Entry } from "./outbox/store";
import { ComfortBar } from "./parts/ComfortBar";
import { Script } from "./parts/Script";
import { Asking } from "./screens/Asking";
import { AlreadyAnswered, type HelpNews, NotOpen, NotSaved, Saving, Thanks } from "./screens/endings";
import { FollowUpNumber } from "./screens/FollowUpNumber";
import { HelpOffer } from "./screens/HelpOffer";
import { Question } from "./screens/Question";
import { StillThere } from "./screens/StillThere";
import { TeachBack } from "./screens/TeachBack";
import { Unavailable } from "./screens/Unavailable";
import { VisitCode } from "./screens/VisitCode";
import { Welcome } from "./screens/Welcome";
import { WhoAnswers } from "./screens/WhoAnswers";
import type { Server } from "./server";
import type { Setup } from "./setup";
import { useSpeechState } from "./speech/hooks";
import { type Speech, SpeechContext } from "./speech/speech";
import { useBySound } from "./speech/useBySound";
import type { Picked } from "./staff/PickVisit";
import type { StaffWords } from "./staff/staffWords";
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
  staffWords: StaffWords;
  /** Counts up whenever an employee wants to ask somebody aloud. */
  asks: number;
  needsStaff: boolean;
  inert: boolean;
  /** What staff have picked for the patient who comes now. */
  picked: Picked | null;
  onPickedTaken: () => void;
  onBusy: (busy: boolean) => void;
  onLost: () => void;
  onStaff: () => void;
}

/** One patient after another, with nothing passed between them. */
export function Interviewer(props: InterviewerProps) {
  const { token, outbox, server, speech, timings, picked, onPickedTaken, onBusy, onLost } = props;
  // A set-up that arrives in the middle of a patient waits for the next one.
  const settled = useRef(props.setup);
  const next = useMemo(() => interview(settled.current.instrument, settled.current.options), [settled.current]);
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
    const owed = abandoned(setup.instrument, setup.options, state);
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
  useEffect(() => {
    if (!picked) return;
    say({ type: "visit-picked", ...picked });
    onPickedTaken();
  }, [picked]);
  useLookUp(state, token, server, say);
  const saved = useSaving(state, setup, outbox, say);
  useAsking(props.asks, say);

  return (
    <SpeechContext.Provider value={speech}>
      <div class="stage" inert={props.inert || idle.secondsLeft !== null}>
        {setup.facility.demonstration && (
          <header class="demonstration" data-testid="demonstration">
            {state.screen === "welcome" ? inEveryLanguage(setup, "kiosk.demonstration") : words("kiosk.demonstration")}
          </header>
        )}
        <Screen
          {...props}
          setup={setup}
          words={words}
          state={state}
          delivered={saved.current !== null && !outbox.owes(saved.current.entry.id)}
          say={say}
          onLeave={leave}
        />
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
          onMove={idle.wait}
          onLeave={leave}
        />
      )}
    </SpeechContext.Provider>
  );
}

interface ScreenProps extends InterviewerProps {
  words: Words;
  state: Interview;
  /** What was saved for this patient has been acknowledged by the server. */
  delivered: boolean;
  say: (event: Event) => void;
  onLeave: () => void;
}

/** Each screen is built anew (`key`), so that nothing of one, not even a focus or a pressed look, is left in the next. */
function Screen({ setup, words, state, delivered, say, onLeave, timings, ...props }: ScreenProps) {
  const back = () => say({ type: "went-back" });
  const end = () => say({ type: "ended" });
  switch (state.screen) {
    case "welcome": {
      if (props.status.connection === "held" || setup.locked) {
        return <Unavailable setup={setup} staffLabel={props.staffWords.corner} onStaff={props.onStaff} />;
      }
      const choose = (language: string) => say({ type: "language-chosen", language });
      return <Welcome setup={setup} {...props} staffLabel={props.staffWords.corner} onLanguage={choose} />;
    }
    case "asking":
      return (
        <Asking
          words={words}
          staffWords={props.staffWords}
          setup={setup}
          onLanguage={(language) => say({ type: "language-chosen", language })}
          onBack={back}
        />
      );
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
          onBack={askedAloud(state) ? back : onLeave}
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
          script={
            askedAloud(state) && <Script words={words} staffWords={props.staffWords} lines={spokenBeside(state.at)} />
          }
          onAnswer={(answer) => say({ type: "answered", answer })}
          onSkip={() => say({ type: "skipped" })}
          onBack={back}
          onStop={onLeave}
        />
      );
    }
    case "help":
      return (
        <HelpOffer
          words={words}
          onChosen={(wanted) => say({ type: "help-chosen", wanted })}
          onBack={back}
          onStop={onLeave}
        />
      );
    case "teach-back":
      return (
        <TeachBack
          words={words}
          onSaid={(said) => say({ type: "taught-back", said })}
          onSkip={() => say({ type: "skipped" })}
          onBack={back}
          onStop={onLeave}
        />
      );
    case "number":
      return (
        <FollowUpNumber
          words={words}
          typed={state.typed}
          short={state.short}
          script={
            askedAloud(state) && <Script words={words} staffWords={props.staffWords} lines={["script.consent"]} />
          }
          onSymbol={(symbol) => say({ type: "symbol-typed", symbol })}
          onDelete={() => say({ type: "symbol-deleted" })}
          onAgree={() => say({ type: "number-given", consentVersion: setup.consentVersion })}
          onDecline={() => say({ type: "skipped" })}
          onBack={back}
        />
      );
    case "saving":
      return <Saving words={words} />;
    case "thanks":
      return (
        <Thanks
          words={words}
          answered={state.answered}
          help={state.wantsHelp ? helpUnderWay(delivered, props.status) : null}
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
          return say({
            type: "visit-found",
            visitCode,
            answered: found.answered,
            numberMissing: found.numberMissing,
          });
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
  return made;
}

function useAsking(asks: number, say: (event: Event) => void) {
  const heard = useRef(asks);
  useEffect(() => {
    if (asks !== heard.current) say({ type: "staff-asks" });
    heard.current = asks;
  }, [asks, say]);
}

function spokenBeside(at: number): string[] {
  return at === 0 ? ["script.opening", "script.answers"] : ["script.answers"];
}

/** What a patient who asked for an explanation is told about it. */
function helpUnderWay(delivered: boolean, { connection }: OutboxStatus): HelpNews {
  if (delivered) return "told";
  return connection === "connected" || connection === "unknown" ? "telling" : "tell-nurse";
}

function inEveryLanguage(setup: Setup, key: string): string {
  const languages = setup.languages.length > few ? setup.languages.slice(0, 1) : setup.languages;
  return languages.map((language) => wordsFor(setup, language)(key)).join(" · ");
}

import { isVisitCode, normaliseVisitCode, visitCodeLength, visitCodeSymbols } from "../shared/visitCode";
import {
  type Answer,
  type Instrument,
  type Item,
  type Respondent,
  type Sitting,
  type Submission,
  stopped,
  submissionOf,
} from "./response";

export type CodeTrouble = "short" | "mistyped" | "unknown";

/** One screen at a time; what is not in the screen's own fields is not known any more. */
export type Interview =
  | { screen: "welcome" }
  | {
      screen: "visit";
      language: string;
      typed: string;
      trouble: CodeTrouble | null;
      looking: boolean;
      /** The visit that was found before the patient came back here: leaving now leaves that one. */
      named: string | null;
    }
  | { screen: "answered"; language: string }
  /** There is such a visit, and its questions are not to be asked. */
  | { screen: "closed"; language: string }
  | { screen: "respondent"; language: string; visitCode: string | null }
  | { screen: "question"; sitting: Sitting; at: number }
  | { screen: "saving"; submission: Submission }
  | { screen: "thanks"; language: string; answered: boolean }
  | { screen: "failed"; submission: Submission };

export type Event =
  | { type: "language-chosen"; language: string }
  | { type: "symbol-typed"; symbol: string }
  | { type: "symbol-deleted" }
  | { type: "code-entered" }
  /** The camera has read a whole code. */
  | { type: "code-scanned"; visitCode: string }
  /** Staff have picked the visit, before the patient is given the tablet. */
  | { type: "visit-picked"; visitCode: string; language: string }
  | { type: "visit-found"; visitCode: string; answered: boolean }
  | { type: "visit-closed"; visitCode: string }
  | { type: "visit-unknown"; visitCode: string }
  /** Offline, slow, or the server in trouble: the code carries its own check, so the patient goes on. */
  | { type: "visit-not-looked-up"; visitCode: string }
  | { type: "no-code" }
  | { type: "respondent-chosen"; respondent: Respondent }
  | { type: "answered"; answer: Answer }
  | { type: "skipped" }
  | { type: "went-back" }
  | { type: "saved" }
  | { type: "not-saved" }
  | { type: "tried-again" }
  /** The patient left, was timed out, or is done: whatever the screen was, nothing of it stays. */
  | { type: "ended" };

export const welcome: Interview = { screen: "welcome" };

/** The questions' course, without a screen, a clock or a network. An event that does not fit the screen changes nothing. */
export function interview(instrument: Instrument) {
  return (state: Interview, event: Event): Interview => {
    if (event.type === "ended") return welcome;
    switch (state.screen) {
      case "welcome":
        return arriving(state, event);
      case "visit":
        return enteringCode(state, event);
      case "respondent":
        return choosingRespondent(state, event);
      case "question":
        return answering(instrument, state, event);
      case "saving":
        if (event.type === "saved") return thanks(state.submission);
        return event.type === "not-saved" ? { screen: "failed", submission: state.submission } : state;
      case "failed":
        return event.type === "tried-again" ? { screen: "saving", submission: state.submission } : state;
      case "answered":
      case "closed":
      case "thanks":
        return state;
    }
  };
}

/** What is owed to the record when the person leaves now: nothing, unless a visit was named or a question shown. */
export function abandoned(state: Interview): Submission | null {
  switch (state.screen) {
    case "respondent":
      return left(state.language, state.visitCode);
    case "visit":
      return left(state.language, state.named);
    case "question":
      return stopped(state.sitting);
    case "welcome":
    case "answered":
    case "closed":
    case "saving":
    case "thanks":
    case "failed":
      return null;
  }
}

export function itemAt(instrument: Instrument, at: number): Item {
  const item = instrument.items[at];
  if (!item) throw new RangeError("no such question");
  return item;
}

export function languageOf(state: Interview): string | null {
  switch (state.screen) {
    case "welcome":
      return null;
    case "question":
      return state.sitting.language;
    case "saving":
    case "failed":
      return state.submission.language;
    case "visit":
    case "answered":
    case "closed":
    case "respondent":
    case "thanks":
      return state.language;
  }
}

type At<S extends Interview["screen"]> = Extract<Interview, { screen: S }>;

function left(language: string, visitCode: string | null): Submission | null {
  return visitCode ? stopped({ language, visitCode, respondent: "patient", answers: {} }) : null;
}

function visit(language: string, named: string | null = null): Interview {
  return { screen: "visit", language, typed: "", trouble: null, looking: false, named };
}

function arriving(state: At<"welcome">, event: Event): Interview {
  switch (event.type) {
    case "language-chosen":
      return visit(event.language);
    case "visit-picked":
      return { screen: "respondent", language: event.language, visitCode: event.visitCode };
    default:
      return state;
  }
}

function enteringCode(state: At<"visit">, event: Event): Interview {
  const { language } = state;
  switch (event.type) {
    case "symbol-typed":
      return typing(state, event.symbol);
    case "symbol-deleted":
      return { ...state, typed: state.typed.slice(0, -1), trouble: null, looking: false };
    case "code-entered":
      if (state.typed.length < visitCodeLength) return { ...state, trouble: "short" };
      return isVisitCode(state.typed) ? { ...state, trouble: null, looking: true } : { ...state, trouble: "mistyped" };
    case "code-scanned":
      return isVisitCode(event.visitCode) && !state.looking
        ? { ...state, typed: event.visitCode, trouble: null, looking: true }
        : state;
    case "no-code":
      return { screen: "respondent", language, visitCode: null };
    case "went-back":
      return welcome;
    case "visit-found":
    case "visit-closed":
    case "visit-unknown":
    case "visit-not-looked-up":
      return state.looking && state.typed === event.visitCode ? lookedUp(state, event) : state;
    default:
      return state;
  }
}

function typing(state: At<"visit">, key: string): Interview {
  const symbol = normaliseVisitCode(key);
  if (state.looking || state.typed.length === visitCodeLength || !visitCodeSymbols.includes(symbol)) return state;
  const typed = state.typed + symbol;
  const mistyped = typed.length === visitCodeLength && !isVisitCode(typed);
  return { ...state, typed, trouble: mistyped ? "mistyped" : null };
}

function lookedUp(
  state: At<"visit">,
  event: Extract<Event, { type: "visit-found" | "visit-closed" | "visit-unknown" | "visit-not-looked-up" }>,
): Interview {
  const { language, typed } = state;
  switch (event.type) {
    case "visit-found":
      return event.answered ? { screen: "answered", language } : { screen: "respondent", language, visitCode: typed };
    case "visit-closed":
      return { screen: "closed", language };
    case "visit-unknown":
      return { ...state, trouble: "unknown", looking: false };
    case "visit-not-looked-up":
      return { screen: "respondent", language, visitCode: typed };
  }
}

function choosingRespondent(state: At<"respondent">, event: Event): Interview {
  const { language, visitCode } = state;
  switch (event.type) {
    case "respondent-chosen":
      return { screen: "question", sitting: { language, visitCode, respondent: event.respondent, answers: {} }, at: 0 };
    case "went-back":
      return visit(language, visitCode);
    default:
      return state;
  }
}

function answering(instrument: Instrument, state: At<"question">, event: Event): Interview {
  const { sitting, at } = state;
  const item = itemAt(instrument, at);
  switch (event.type) {
    case "answered":
      return onward(instrument, at, { ...sitting, answers: { ...sitting.answers, [item]: event.answer } });
    case "skipped": {
      const { [item]: _withdrawn, ...rest } = sitting.answers;
      return onward(instrument, at, { ...sitting, answers: rest });
    }
    case "went-back":
      return at > 0 ? { ...state, at: at - 1 } : { screen: "respondent", ...placeOf(sitting) };
    default:
      return state;
  }
}

function onward(instrument: Instrument, at: number, sitting: Sitting): Interview {
  const next = at + 1;
  return next < instrument.items.length
    ? { screen: "question", sitting, at: next }
    : { screen: "saving", submission: submissionOf(sitting) };
}

function placeOf({ language, visitCode }: Sitting) {
  return { language, visitCode };
}

function thanks({ language, outcome }: Submission): Interview {
  return { screen: "thanks", language, answered: outcome === "complete" };
}

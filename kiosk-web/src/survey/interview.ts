import { isVisitCode, normaliseVisitCode, visitCodeLength, visitCodeSymbols } from "../shared/visitCode";
import { type Options, threeQuestionsOnly } from "./options";
import {
  type Answer,
  type Channel,
  type Instrument,
  type Item,
  type Respondent,
  type Sitting,
  type Submission,
  stopped,
  submissionOf,
} from "./response";

export type CodeTrouble = "short" | "mistyped" | "unknown";

/** Who is in front of the tablet, as far as is known before the questions. */
interface Arrival {
  channel: Channel;
  language: string;
}

/** One screen at a time; what is not in the screen's own fields is not known any more. */
export type Interview =
  | { screen: "welcome" }
  /** An employee is about to ask aloud, and says in which language. */
  | { screen: "asking" }
  | ({
      screen: "visit";
      typed: string;
      trouble: CodeTrouble | null;
      looking: boolean;
      /** The visit that was found before the patient came back here: leaving now leaves that one. */
      named: string | null;
    } & Arrival)
  | { screen: "answered"; language: string }
  /** There is such a visit, and its questions are not to be asked. */
  | { screen: "closed"; language: string }
  | ({ screen: "respondent"; visitCode: string | null; numberMissing: boolean } & Arrival)
  | { screen: "question"; sitting: Sitting; at: number }
  /** After the question at `at`, the first that was not understood. */
  | { screen: "help"; sitting: Sitting; at: number }
  | { screen: "teach-back"; sitting: Sitting }
  | { screen: "number"; sitting: Sitting; typed: string; short: boolean }
  | { screen: "saving"; submission: Submission }
  | { screen: "thanks"; language: string; answered: boolean; wantsHelp: boolean }
  | { screen: "failed"; submission: Submission };

export type Event =
  | { type: "staff-asks" }
  | { type: "language-chosen"; language: string }
  | { type: "symbol-typed"; symbol: string }
  | { type: "symbol-deleted" }
  | { type: "code-entered" }
  /** The camera has read a whole code. */
  | { type: "code-scanned"; visitCode: string }
  /** Staff have picked the visit, before the patient is given the tablet. */
  | { type: "visit-picked"; visitCode: string; language: string; numberMissing: boolean }
  | { type: "visit-found"; visitCode: string; answered: boolean; numberMissing: boolean }
  | { type: "visit-closed"; visitCode: string }
  | { type: "visit-unknown"; visitCode: string }
  /** Offline, slow, or the server in trouble: the code carries its own check, so the patient goes on. */
  | { type: "visit-not-looked-up"; visitCode: string }
  | { type: "no-code" }
  | { type: "respondent-chosen"; respondent: Respondent }
  | { type: "answered"; answer: Answer }
  | { type: "skipped" }
  | { type: "help-chosen"; wanted: boolean }
  | { type: "taught-back"; said: string }
  /** With the version of the consent that stood beside the number. */
  | { type: "number-given"; consentVersion: number }
  | { type: "went-back" }
  | { type: "saved" }
  | { type: "not-saved" }
  | { type: "tried-again" }
  /** The patient left, was timed out, or is done: whatever the screen was, nothing of it stays. */
  | { type: "ended" };

export const welcome: Interview = { screen: "welcome" };

/** Longer than any number there is, with its country and a plus (ITU-T E.164 allows 15 digits). */
const longestNumber = 16;
/** Shorter than this there is none (the shortest in use, with its area, has seven digits). */
const shortestNumber = 7;

/** The questions' course, without a screen, a clock or a network. An event that does not fit the screen changes nothing. */
export function interview(instrument: Instrument, options: Options = threeQuestionsOnly) {
  const course = { instrument, options };
  return (state: Interview, event: Event): Interview => {
    if (event.type === "ended") return welcome;
    switch (state.screen) {
      case "welcome":
        return arriving(state, event);
      case "asking":
        if (event.type === "went-back") return welcome;
        return event.type === "language-chosen" ? visit({ channel: "staff", language: event.language }) : state;
      case "visit":
        return enteringCode(state, event);
      case "respondent":
        return choosingRespondent(state, event);
      case "question":
        return answering(course, state, event);
      case "help":
        return offeringHelp(course, state, event);
      case "teach-back":
        return teachingBack(course, state, event);
      case "number":
        return givingNumber(course, state, event);
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

/**
 * What is owed to the record when the person leaves now: nothing, unless a visit was named or a question shown. Whoever has
 * gone through all the questions has answered them, and leaves out only what would have come after.
 */
export function abandoned(instrument: Instrument, options: Options, state: Interview): Submission | null {
  switch (state.screen) {
    case "respondent":
      return left(state, state.visitCode);
    case "visit":
      return left(state, state.named);
    case "question":
      return stopped(state.sitting, options.keepAbandonedAnswers);
    case "help":
      return state.at + 1 < instrument.items.length
        ? stopped(state.sitting, options.keepAbandonedAnswers)
        : submissionOf(state.sitting);
    case "teach-back":
    case "number":
      return submissionOf(state.sitting);
    case "welcome":
    case "asking":
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
    case "asking":
      return null;
    case "question":
    case "help":
    case "teach-back":
    case "number":
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

/** Whether an employee asks aloud and enters the answers. */
export function askedAloud(state: Interview): boolean {
  switch (state.screen) {
    case "asking":
      return true;
    case "question":
    case "help":
    case "teach-back":
    case "number":
      return state.sitting.channel === "staff";
    case "visit":
    case "respondent":
      return state.channel === "staff";
    case "saving":
    case "failed":
      return state.submission.channel === "staff";
    case "welcome":
    case "answered":
    case "closed":
    case "thanks":
      return false;
  }
}

type At<S extends Interview["screen"]> = Extract<Interview, { screen: S }>;

interface Course {
  instrument: Instrument;
  options: Options;
}

function left({ channel, language }: Arrival, visitCode: string | null): Submission | null {
  return visitCode ? stopped(newSitting({ channel, language, visitCode, numberMissing: false }, "patient")) : null;
}

function visit({ channel, language }: Arrival, named: string | null = null): Interview {
  return { screen: "visit", channel, language, typed: "", trouble: null, looking: false, named };
}

function arriving(state: At<"welcome">, event: Event): Interview {
  switch (event.type) {
    case "staff-asks":
      return { screen: "asking" };
    case "language-chosen":
      return visit({ channel: "kiosk", language: event.language });
    case "visit-picked":
      return respondent({ channel: "kiosk", language: event.language }, event.visitCode, event.numberMissing);
    default:
      return state;
  }
}

function respondent({ channel, language }: Arrival, visitCode: string | null, numberMissing = false): Interview {
  return { screen: "respondent", channel, language, visitCode, numberMissing };
}

function enteringCode(state: At<"visit">, event: Event): Interview {
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
      return respondent(state, null);
    case "went-back":
      return state.channel === "staff" ? { screen: "asking" } : welcome;
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
      return event.answered ? { screen: "answered", language } : respondent(state, typed, event.numberMissing);
    case "visit-closed":
      return { screen: "closed", language };
    case "visit-unknown":
      return { ...state, trouble: "unknown", looking: false };
    case "visit-not-looked-up":
      return respondent(state, typed);
  }
}

function choosingRespondent(state: At<"respondent">, event: Event): Interview {
  switch (event.type) {
    case "respondent-chosen":
      return { screen: "question", sitting: newSitting(state, event.respondent), at: 0 };
    case "went-back":
      return visit(state, state.visitCode);
    default:
      return state;
  }
}

function newSitting(
  { channel, language, visitCode, numberMissing }: Omit<At<"respondent">, "screen">,
  respondent: Respondent,
): Sitting {
  const nothingYet = { answers: {}, help: null, teachBack: "", followUp: null };
  return { channel, language, visitCode, numberMissing, respondent, ...nothingYet };
}

function answering(course: Course, state: At<"question">, event: Event): Interview {
  const { sitting, at } = state;
  const item = itemAt(course.instrument, at);
  switch (event.type) {
    case "answered": {
      const now = { ...sitting, answers: { ...sitting.answers, [item]: event.answer } };
      const offered = course.options.offerHelp && sitting.help === null && event.answer !== "yes";
      return offered ? { screen: "help", sitting: now, at } : onward(course, now, at);
    }
    case "skipped": {
      const { [item]: _withdrawn, ...rest } = sitting.answers;
      return onward(course, { ...sitting, answers: rest }, at);
    }
    case "went-back":
      return at > 0 ? { ...state, at: at - 1 } : respondent(sitting, sitting.visitCode, sitting.numberMissing);
    default:
      return state;
  }
}

function offeringHelp(course: Course, state: At<"help">, event: Event): Interview {
  const { sitting, at } = state;
  switch (event.type) {
    case "help-chosen":
      return onward(course, { ...sitting, help: event.wanted }, at);
    case "went-back":
      return { screen: "question", sitting, at };
    default:
      return state;
  }
}

function onward(course: Course, sitting: Sitting, at: number): Interview {
  const next = at + 1;
  if (next < course.instrument.items.length) return { screen: "question", sitting, at: next };
  const answered = Object.keys(sitting.answers).length > 0;
  return course.options.teachBack && answered ? { screen: "teach-back", sitting } : afterTeachBack(course, sitting);
}

function teachingBack(course: Course, state: At<"teach-back">, event: Event): Interview {
  const { sitting } = state;
  switch (event.type) {
    case "taught-back":
      return afterTeachBack(course, { ...sitting, teachBack: event.said.trim() });
    case "skipped":
      return afterTeachBack(course, { ...sitting, teachBack: "" });
    case "went-back":
      return { screen: "question", sitting, at: course.instrument.items.length - 1 };
    default:
      return state;
  }
}

/** Only the patient can agree to texts, if need be through their interpreter. */
function afterTeachBack({ options }: Course, sitting: Sitting): Interview {
  const answered = Object.keys(sitting.answers).length > 0;
  const asked = options.askNumber && answered && sitting.numberMissing && sitting.respondent !== "carer";
  return asked ? { screen: "number", sitting, typed: "", short: false } : done(sitting);
}

function givingNumber(course: Course, state: At<"number">, event: Event): Interview {
  const { sitting, typed } = state;
  switch (event.type) {
    case "symbol-typed":
      if (!/^[0-9]$/.test(event.symbol) && !(event.symbol === "+" && typed === "")) return state;
      return typed.length < longestNumber ? { ...state, typed: typed + event.symbol, short: false } : state;
    case "symbol-deleted":
      return { ...state, typed: typed.slice(0, -1), short: false };
    case "number-given": {
      if (typed.replace("+", "").length < shortestNumber) return { ...state, short: true };
      const consent = { version: event.consentVersion, language: sitting.language };
      return done({ ...sitting, followUp: { number: typed, consent } });
    }
    case "skipped":
      return done(sitting);
    case "went-back":
      return course.options.teachBack
        ? { screen: "teach-back", sitting }
        : { screen: "question", sitting, at: course.instrument.items.length - 1 };
    default:
      return state;
  }
}

function done(sitting: Sitting): Interview {
  return { screen: "saving", submission: submissionOf(sitting) };
}

function thanks({ language, outcome, explain }: Submission): Interview {
  return { screen: "thanks", language, answered: outcome === "complete", wantsHelp: explain.length > 0 };
}

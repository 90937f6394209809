export type Item = "diagnosis" | "treatment" | "next-steps";
export type Answer = "yes" | "partly" | "no";
export type Respondent = "patient" | "carer" | "interpreter";
/** `staff`: an employee asks aloud and enters the answers. */
export type Channel = "kiosk" | "staff" | "web";
export type Outcome = "complete" | "stopped";

export const answers: readonly Answer[] = ["yes", "partly", "no"];
export const respondents: readonly Respondent[] = ["patient", "carer", "interpreter"];

/** A versioned questionnaire, as the tablet was given it. */
export interface Instrument {
  version: number;
  items: readonly Item[];
}

/** A number to text, and the sentence that was agreed to. */
export interface FollowUp {
  number: string;
  consent: { version: number; language: string };
}

/** What the tablet knows of the person in front of it, and must forget when they leave. */
export interface Sitting {
  channel: Channel;
  language: string;
  /** Null for a walk-up. */
  visitCode: string | null;
  /** The visit was found, and has no number to text. */
  numberMissing: boolean;
  respondent: Respondent;
  answers: Partial<Record<Item, Answer>>;
  /** Whether somebody shall explain; null until it was offered. */
  help: boolean | null;
  teachBack: string;
  followUp: FollowUp | null;
}

/** What a sitting comes to: everything of a response but its id and its time. */
export interface Submission
  extends Pick<Sitting, "channel" | "language" | "visitCode" | "respondent" | "answers" | "teachBack" | "followUp"> {
  /** What somebody shall explain before the patient leaves. */
  explain: Item[];
  outcome: Outcome;
}

/** Someone may leave out every question, and that is a stop: a complete response has an answer. */
export function submissionOf(sitting: Sitting): Submission {
  if (Object.keys(sitting.answers).length === 0) return stopped(sitting);
  return { ...whose(sitting), ...said(sitting), outcome: "complete" };
}

/**
 * Abandoned: it happened, but what was touched before is nobody's answer, unless the facility keeps it. A wish for an
 * explanation is no answer, and somebody should hear of it.
 */
export function stopped(sitting: Sitting, keepAnswers = false): Submission {
  const { answers } = sitting;
  return {
    ...whose(sitting),
    ...said(sitting),
    answers: keepAnswers ? answers : {},
    teachBack: "",
    followUp: null,
    outcome: "stopped",
  };
}

function whose({ channel, language, visitCode, respondent }: Sitting) {
  return { channel, language, visitCode, respondent };
}

function said({ answers, help, teachBack, followUp }: Sitting) {
  const unclear = (Object.keys(answers) as Item[]).filter((item) => answers[item] !== "yes");
  return { answers, explain: help ? unclear : [], teachBack, followUp };
}

/** The body of `PUT /api/v1/responses/{id}`: made once, stored, and sent as these bytes at every try. */
export function responseBody(
  submission: Submission,
  instrument: Instrument,
  answeredAt: Date,
): Uint8Array<ArrayBuffer> {
  const { explain, teachBack, followUp } = submission;
  const body = {
    visitCode: submission.visitCode,
    touchpoint: "at-discharge",
    channel: submission.channel,
    respondent: submission.respondent,
    language: submission.language,
    instrument: instrument.version,
    outcome: submission.outcome,
    answers: submission.answers,
    ...(explain.length > 0 && { explain }),
    ...(teachBack && { teachBack }),
    ...(followUp && { followUp }),
    answeredAt: answeredAt.toISOString(),
  };
  return new TextEncoder().encode(JSON.stringify(body));
}

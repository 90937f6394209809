export type Item = "diagnosis" | "treatment" | "next-steps";
export type Answer = "yes" | "partly" | "no";
export type Respondent = "patient" | "carer" | "interpreter";
export type Outcome = "complete" | "stopped";

export const answers: readonly Answer[] = ["yes", "partly", "no"];
export const respondents: readonly Respondent[] = ["patient", "carer", "interpreter"];

/** A versioned questionnaire, as the tablet was given it. */
export interface Instrument {
  version: number;
  items: readonly Item[];
}

/** What the tablet knows of the person in front of it, and must forget when they leave. */
export interface Sitting {
  language: string;
  /** Null for a walk-up. */
  visitCode: string | null;
  respondent: Respondent;
  answers: Partial<Record<Item, Answer>>;
}

/** What a sitting comes to: everything of a response but its id and its time. */
export interface Submission extends Sitting {
  outcome: Outcome;
}

/** Someone may leave out every question, and that is a stop: a complete response has an answer. */
export function submissionOf(sitting: Sitting): Submission {
  return Object.keys(sitting.answers).length > 0 ? { ...sitting, outcome: "complete" } : stopped(sitting);
}

/** Abandoned: it happened, but what was touched before is nobody's answer. */
export function stopped(sitting: Sitting): Submission {
  return { ...sitting, answers: {}, outcome: "stopped" };
}

/** The body of `PUT /api/v1/responses/{id}`: made once, stored, and sent as these bytes at every try. */
export function responseBody(
  submission: Submission,
  instrument: Instrument,
  answeredAt: Date,
): Uint8Array<ArrayBuffer> {
  const body = {
    visitCode: submission.visitCode,
    touchpoint: "at-discharge",
    channel: "kiosk",
    respondent: submission.respondent,
    language: submission.language,
    instrument: instrument.version,
    outcome: submission.outcome,
    answers: submission.answers,
    answeredAt: answeredAt.toISOString(),
  };
  return new TextEncoder().encode(JSON.stringify(body));
}

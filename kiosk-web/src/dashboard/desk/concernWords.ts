import type { ConcernKind, ConcernOutcome } from "../api";

export const kindName: Record<ConcernKind, string> = {
  urgent: "Urgent reply",
  explain: "Wants an explanation",
  "wrong-person": "Wrong person",
};

export const whatToDo: Record<ConcernKind, string> = {
  urgent: "A reply by text speaks of an emergency or of self-harm. Call the patient now.",
  explain: "Asked on the tablet that someone explains before they leave.",
  "wrong-person": "Somebody else answers on this number. Check the number of the discharge.",
};

export const outcomesOf: Record<ConcernKind, readonly ConcernOutcome[]> = {
  urgent: ["reached", "not-reached", "nothing-needed"],
  explain: ["explained", "left", "declined"],
  "wrong-person": ["reached", "not-reached", "nothing-needed"],
};

export const outcomeName: Record<ConcernOutcome, string> = {
  explained: "Explained",
  left: "Had left",
  declined: "Declined",
  reached: "Reached",
  "not-reached": "Not reached",
  "nothing-needed": "Nothing needed",
};

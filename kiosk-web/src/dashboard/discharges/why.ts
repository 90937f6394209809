import type { Outlook } from "../api";

type Entry = Outlook["trail"][number];

const rules: Record<string, string> = {
  "quiet-hours": "outside the hours for texts",
  "daily-cap": "the number has had its texts of the day",
  "weekly-cap": "the number has had its texts of the week",
  corrected: "the discharge was corrected",
  "plan-changed": "the facility’s plan was changed",
  "asked-for-now": "it was asked for at once",
  "answered-lately": "there was a word not long ago",
  "all-reminded": "there are no more reminders by the plan",
  reminded: "after a reminder",
  "not-delivered": "no text of ours arrived",
  suppressed: "the number has stopped our texts",
  "no-consent": "there is no number or no consent for it",
  "no-sender": "the facility has no number to text from",
  "touchpoint-off": "the plan does not ask on that day",
  "too-late": "there was not enough time left to answer",
  "answered-elsewhere": "it was answered in another way",
  answered: "the question was answered meanwhile",
  paused: "the carrier asked us to pause",
  "refused-for-now": "the carrier did not take it this time",
  "not-at-carrier": "the carrier did not have it",
  unreadable: "the number cannot be read with the keys that are here",
  expired: "the time to answer was over",
};

const standings: Record<string, string> = {
  died: "the patient has died",
  readmitted: "the patient is back in hospital",
  excluded: "staff excluded the discharge",
  cancelled: "the discharge was cancelled",
};

/** A rule's code in words; one that is not known here as it is. */
export function rule(code: string): string {
  if (code.startsWith("discharge-")) return standings[code.slice("discharge-".length)] ?? plain(code);
  if (code.startsWith("conversation-")) return `the questions are ${code.slice("conversation-".length)}`;
  return rules[code] ?? plain(code);
}

const plain = (code: string) => code.replaceAll("-", " ");

const statuses: Record<string, string> = {
  waiting: "waits",
  attempting: "is handed to the carrier",
  unknown: "may or may not have reached the carrier, who is asked",
  queued: "was taken by the carrier",
  sending: "is being sent by the carrier",
  sent: "was sent by the carrier",
  delivered: "was delivered",
  undelivered: "was not delivered",
  failed: "failed",
  withheld: "was not sent",
};

/** What happened, as a sentence without its end: reasons and times follow. */
export function told({ subject, purpose, event, because }: Entry): string {
  if (subject === "reply") return `The patient wrote: ${plain(because ?? "unread")}`;
  if (subject === "text") return `The ${plain(purpose ?? "text")} ${statuses[event] ?? plain(event)}`;
  if (event === "planned") return "The first question is planned";
  if (event === "held") return "The first question waits";
  if (event === "asking") return `The question about ${plain(because ?? "")} is open`;
  if (event === "reminder-held") return "The reminder waits";
  if (event === "no-reminder") return "There will be no reminder";
  return `The conversation is ${plain(event)}`;
}

/** The reason, where it is one and not part of what happened. */
export function reason({ subject, event, because }: Entry): string | null {
  if (!because || subject === "reply" || event === "asking") return null;
  return rule(because);
}

/** What the later time of an entry is. */
export function towards({ subject, event }: Entry): string {
  if (subject === "conversation" && event === "planned") return "for";
  return subject === "conversation" && event === "asking" ? "with a reminder" : "until";
}

import type { Problem } from "../api";

export interface Told {
  /** What happened. */
  what: string;
  /** What to do now. */
  next: string;
}

const known: Record<string, Told> = {
  unreachable: {
    what: "The server could not be reached.",
    next: "Check the network and try again.",
  },
  "sign-in-refused": {
    what: "This name and password do not belong together.",
    next: "Check both and try again. An administrator can give you a new password.",
  },
  "sign-in-required": {
    what: "Your session has ended.",
    next: "Sign in again; you will come back to this page.",
  },
  "sender-taken": {
    what: "This number already texts for another facility.",
    next: "A number belongs to one facility only. Enter another.",
  },
  "draft-unconfirmed": {
    what: "Nobody has reviewed this language yet.",
    next: "Reload the page, enable it again and confirm that you want it all the same.",
  },
  "plan-changed": {
    what: "Somebody else has changed the plan meanwhile.",
    next: "Reload the page to see their plan, then make your change again.",
  },
  "phone-invalid": {
    what: "This is not a phone number that can be texted.",
    next: "Enter it with its country code, such as +1 202 555 0123, or leave it empty.",
  },
  "discharge-unknown": {
    what: "There is no discharge with this number or code.",
    next: "Check it against the slip or the hospital’s own record.",
  },
  "visit-code-malformed": {
    what: "This is not a visit code.",
    next: "A visit code has eight letters and digits, such as 7K3M-PQ2X.",
  },
  "import-refused": {
    what: "The file was not taken.",
    next: "Mend the lines named below and upload the whole file again.",
  },
  "body-incomplete": {
    what: "It did not arrive whole, so nothing of it was kept.",
    next: "Check the network, then send it again.",
  },
  "body-too-large": {
    what: "This is larger than the server takes.",
    next: "Split the file and upload the parts one by one.",
  },
};

/** A problem in words for staff: this page's own where it knows more than the server, such as what to press next. */
export function told(problem: Problem): Told {
  if (problem.code === "too-many-attempts") {
    const wait = problem.retryAfter;
    const minutes = wait === null ? "a few minutes" : wait < 90 ? `${wait} seconds` : `${Math.ceil(wait / 60)} minutes`;
    return { what: "Too many attempts.", next: `Wait ${minutes}, then try again.` };
  }
  const found = known[problem.code];
  if (found) return found;
  // The server's details say what happened and what to do; a proxy's and a crash's do not.
  if (problem.detail && problem.status < 500) return { what: problem.detail, next: "" };
  if (problem.status >= 500) {
    return { what: "The server could not do this just now.", next: "Try again in a moment." };
  }
  if (problem.status === 403) {
    return { what: "Your role here does not allow this.", next: "Ask an administrator of this facility." };
  }
  if (problem.status === 404) {
    return { what: "This is no longer there.", next: "Go back and reload the page." };
  }
  return { what: `${problem.title}.`, next: "Correct it and try again." };
}

import type { Channel, Item, Period, Standing, Touchpoint } from "../api";

export const itemName: Record<Item, string> = {
  diagnosis: "Diagnosis",
  treatment: "Treatment",
  "next-steps": "What is next",
  "all-three": "Understood all three",
};

/** Completes "of 412 patients reported that they …". */
export const itemClaim: Record<Item, string> = {
  diagnosis: "understood their diagnosis",
  treatment: "understood their treatment",
  "next-steps": "knew what is next",
  "all-three": "understood all three",
};

export const touchpointName: Record<Touchpoint, string> = {
  "at-discharge": "At discharge",
  "day-2": "Day 2",
  "day-30": "Day 30",
};

/** Also of the days that a facility has added to its plan. */
export const touchpointNamed = (touchpoint: string) =>
  touchpointName[touchpoint as Touchpoint] ?? touchpoint.replace("day-", "Day ");

export const channelName: Record<Channel, string> = {
  kiosk: "kiosk",
  sms: "text message",
  web: "patient’s phone",
  staff: "asked by staff",
  import: "paper or earlier records",
};

export const asked = (touchpoint: Touchpoint, channel: Channel) =>
  `${touchpointName[touchpoint]} · ${channelName[channel]}`;

export const thisPeriod: Record<Period, string> = { day: "Today", week: "This week", month: "This month" };
export const periods: Record<Period, string> = { day: "days", week: "weeks", month: "months" };

export const standingName: Record<Standing, string> = {
  active: "Active",
  cancelled: "Cancelled",
  died: "Died",
  readmitted: "Readmitted",
  excluded: "Excluded",
};

export const languageName = (tag: string) => {
  // Browsers read this tag as Filipino, the standard language made from Tagalog.
  if (tag === "tl") return "Tagalog";
  try {
    return new Intl.DisplayNames(["en"], { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
};

export const signalRule: Record<string, string> = {
  "outside-limits": "outside the limits",
  run: "part of a long run on one side of the centre line",
  "long-run": "part of a long run on one side of the centre line",
  crossings: "in a stretch that crosses the centre line too seldom",
  "few-crossings": "in a stretch that crosses the centre line too seldom",
};

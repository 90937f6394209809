/** The HTTP API as the dashboard uses it. Shapes are the server's; `/openapi` is the reference. */

export type Role = "administrator" | "analyst";
export type Item = "diagnosis" | "treatment" | "next-steps" | "all-three";
export type Touchpoint = "at-discharge" | "day-2" | "day-30";
export type Channel = "kiosk" | "sms" | "web" | "staff" | "import";
export type Period = "day" | "week" | "month";
export type Standing = "active" | "cancelled" | "died" | "readmitted" | "excluded";

export interface Unit {
  id: string;
  name: string;
}

export interface Facility {
  id: string;
  name: string;
  zone: string;
  demonstration: boolean;
  role: Role;
  languages: string[];
  callbackNumber: string | null;
  emergencyNumber: string | null;
  units: Unit[];
  senders: string[];
}

export interface Language {
  language: string;
  /** In the language itself. */
  name: string;
  direction: "ltr" | "rtl";
  review: "draft" | "unreviewed" | "reviewed";
  decidedBy: string | null;
  decidedAt: string | null;
}

export interface Languages {
  /** What patients may choose, in order. */
  enabled: string[];
  languages: Language[];
}

/** By language: how many of its texts the kiosk's audio files say. */
export type Voices = Record<string, { voice: string | null; recorded: number; synthesised: number }>;

export interface ConsentWording {
  version: number;
  text: string;
}

export interface Session {
  person: { id: string; name: string };
  facilities: Facility[];
  consentWording: Record<string, ConsentWording>;
  /** By language, then by key: what stands on a discharge slip. */
  slipWording: Record<string, Record<string, string>>;
  /** What a facility can be made with. */
  languages: string[];
  canCreateFacility: boolean;
  carrier: { kind: "sandbox" | "twilio" | "none"; phonesUrl: string | null };
}

export interface Page<T> {
  items: T[];
  next: string | null;
}

export interface Kiosk {
  id: string;
  name: string;
  unitId: string;
  enrolledAt: string;
  lastContactAt: string | null;
  /** Out of use since. */
  lockedAt: string | null;
  revokedAt: string | null;
  appVersion: string | null;
  /** What it last reported; null before its first report. */
  condition: KioskCondition | null;
}

/** What the tablet's browser does not tell is null. */
export interface KioskCondition {
  unsent: number;
  unsentSince: string | null;
  quarantined: number;
  storagePersisted: boolean | null;
  batteryPercent: number | null;
  charging: boolean | null;
  clockAheadSeconds: number;
}

export interface UnitPin {
  unitId: string;
  setAt: string;
}

export type ConcernKind = "explain" | "urgent" | "wrong-person";
export type ConcernOutcome = "explained" | "left" | "declined" | "reached" | "not-reached" | "nothing-needed";

/** Something that staff must look at. */
export interface Concern {
  id: string;
  kind: ConcernKind;
  unitId: string;
  dischargeId: string | null;
  /** Null for a walk-up. */
  visitNumber: string | null;
  items: Item[];
  raisedAt: string;
  taken: { by: string; name: string; at: string } | null;
  ended: { outcome: ConcernOutcome; at: string } | null;
}

/** What a patient will do first at home; `id` is the response's. */
export interface TeachBack {
  id: string;
  unitId: string;
  visitNumber: string | null;
  language: string;
  said: string;
  answeredAt: string;
}

/** What tablets do besides the three questions. */
export interface KioskOptions {
  offerHelp: boolean;
  askNumber: boolean;
  teachBack: boolean;
  keepAbandonedAnswers: boolean;
}

export interface Enrolment {
  code: string;
  expiresAt: string;
  url: string;
}

export interface Discharge {
  id: string;
  visitNumber: string;
  visitCode: string;
  unitId: string;
  dischargedAt: string;
  language: string;
  phoneEnding: string | null;
  consent: { givenAt: string; wordingVersion: number; language: string } | null;
  zone: string | null;
  standing: Standing;
  createdAt: string;
  correctedAt: string | null;
  answered: Touchpoint[];
  outcome?: "created" | "unchanged" | "corrected";
}

export interface ConsentGiven {
  wordingVersion: number;
  language: string;
}

export interface NewDischarge {
  visitNumber: string;
  unitId: string;
  dischargedAt: string;
  language: string;
  phone: string | null;
  consent: ConsentGiven | null;
  zone?: string | null;
}

/** Absent leaves a field as it was; null removes it. */
export interface DischargeCorrection {
  unitId?: string;
  dischargedAt?: string;
  language?: string;
  phone?: string | null;
  consent?: ConsentGiven | null;
  zone?: string | null;
}

export interface ImportResult {
  created: number;
  unchanged: number;
  corrected: number;
}

export interface Conversation {
  id: string;
  touchpoint: Touchpoint;
  state: string;
  dueAt: string;
  messages: {
    direction: "out" | "in";
    purpose: string;
    status: string;
    at: string;
    errorCode: string | null;
  }[];
}

export interface HeldAnswer {
  id: string;
  tablet: string;
  visitCode: string | null;
  language: string;
  answeredAt: string;
  heldAt: string;
}

/** A sealed answer, as a tablet wrote it. */
export interface RescueEntry {
  id: string;
  kioskId: string;
  queueAge: number;
  type: string;
  body: string;
}

export type RescueOutcome =
  | "stored"
  | "replayed"
  | "erased"
  | "needs-a-visit"
  | "conflicting"
  | "tablet-unknown"
  | "unreadable";

/** Times are the patient's local ones, such as "09:00". */
export interface OutreachPlan {
  edition: number;
  setBy: string | null;
  setAt: string | null;
  followups: { touchpoint: string; answeringDays: number }[];
  opens: string;
  closes: string;
  preferred: string;
  reminders: number;
  remindAfterHours: number;
  dailyCap: number;
  weeklyCap: number;
}

/** Why a discharge was texted or not, and what is to come. */
export interface Outlook {
  zone: string;
  zones: string[];
  followups: { touchpoint: string; state: string | null; because: string | null }[];
  coming: { touchpoint: string; purpose: "invitation" | "reminder"; at: string; waits: string[] }[];
  trail: {
    touchpoint: string;
    at: string;
    subject: "conversation" | "text" | "reply";
    purpose: string | null;
    event: string;
    because: string | null;
    until: string | null;
    errorCode: number | null;
  }[];
}

export interface Point {
  period: string;
  from: string;
  to: string;
  n: number;
  yes: number | null;
  partly: number | null;
  no: number | null;
  rate: number | null;
  low: number | null;
  high: number | null;
  lower: number | null;
  upper: number | null;
  partial: boolean;
  inBaseline: boolean;
  suppressed: boolean;
  signals: string[];
}

export interface Signal {
  rule: string;
  direction: "improvement" | "deterioration" | null;
  sentence: string;
  periods: string[];
}

export interface SeriesBaseline {
  id: string;
  from: string;
  to: string;
  frozenAt: string;
  reason: string;
  centre: number | null;
  n: number;
  trial: boolean;
}

export interface Series {
  unit: Unit | null;
  item: Item;
  touchpoint: Touchpoint;
  channel: Channel;
  language: string | null;
  baseline: SeriesBaseline | null;
  limits: { kind: string; why: string };
  points: Point[];
  signals: Signal[];
}

export interface Trend {
  facility: { id: string; name: string; zone: string; demonstration: boolean };
  period: Period;
  from: string;
  to: string;
  asOf: string;
  series: Series[];
}

export interface TrendQuery {
  facility: string;
  touchpoint: Touchpoint;
  channel: Channel;
  period: Period;
  split: ("unit" | "item")[];
  unit?: string;
}

export interface NewBaseline {
  unitId: string | null;
  items: Item[];
  touchpoint: Touchpoint;
  channel: Channel;
  period: Period;
  from: string;
  to: string;
  reason: string;
}

export interface Change {
  id: string;
  on: string;
  description: string;
  unitIds: string[];
}

export interface LineProblem {
  line?: number;
  field?: string;
  code: string;
  detail?: string;
}

/** What the server (or the lack of one) answered instead. `status` 0: no answer reached us. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string | null;
  readonly problems: LineProblem[];
  /** Seconds. */
  readonly retryAfter: number | null;

  constructor(
    status: number,
    code: string,
    title: string,
    detail: string | null,
    problems: LineProblem[] = [],
    retryAfter: number | null = null,
  ) {
    super(code);
    this.status = status;
    this.code = code;
    this.title = title;
    this.detail = detail;
    this.problems = problems;
    this.retryAfter = retryAfter;
  }
}

const base = "/api/v1";
let signInRequired: () => void = () => {};

/** Called whenever the server says that nobody is signed in any more. */
export function onSignInRequired(listener: () => void): void {
  signInRequired = listener;
}

async function send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const init: RequestInit = { method, headers: { Accept: "application/json", ...headers }, cache: "no-store" };
  if (body !== undefined) {
    const text = typeof body === "string";
    init.body = text ? body : JSON.stringify(body);
    init.headers = { "Content-Type": text ? "text/csv; charset=utf-8" : "application/json", ...init.headers };
  }
  let response: Response;
  try {
    response = await fetch(base + path, init);
  } catch {
    throw new Problem(0, "unreachable", "The server could not be reached", null);
  }
  if (response.ok || response.status === 304) return response;
  throw await problemOf(response);
}

async function problemOf(response: Response): Promise<Problem> {
  let told: Partial<{ code: string; title: string; detail: string; problems: LineProblem[] }> = {};
  try {
    told = await response.json();
  } catch {
    // A proxy's error page is not a problem document; the status has to do.
  }
  const wait = Number(response.headers.get("Retry-After"));
  const problem = new Problem(
    response.status,
    told.code ?? `http-${response.status}`,
    told.title ?? "The server refused this",
    told.detail ?? null,
    told.problems ?? [],
    wait > 0 ? wait : null,
  );
  if (problem.status === 401 && problem.code === "sign-in-required") signInRequired();
  return problem;
}

async function json<T>(method: string, path: string, body?: unknown): Promise<T> {
  return (await send(method, path, body)).json() as Promise<T>;
}

function query(parameters: Record<string, string | undefined>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value) search.set(name, value);
  return `?${search}`;
}

export const signIn = (name: string, password: string) => json<Session>("POST", "/session", { name, password });
export const session = () => json<Session>("GET", "/session");
export const signOut = () => send("DELETE", "/session");

export const createFacility = (facility: {
  name: string;
  zone: string;
  languages: string[];
  callbackNumber?: string;
}) => json<Facility>("POST", "/facilities", facility);
export const setEmergencyNumber = (facility: string, number: string) =>
  json<{ number: string | null }>("PUT", `/emergency-number${query({ facility })}`, { number });
export const addUnit = (facility: string, name: string) => json<Unit>("POST", `/units${query({ facility })}`, { name });
export const addSender = (facility: string, address: string) =>
  json<{ address: string }>("POST", `/senders${query({ facility })}`, { address });

export interface Sender {
  address: string;
  state: "sending" | "held" | "stopped";
  stoppedAt: string | null;
  heldUntil: string | null;
  errorCode: number | null;
}

export const senders = (facility: string) => json<{ items: Sender[] }>("GET", `/senders${query({ facility })}`);
export const releaseSender = (facility: string, address: string) =>
  json<{ items: Sender[] }>("POST", `/senders/release${query({ facility })}`, { address });

/** A text as a patient would get it, and what it costs. */
export interface TextProof {
  language: string;
  key: string;
  body: string;
  characters: number;
  encoding: "GSM-7" | "UCS-2";
  segments: number;
  /** What is not in GSM-7. */
  costly: string[];
}

export const textProofs = (facility: string) => json<{ items: TextProof[] }>("GET", `/texts${query({ facility })}`);

export const languages = (facility: string) => json<Languages>("GET", `/languages${query({ facility })}`);
export const chooseLanguages = (facility: string, languages: string[], confirmedDrafts: string[]) =>
  json<Languages>("PUT", `/languages${query({ facility })}`, { languages, confirmedDrafts });
/** Written when the kiosk is built; a build without audio has none. */
export const voices = async (): Promise<Voices> => {
  const answer = await fetch("/kiosk/assets/speech/voices.json");
  return answer.ok ? ((await answer.json()) as Voices) : {};
};

export const kiosks = (facility: string, after?: string) =>
  json<Page<Kiosk>>("GET", `/kiosks${query({ facility, after })}`);
export const enrolKiosk = (facility: string, unitId: string, name: string) =>
  json<Enrolment>("POST", `/kiosk-enrolments${query({ facility })}`, { unitId, name });
export const rearrangeKiosk = (facility: string, id: string, change: { name?: string; unitId?: string }) =>
  json<Kiosk>("PATCH", `/kiosks/${id}${query({ facility })}`, change);
export const lockKiosk = (facility: string, id: string) => send("PUT", `/kiosks/${id}/lock${query({ facility })}`);
export const unlockKiosk = (facility: string, id: string) => send("DELETE", `/kiosks/${id}/lock${query({ facility })}`);
export const unitPins = (facility: string) => json<Page<UnitPin>>("GET", `/kiosk-pins${query({ facility })}`);
export const setUnitPin = (facility: string, unit: string, pin: string) =>
  send("PUT", `/kiosk-pins/${unit}${query({ facility })}`, { pin });
export const removeUnitPin = (facility: string, unit: string) =>
  send("DELETE", `/kiosk-pins/${unit}${query({ facility })}`);
export const revokeKiosk = (facility: string, id: string) =>
  send("POST", `/kiosks/${id}/revocation${query({ facility })}`);

export const discharges = (facility: string, filter: { day?: string; unit?: string; after?: string }) =>
  json<Page<Discharge>>("GET", `/discharges${query({ facility, ...filter })}`);
export const discharge = (facility: string, id: string) =>
  json<Discharge>("GET", `/discharges/${id}${query({ facility })}`);
export const findDischarge = (facility: string, by: { visitNumber: string } | { visitCode: string }) =>
  json<Discharge>("POST", `/discharges/lookup${query({ facility })}`, by);
export const enterDischarge = (facility: string, entered: NewDischarge) =>
  json<Discharge>("POST", `/discharges${query({ facility })}`, entered);
export const correctDischarge = (facility: string, id: string, correction: DischargeCorrection) =>
  json<Discharge>("PATCH", `/discharges/${id}${query({ facility })}`, correction);
export const markDischarge = (facility: string, id: string, standing: Standing) =>
  json<Discharge>("POST", `/discharges/${id}/standing${query({ facility })}`, { standing });
export const importDischarges = (facility: string, csv: string) =>
  json<ImportResult>("POST", `/discharges/import${query({ facility })}`, csv);
export const conversations = (facility: string, id: string) =>
  json<{ items: Conversation[] }>("GET", `/discharges/${id}/conversations${query({ facility })}`);

export const stopTexts = (facility: string, id: string) =>
  send("POST", `/discharges/${id}/no-texts${query({ facility })}`);

export const heldAnswers = (facility: string, after?: string) =>
  json<Page<HeldAnswer>>("GET", `/held-answers${query({ facility, after })}`);
export const placeHeldAnswer = (facility: string, id: string, where: { visitCode: string } | { walkUp: true }) =>
  send("POST", `/held-answers/${id}/placement${query({ facility })}`, where);
export const removeHeldAnswer = (facility: string, id: string) =>
  send("POST", `/held-answers/${id}/removal${query({ facility })}`);
export const rescue = (facility: string, takenAt: string, entries: RescueEntry[]) =>
  json<{ results: { id: string; outcome: RescueOutcome }[] }>("POST", `/rescues${query({ facility })}`, {
    takenAt,
    entries,
  });

export const outlook = (facility: string, id: string) =>
  json<Outlook>("GET", `/discharges/${id}/outreach${query({ facility })}`);

export const outreachPlan = (facility: string) => json<OutreachPlan>("GET", `/outreach-plan${query({ facility })}`);
export const changeOutreachPlan = (facility: string, { setBy: _, setAt: __, ...plan }: OutreachPlan) =>
  json<OutreachPlan>("PUT", `/outreach-plan${query({ facility })}`, plan);

export const takeConcern = (facility: string, id: string) =>
  json<Concern>("POST", `/concerns/${id}/taking${query({ facility })}`);
export const endConcern = (facility: string, id: string, outcome: ConcernOutcome) =>
  json<Concern>("POST", `/concerns/${id}/ending${query({ facility })}`, { outcome });
export const endedConcerns = (facility: string, unit: string | null) =>
  json<Page<Concern>>("GET", `/concerns/ended${query({ facility, unit: unit ?? undefined })}`);
export const teachBacks = (facility: string, unit: string | null) =>
  json<Page<TeachBack>>("GET", `/teach-backs${query({ facility, unit: unit ?? undefined })}`);
export const markTeachBack = (facility: string, id: string, verdict: "correct" | "not-correct") =>
  send("POST", `/teach-backs/${id}/mark${query({ facility })}`, { verdict });
export const kioskOptions = (facility: string) => json<KioskOptions>("GET", `/kiosk-options${query({ facility })}`);
export const chooseKioskOptions = (facility: string, options: KioskOptions) =>
  json<KioskOptions>("PUT", `/kiosk-options${query({ facility })}`, options);

export const changes = (facility: string) => json<{ items: Change[] }>("GET", `/changes${query({ facility })}`);
export const addChange = (facility: string, change: Omit<Change, "id">) =>
  json<Change>("POST", `/changes${query({ facility })}`, change);
export const freezeBaseline = (facility: string, baseline: NewBaseline) =>
  send("POST", `/baselines${query({ facility })}`, baseline);

export interface Tagged<T> {
  tag: string | null;
  value: T;
}

/** The trend, or null when it is still what `tag` stands for. */
export async function trend(asked: TrendQuery, tag: string | null): Promise<Tagged<Trend> | null> {
  const { split, ...filters } = asked;
  const path = `/metrics/trend${query({ ...filters, split: split.join(",") })}`;
  const response = await send("GET", path, undefined, tag ? { "If-None-Match": tag } : {});
  if (response.status === 304) return null;
  return { tag: response.headers.get("ETag"), value: (await response.json()) as Trend };
}

export interface Desk {
  tag: string | null;
  /** By the server's clock, in milliseconds. */
  now: number;
  /** Null when the desk is still what `tag` stands for. */
  changed: Page<Concern> | null;
}

/** What is open: urgent first, then what has waited longest. */
export async function concerns(facility: string, unit: string | null, tag: string | null): Promise<Desk> {
  const path = `/concerns${query({ facility, unit: unit ?? undefined, limit: "200" })}`;
  const response = await send("GET", path, undefined, tag ? { "If-None-Match": tag } : {});
  const now = Date.parse(response.headers.get("Date") ?? "") || Date.now();
  const changed = response.status === 304 ? null : ((await response.json()) as Page<Concern>);
  return { tag: response.headers.get("ETag"), now, changed };
}

import type { Options } from "../survey/options";
import type { Instrument, Item } from "../survey/response";

/** What the server tells an enrolled tablet about where it stands and what it asks. */
export interface Setup {
  /** The kiosk's. */
  id: string;
  name: string;
  /** Put out of use by an administrator: it asks nobody, and sends what it holds. */
  locked: boolean;
  /** Its unit's staff have a PIN to pick a visit with. */
  picking: boolean;
  facility: { id: string; name: string; zone: string; demonstration: boolean };
  unit: { name: string };
  /** Never empty; each has wording. */
  languages: string[];
  instrument: Instrument;
  options: Options;
  /** Of the sentence that patients agree to; 0 when there is none to agree to. */
  consentVersion: number;
  wording: Record<string, Record<string, string>>;
  sealing: SealingKey;
}

/** What answers are sealed with. */
export interface SealingKey {
  keyId: string;
  /** An uncompressed point on P-256, as base64. */
  publicKey: string;
}

const items: readonly string[] = ["diagnosis", "treatment", "next-steps"] satisfies Item[];

/** Null when it is not a set-up that this version can ask by: the tablet then keeps the one it has. */
export function parseSetup(json: unknown): Setup | null {
  const { id, name, locked, picking, facility, unit, languages, instrument, options, consent, wording, sealing } =
    object(json);
  const asked = object(instrument);
  const wordings = wordingsOf(wording);
  const spoken = strings(languages).filter((language) => wordings[language]);
  const known = strings(asked.items);
  if (typeof asked.version !== "number" || known.length === 0 || spoken.length === 0) return null;
  if (known.some((item) => !items.includes(item))) return null;
  const key = sealingKeyOf(sealing);
  if (!key) return null;
  return {
    id: text(id),
    name: text(name),
    locked: locked === true,
    picking: picking === true,
    facility: {
      id: text(object(facility).id),
      name: text(object(facility).name),
      zone: text(object(facility).zone),
      demonstration: object(facility).demonstration === true,
    },
    unit: { name: text(object(unit).name) },
    languages: spoken,
    instrument: { version: asked.version, items: known as Item[] },
    options: optionsOf(options),
    consentVersion: versionOf(consent),
    wording: wordings,
    sealing: key,
  };
}

/** Without a key nothing can be kept safely, so nobody is asked: a set-up of an earlier release has none. */
function sealingKeyOf(json: unknown): SealingKey | null {
  const { keyId, publicKey } = object(json);
  return text(keyId) && text(publicKey) ? { keyId: text(keyId), publicKey: text(publicKey) } : null;
}

/** A set-up that was kept by an older version has none of them. */
function optionsOf(json: unknown): Options {
  const { offerHelp, askNumber, teachBack, keepAbandonedAnswers } = object(json);
  return {
    offerHelp: offerHelp === true,
    askNumber: askNumber === true,
    teachBack: teachBack === true,
    keepAbandonedAnswers: keepAbandonedAnswers === true,
  };
}

function versionOf(json: unknown): number {
  const { version } = object(json);
  return typeof version === "number" ? version : 0;
}

function wordingsOf(json: unknown): Setup["wording"] {
  return Object.fromEntries(
    Object.entries(object(json)).map(([language, texts]) => [
      language,
      Object.fromEntries(Object.entries(object(texts)).map(([key, value]) => [key, text(value)])),
    ]),
  );
}

function object(json: unknown): Record<string, unknown> {
  return typeof json === "object" && json !== null ? (json as Record<string, unknown>) : {};
}

function strings(json: unknown): string[] {
  return Array.isArray(json) ? json.filter((value) => typeof value === "string") : [];
}

function text(json: unknown): string {
  return typeof json === "string" ? json : "";
}

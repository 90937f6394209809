import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import type { Plugin } from "vite";
import type { SpeechFiles, SpeechIndex } from "../../src/kiosk/speech/files.ts";
import { wordsFor } from "../../src/kiosk/words.ts";
import { recordingsIn } from "./recordings.ts";
import { type Spoken, spokenTexts } from "./spoken.ts";
import { Synthesiser } from "./synthesiser.ts";
import { voices } from "./voices.ts";

interface Folders {
  wording: string;
  recordings: string;
  /** Where what was synthesised is kept between builds. */
  kept: string;
  /** The kiosk's built files. */
  out: string;
}

/** What a language can be heard by: for the people who enable it. */
interface Heard {
  voice: string | null;
  recorded: number;
  synthesised: number;
}

interface Built {
  index: SpeechIndex;
  heard: Record<string, Heard>;
  /** Name under `assets/speech/` to what is to stand there. */
  files: Map<string, { copyOf: string } | { content: string }>;
}

const place = "assets/speech";

/**
 * Turns the catalogue into audio at build time. Each file is named after its own SHA-256, so that a tablet can tell it from
 * a captive portal's page. `virtual:speech` is the index that the kiosk starts with: language to its list of files.
 */
export function speech(folders: Folders): Plugin {
  let built: Promise<Built>;
  return {
    name: "homeward-speech",
    buildStart() {
      built = build(folders, (complaint) => this.warn(complaint));
    },
    resolveId: (id) => (id === "virtual:speech" ? "\0virtual:speech" : null),
    async load(id) {
      return id === "\0virtual:speech" ? `export default ${JSON.stringify((await built).index)}` : null;
    },
    async writeBundle() {
      const { files } = await built;
      const home = join(folders.out, place);
      mkdirSync(home, { recursive: true });
      for (const [name, file] of files) {
        if ("copyOf" in file) copyFileSync(file.copyOf, join(home, name));
        else writeFileSync(join(home, name), file.content);
      }
    },
  };
}

async function build(folders: Folders, complain: (complaint: string) => void): Promise<Built> {
  const synthesiser = await Synthesiser.find(folders.kept);
  if (!synthesiser) complain("No espeak-ng and opusenc here: the kiosk is built without synthesised speech.");
  const built: Built = { index: {}, heard: {}, files: new Map() };
  for (const language of languagesIn(folders.wording)) {
    const texts = textsOf(folders.wording, language);
    const { files: recorded, complaints } = recordingsIn(folders.recordings, language, texts);
    complaints.forEach(complain);
    const voice = voices[language] ?? null;
    const once = [...new Map(texts.map((spoken) => [spoken.text, spoken])).values()];
    const rest = voice && synthesiser ? once.filter(({ text }) => !recorded.has(text)) : [];
    const spoken = voice && synthesiser ? await synthesiser.speakAll(rest.map((one) => ({ spoken: one, voice }))) : [];
    const listed: SpeechFiles = { recorded: {}, synthesised: {} };
    const list = (kind: keyof SpeechFiles, text: string, file: string) => {
      const name = `${proofOf(readFileSync(file))}${extname(file)}`;
      built.files.set(name, { copyOf: file });
      listed[kind][text] = name;
    };
    for (const [text, file] of recorded) list("recorded", text, file);
    for (const [at, file] of spoken.entries()) list("synthesised", rest[at]?.text ?? "", file);
    built.heard[language] = {
      voice: spoken.length > 0 && voice ? `espeak-ng ${voice.name}` : null,
      recorded: recorded.size,
      synthesised: spoken.length,
    };
    if (recorded.size + spoken.length === 0) continue;
    const content = JSON.stringify(listed);
    const name = `${proofOf(content)}.json`;
    built.files.set(name, { content });
    built.index[language] = name;
  }
  built.files.set("voices.json", { content: JSON.stringify(built.heard, null, 2) });
  return built;
}

function languagesIn(wording: string): string[] {
  return readdirSync(wording)
    .filter((file) => file.endsWith(".json"))
    .map((file) => file.replace(".json", ""))
    .sort();
}

export function textsOf(wording: string, language: string): Spoken[] {
  const texts: Record<string, string> = JSON.parse(readFileSync(join(wording, `${language}.json`), "utf8"));
  const words = wordsFor({ languages: [language], wording: { [language]: texts } }, language);
  return spokenTexts(texts, words);
}

function proofOf(content: string | Buffer): string {
  return createHash("sha256").update(content).digest("base64url");
}

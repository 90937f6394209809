import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Spoken } from "./spoken.ts";
import type { Voice } from "./voices.ts";

const run = promisify(execFile);

/** Slower than the synthesiser's own 175 words a minute: for listeners who are old, tired or in pain. */
const wordsPerMinute = "140";
const encoding = ["--quiet", "--discard-comments", "--bitrate", "12", "--comp", "5", "--framesize", "60"];

/** Speaks texts into Opus files with Debian's espeak-ng and opus-tools, each only once for as long as it is not changed. */
export class Synthesiser {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  /** Null on a machine without the two programs. */
  static async find(folder: string): Promise<Synthesiser | null> {
    try {
      await Promise.all([run("espeak-ng", ["--version"]), run("opusenc", ["--version"])]);
      return new Synthesiser(folder);
    } catch {
      return null;
    }
  }

  /** The file of each text, in their order. */
  async speakAll(texts: { spoken: Spoken; voice: Voice }[]): Promise<string[]> {
    const files: string[] = [];
    const waiting = texts.entries();
    const worker = async () => {
      for (const [at, { spoken, voice }] of waiting) files[at] = await this.#speak(spoken.text, voice);
    };
    await Promise.all(Array.from({ length: availableParallelism() }, worker));
    return files;
  }

  async #speak(text: string, voice: Voice): Promise<string> {
    const name = /^[A-Z]$/.test(text) ? (voice.letters ?? voice.name) : voice.name;
    const how = createHash("sha256")
      .update(JSON.stringify([name, wordsPerMinute, encoding, text]))
      .digest("hex");
    const file = join(this.#folder, `${how}.opus`);
    if (existsSync(file)) return file;
    const unfinished = join(this.#folder, `${how}-${process.pid}`);
    await run("espeak-ng", ["-v", name, "-s", wordsPerMinute, "-w", `${unfinished}.wav`, "--", text]);
    await run("opusenc", [...encoding, `${unfinished}.wav`, `${unfinished}.opus`]);
    rmSync(`${unfinished}.wav`);
    renameSync(`${unfinished}.opus`, file);
    return file;
  }
}

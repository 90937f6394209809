import { createContext } from "preact";
import type { Words } from "../words";
import { type Choice, linesOf, onArrival, onChoice, onListening, type Says } from "./narrator";
import type { Line, Player } from "./player";

export interface SpeechState {
  /** The patient asked for it; it ends with the patient. */
  on: boolean;
  volume: number;
}

const volumes = { least: 0.2, usual: 0.8, most: 1, step: 0.2 };

/** Reads the kiosk aloud to one patient: the screen as it comes, what changes on it, and each choice. */
export class Speech {
  readonly #player: Player;
  readonly #listeners = new Set<(state: SpeechState) => void>();
  #state: SpeechState = { on: false, volume: volumes.usual };
  #screen: { words: Words; says: Says } | null = null;
  #chosen: Line | null = null;
  #explained = new Set<string>();
  #onLine: (line: Line) => void = () => {};
  #quiet: Promise<void> = Promise.resolve();

  constructor(player: Player) {
    this.#player = player;
  }

  get state(): SpeechState {
    return this.#state;
  }

  get speaking(): boolean {
    return this.#player.queue.length > 0;
  }

  /** Settles when what is being said now has been said, or has given way to something else. */
  get quiet(): Promise<void> {
    return this.#quiet;
  }

  speaks(language: string): boolean {
    return this.#player.speaks(language);
  }

  subscribe(listener: (state: SpeechState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Is told each line as it begins, so that what is read can be seen too. */
  followedBy(onLine: (line: Line) => void): void {
    this.#onLine = onLine;
  }

  turnOn(): void {
    this.#change({ on: true });
    if (!this.#screen) return;
    const { words, says } = this.#screen;
    this.#explained.add(words.language);
    this.#say(onListening(words, says));
  }

  turnOff(): void {
    this.#change({ on: false });
    this.#player.stop();
  }

  /** A screen has come: whatever was being said of the last one is over. */
  arrived(words: Words, says: Says): void {
    this.#screen = { words, says };
    const chosen = this.#chosen;
    this.#chosen = null;
    this.#player.stop();
    if (!this.#state.on) return;
    if (!linesOf(words, says).some(({ language }) => this.speaks(language))) {
      this.turnOff();
      return;
    }
    const explained = this.#explained.has(words.language);
    this.#explained.add(words.language);
    this.#say(onArrival(words, says, { chosen, explained }));
  }

  /** Something on the screen has changed. */
  announced(words: Words, says: Says): void {
    if (this.#state.on) this.#say(linesOf(words, says));
  }

  /** Said to everybody, also to who did not ask for it: a warning that only eyes can find is none. */
  warned(words: Words, says: Says): void {
    this.#say(linesOf(words, says));
  }

  /** The warning was answered. */
  calmed(): void {
    this.#player.stop();
    if (this.#state.on) this.repeat();
  }

  selected(choice: Choice): void {
    if (this.#state.on && this.#screen) this.#say(onChoice(choice, this.#screen.words));
  }

  /** An answer that the screen has named is said back on the next one; "Back" and the like are not. */
  confirmed({ language, name }: Choice): void {
    const named = this.#screen?.says.some((said) => (typeof said === "string" ? said : said.text) === name);
    this.#chosen = named ? { language, text: name } : null;
  }

  repeat(): void {
    if (!this.#screen) return;
    const { words, says } = this.#screen;
    this.#say(onArrival(words, says, { chosen: null, explained: false }));
  }

  louder(): void {
    this.#turnTo(this.#state.volume + volumes.step);
  }

  quieter(): void {
    this.#turnTo(this.#state.volume - volumes.step);
  }

  /** The patient has left: nothing of what was said or set for them stays. */
  forget(): void {
    this.#chosen = null;
    this.#explained = new Set();
    this.#player.stop();
    this.#change({ on: false, volume: volumes.usual });
    this.#player.volume = volumes.usual;
  }

  #turnTo(volume: number): void {
    const within = Math.min(volumes.most, Math.max(volumes.least, Math.round(volume * 10) / 10));
    this.#player.volume = within;
    this.#change({ volume: within });
    this.repeat();
  }

  #say(lines: Line[]): void {
    this.#quiet = this.#player.say(lines, (line) => this.#onLine(line));
  }

  #change(to: Partial<SpeechState>): void {
    this.#state = { ...this.#state, ...to };
    for (const listener of this.#listeners) listener(this.#state);
  }
}

export const SpeechContext = createContext<Speech | null>(null);

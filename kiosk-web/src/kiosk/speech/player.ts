import type { AudioFiles } from "./files";

/** Words in the language in which they are to be said. */
export interface Line {
  language: string;
  text: string;
}

/** Something being said: `done` tells whether it could be. A stop settles it too. */
export interface Utterance {
  done: Promise<boolean>;
  stop(): void;
}

/** Plays one file at a time. */
export interface Loudspeaker {
  play(url: string, volume: number): Utterance;
}

/** The tablet's own voices, for as many languages as it has. */
export interface TabletVoice {
  speaks(language: string): boolean;
  say(line: Line, volume: number): Utterance;
}

/**
 * Says lines one after another. A person's recording comes first: nothing is understood better. Then the tablet's own
 * voice, which on most tablets sounds less like a machine than the files made at build time; those come last. What none
 * of the three can say is left out.
 */
export class Player {
  volume = 0.8;
  readonly #files: Pick<AudioFiles, "has" | "find">;
  readonly #loudspeaker: Loudspeaker;
  readonly #voice: TabletVoice;
  #queue: readonly Line[] = [];
  #now: Utterance | null = null;
  /** Rises with every new queue, so that an older one knows that it is over. */
  #turn = 0;

  constructor(files: Pick<AudioFiles, "has" | "find">, loudspeaker: Loudspeaker, voice: TabletVoice) {
    this.#files = files;
    this.#loudspeaker = loudspeaker;
    this.#voice = voice;
  }

  speaks(language: string): boolean {
    return this.#files.has(language) || this.#voice.speaks(language);
  }

  /** What is being said and what is to come. */
  get queue(): readonly Line[] {
    return this.#queue;
  }

  /** In the place of whatever was being said. Settles when all is said or something else has taken its place. */
  async say(lines: readonly Line[], onLine: (line: Line) => void = () => {}): Promise<void> {
    this.stop();
    const turn = this.#turn;
    this.#queue = lines;
    for (const line of lines) {
      onLine(line);
      await this.#sayOne(line, turn);
      if (turn !== this.#turn) return;
      this.#queue = this.#queue.slice(1);
    }
  }

  stop(): void {
    this.#turn++;
    this.#queue = [];
    this.#now?.stop();
    this.#now = null;
  }

  async #sayOne(line: Line, turn: number): Promise<void> {
    const file = await this.#files.find(line.language, line.text);
    const play = () => file && this.#loudspeaker.play(file.url, this.volume);
    const speak = () => (this.#voice.speaks(line.language) ? this.#voice.say(line, this.volume) : null);
    for (const way of file?.recorded ? [play, speak] : [speak, play]) {
      if (turn !== this.#turn) return;
      this.#now = way();
      if (await this.#now?.done) return;
    }
  }
}

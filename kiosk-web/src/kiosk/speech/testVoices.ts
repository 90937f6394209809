import type { Found } from "./files";
import { type Line, type Loudspeaker, Player, type TabletVoice, type Utterance } from "./player";

/** What can be heard of a player, each utterance lasting until it is let go. */
export class Ears {
  /** In the order in which they began: `file:<url>` or `voice:<words>`. */
  readonly heard: string[] = [];
  readonly volumes: number[] = [];
  readonly #going: { settle: (heard: boolean) => void }[] = [];
  /** Language to its files by text. */
  readonly files: Record<string, Record<string, Found>> = {};
  /** Languages that the tablet has a voice for. */
  readonly voices = new Set<string>();

  player(): Player {
    const loudspeaker: Loudspeaker = { play: (url, volume) => this.#utter(`file:${url}`, volume) };
    const voice: TabletVoice = {
      speaks: (language) => this.voices.has(language),
      say: ({ text }, volume) => this.#utter(`voice:${text}`, volume),
    };
    const files = {
      has: (language: string) => language in this.files,
      find: async (language: string, text: string) => this.files[language]?.[text] ?? null,
    };
    return new Player(files, loudspeaker, voice);
  }

  recorded(language: string, text: string): this {
    return this.#file(language, text, true);
  }

  synthesised(language: string, text: string): this {
    return this.#file(language, text, false);
  }

  /** What is being said now comes to its end, or cannot be said. */
  async ends(heard = true): Promise<void> {
    this.#going.shift()?.settle(heard);
    await settled();
  }

  /** All of it, to its end. */
  async listens(): Promise<string[]> {
    await settled();
    while (this.#going.length > 0) await this.ends();
    return this.heard;
  }

  #file(language: string, text: string, recorded: boolean): this {
    this.files[language] = { ...this.files[language], [text]: { url: text, recorded } };
    return this;
  }

  #utter(what: string, volume: number): Utterance {
    this.heard.push(what);
    this.volumes.push(volume);
    let settle: (heard: boolean) => void = () => {};
    const done = new Promise<boolean>((resolve) => {
      settle = resolve;
    });
    const going = { settle };
    this.#going.push(going);
    return {
      done,
      stop: () => {
        const at = this.#going.indexOf(going);
        if (at >= 0) this.#going.splice(at, 1);
        settle(false);
      },
    };
  }
}

/** All promises that can go on have gone on. */
export const settled = () => new Promise((later) => setTimeout(later));

export const english = (text: string): Line => ({ language: "en", text });

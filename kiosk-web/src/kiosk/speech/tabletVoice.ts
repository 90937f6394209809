import type { Line, TabletVoice, Utterance } from "./player";

/** A voice that is listed but not installed says nothing and reports nothing: after so long it is given up. */
const silenceAllowed = 2_500;

/** What tablets call our languages, where it is something else. */
const alias: Record<string, RegExp> = {
  "zh-Hans": /^(cmn|zh)\b(?!.*\b(tw|hk|hant)\b)/,
  tl: /^(fil|tl)\b/,
};

/** The voices that are on the tablet itself: one that needs a network would fail offline and send words away. */
export class SynthesisVoice implements TabletVoice {
  readonly #synthesis: SpeechSynthesis | undefined;
  readonly #mute = new Set<string>();
  /** Chrome forgets an utterance that nobody holds, and its events with it (crbug.com/509488). */
  readonly #held = new Set<SpeechSynthesisUtterance>();

  constructor(synthesis: SpeechSynthesis | undefined) {
    this.#synthesis = synthesis;
  }

  speaks(language: string): boolean {
    return this.#voiceFor(language) !== undefined;
  }

  say({ language, text }: Line, volume: number): Utterance {
    const synthesis = this.#synthesis;
    const voice = this.#voiceFor(language);
    if (!synthesis || !voice) return { done: Promise.resolve(false), stop() {} };
    const utterance = new SpeechSynthesisUtterance(text);
    this.#held.add(utterance);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.volume = volume;
    utterance.rate = 0.9;
    let settle: (heard: boolean) => void = () => {};
    const done = new Promise<boolean>((resolve) => {
      settle = (heard) => {
        this.#held.delete(utterance);
        resolve(heard);
      };
    });
    const silence = setTimeout(() => fail(), silenceAllowed);
    const fail = () => {
      this.#mute.add(language);
      synthesis.cancel();
      settle(false);
    };
    utterance.onstart = () => clearTimeout(silence);
    utterance.onend = () => {
      clearTimeout(silence);
      settle(true);
    };
    utterance.onerror = () => {
      clearTimeout(silence);
      fail();
    };
    synthesis.speak(utterance);
    return {
      done,
      stop: () => {
        clearTimeout(silence);
        utterance.onerror = null;
        synthesis.cancel();
        settle(false);
      },
    };
  }

  #voiceFor(language: string): SpeechSynthesisVoice | undefined {
    if (this.#mute.has(language)) return undefined;
    const wanted = alias[language] ?? new RegExp(`^${language}\\b`);
    return this.#synthesis
      ?.getVoices()
      .find(({ lang, localService }) => localService && wanted.test(lang.toLowerCase().replaceAll("_", "-")));
  }
}

/** Language to the name of its list of files; a language without audio is not in it. Made by the build. */
export type SpeechIndex = Record<string, string>;

/** The words on the screen to the file that says them. Each file is named after its own SHA-256, in base64url. */
export interface SpeechFiles {
  /** By people. */
  recorded: Record<string, string>;
  /** By a program, at build time. */
  synthesised: Record<string, string>;
}

export interface Found {
  url: string;
  recorded: boolean;
}

/** The audio that came with this release of the kiosk. */
export class AudioFiles {
  readonly #index: SpeechIndex;
  readonly #fetch: typeof fetch;
  readonly #lists = new Map<string, Promise<SpeechFiles | null>>();

  constructor(index: SpeechIndex, fetch: typeof window.fetch) {
    this.#index = index;
    this.#fetch = fetch;
  }

  has(language: string): boolean {
    return language in this.#index;
  }

  /** Null when no file says these words, or when the list cannot be had just now. */
  async find(language: string, text: string): Promise<Found | null> {
    const list = await this.#listOf(language);
    const recorded = list?.recorded[text];
    const name = recorded ?? list?.synthesised[text];
    return name ? { url: urlOf(name), recorded: recorded !== undefined } : null;
  }

  /** Every file that a language needs, its list first, with the proof of each; null when its list cannot be had now. */
  async needed(language: string): Promise<{ url: string; integrity: string }[] | null> {
    const name = this.#index[language];
    if (!name) return [];
    const list = await this.#listOf(language);
    if (!list) return null;
    return [name, ...Object.values(list.recorded), ...Object.values(list.synthesised)].map((file) => ({
      url: urlOf(file),
      integrity: integrityOf(file),
    }));
  }

  #listOf(language: string): Promise<SpeechFiles | null> {
    const known = this.#lists.get(language);
    if (known) return known;
    const name = this.#index[language];
    if (!name) return Promise.resolve(null);
    const asked = this.#fetch(urlOf(name), { integrity: integrityOf(name) })
      .then((answer): Promise<SpeechFiles> => answer.json())
      .catch(() => {
        this.#lists.delete(language);
        return null;
      });
    this.#lists.set(language, asked);
    return asked;
  }
}

const urlOf = (name: string) => `/kiosk/assets/speech/${name}`;

function integrityOf(name: string): string {
  const digest = name.slice(0, name.lastIndexOf("."));
  return `sha256-${digest.replaceAll("-", "+").replaceAll("_", "/")}=`;
}

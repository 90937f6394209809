import { type Event, type Interview, interview, welcome } from "./interview";
import { type Options, threeQuestionsOnly } from "./options";
import type { Answer, Instrument, Respondent } from "./response";

export const threeItems: Instrument = { version: 1, items: ["diagnosis", "treatment", "next-steps"] };

/** A patient at the tablet, so that a test reads as what they did. */
export class Patient {
  state: Interview = welcome;
  readonly options: Options;
  readonly #next: ReturnType<typeof interview>;

  constructor(options: Partial<Options> = {}) {
    this.options = { ...threeQuestionsOnly, ...options };
    this.#next = interview(threeItems, this.options);
  }

  does(...events: Event[]): this {
    for (const event of events) this.state = this.#next(this.state, event);
    return this;
  }

  chooses(language: string): this {
    return this.does({ type: "language-chosen", language });
  }

  types(code: string): this {
    return this.does(...[...code].map((symbol) => ({ type: "symbol-typed", symbol }) as const));
  }

  enters(code: string): this {
    return this.types(code).does({ type: "code-entered" });
  }

  is(respondent: Respondent): this {
    return this.does({ type: "respondent-chosen", respondent });
  }

  answers(...given: Answer[]): this {
    return this.does(...given.map((answer) => ({ type: "answered", answer }) as const));
  }

  skips(): this {
    return this.does({ type: "skipped" });
  }

  wantsHelp(wanted: boolean): this {
    return this.does({ type: "help-chosen", wanted });
  }

  teachesBack(said: string): this {
    return this.does({ type: "taught-back", said });
  }

  goesBack(): this {
    return this.does({ type: "went-back" });
  }
}

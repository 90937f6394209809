import { type Event, type Interview, interview, welcome } from "./interview";
import type { Answer, Instrument, Respondent } from "./response";

export const threeItems: Instrument = { version: 1, items: ["diagnosis", "treatment", "next-steps"] };

/** A patient at the tablet, so that a test reads as what they did. */
export class Patient {
  state: Interview = welcome;
  readonly #next = interview(threeItems);

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

  goesBack(): this {
    return this.does({ type: "went-back" });
  }
}

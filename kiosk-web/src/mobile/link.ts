import { jsonOf, problemOf } from "../shared/problem";
import type { Answer, Instrument, Item, Respondent } from "../survey/response";

/** How far the questions of a link are. `over`: too late, or the visit is not asked any more. */
export interface Progress {
  status: "open" | "done" | "over";
  answered: Item[];
}

/** What a link asks, in one of the facility's languages. */
export interface Asked extends Progress {
  facility: { name: string; demonstration: boolean };
  language: string;
  languages: { code: string; name: string }[];
  instrument: Instrument;
  wording: Record<string, string>;
}

export interface Given {
  item: Item;
  answer: Answer;
  respondent: Respondent;
  language: string;
}

export type Reached<T> = { type: "reached"; value: T } | { type: "unknown" } | { type: "unreachable" };

/** The service, as a phone that opened a link may ask it. */
export interface LinkServer {
  open(language: string | null): Promise<Reached<Asked>>;
  answer(given: Given): Promise<Reached<Progress>>;
  close(): Promise<Reached<Progress>>;
  stop(): Promise<Reached<Progress>>;
}

const patience = 15_000;

/** @param token from the page's address; it travels in a header from here on */
export function linkServer(fetch: typeof globalThis.fetch, token: string): LinkServer {
  async function ask<T extends Progress>(method: string, path: string, body?: object): Promise<Reached<T>> {
    try {
      const response = await fetch(`/api/v1/link${path}`, {
        method,
        headers: {
          Authorization: `Bearer ${token}`,
          ...(body && { "Content-Type": "application/json" }),
        },
        ...(body && { body: JSON.stringify(body) }),
        credentials: "omit",
        cache: "no-store",
        redirect: "manual",
        signal: AbortSignal.timeout(patience),
      });
      if (response.ok) {
        const value = await jsonOf(response);
        return value && typeof value.status === "string"
          ? { type: "reached", value: value as unknown as T }
          : { type: "unreachable" };
      }
      const { code } = await problemOf(response);
      if (code === "link-closed") return { type: "reached", value: { status: "over", answered: [] as Item[] } as T };
      return { type: code === "link-unknown" ? "unknown" : "unreachable" };
    } catch {
      return { type: "unreachable" };
    }
  }
  return {
    open: (language) => ask<Asked>("GET", language === null ? "" : `?language=${encodeURIComponent(language)}`),
    answer: ({ item, ...given }) => ask("PUT", `/answers/${item}`, given),
    close: () => ask("POST", "/closing", {}),
    stop: () => ask("POST", "/stop", {}),
  };
}

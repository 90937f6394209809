import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { type Concern, concerns, type Problem } from "../api";
import { asProblem } from "../parts/hooks";

/** Somebody is to see a new one within five seconds; an unchanged desk costs a 304. */
const every = 2_000;

export interface Desk {
  concerns: Concern[] | null;
  problem: Problem | null;
  /** By the server's clock, in milliseconds. */
  now: number;
  /** Rises with every change on the desk. */
  version: number;
  reload: () => void;
}

/**
 * What is open, asked for again and again, also while the page is in the background: it is what rings there. `onNew` hears
 * of what was not there before; the first look is nothing new.
 */
export function useDesk(facility: string, unit: string | null, onNew: () => void): Desk {
  const key = `${facility} ${unit}`;
  const [state, setState] = useState<{ key: string; concerns: Concern[] | null; version: number }>({
    key,
    concerns: null,
    version: 0,
  });
  const [problem, setProblem] = useState<Problem | null>(null);
  const [now, setNow] = useState(() => Date.now());
  const again = useRef<() => void>(() => {});
  const ring = useRef(onNew);
  ring.current = onNew;
  useEffect(() => {
    let over = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let tag: string | null = null;
    let seen: Set<string> | null = null;
    const look = async () => {
      clearTimeout(timer);
      try {
        const answer = await concerns(facility, unit, tag);
        if (over) return;
        setProblem(null);
        setNow(answer.now);
        if (answer.changed) {
          const { items } = answer.changed;
          const before = seen;
          tag = answer.tag;
          seen = new Set(items.map(({ id }) => id));
          if (before && items.some(({ id }) => !before.has(id))) ring.current();
          setState((last) => ({ key, concerns: items, version: last.version + 1 }));
        }
      } catch (thrown) {
        if (!over) setProblem(asProblem(thrown));
      }
      if (!over) timer = setTimeout(look, every);
    };
    again.current = () => void look();
    void look();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [key]);
  const open = state.key === key ? state.concerns : null;
  useTitleBadge(open?.filter(({ taken }) => taken === null).length ?? 0);
  return { concerns: open, problem, now, version: state.version, reload: useCallback(() => again.current(), []) };
}

/** How many nobody has taken, in front of the page's title, so that it can be read on a tab. */
function useTitleBadge(waiting: number) {
  useEffect(() => {
    const title = document.title.replace(/^\(\d+\) /, "");
    document.title = waiting > 0 ? `(${waiting}) ${title}` : title;
    return () => {
      document.title = document.title.replace(/^\(\d+\) /, "");
    };
  }, [waiting]);
}

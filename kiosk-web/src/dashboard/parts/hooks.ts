import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { Problem, type Tagged, type Trend, type TrendQuery, trend } from "../api";

export const asProblem = (thrown: unknown) =>
  thrown instanceof Problem ? thrown : new Problem(0, "page-broken", "This page stumbled", String(thrown));

export interface Loaded<T> {
  value: T | null;
  problem: Problem | null;
  reload: () => Promise<void>;
  set: (value: T) => void;
}

/** Loads when `key` changes. A value that was loaded stays until the next one is there. */
export function useLoad<T>(key: string, load: () => Promise<T>): Loaded<T> {
  const [state, setState] = useState<{ key: string; value: T | null; problem: Problem | null }>({
    key,
    value: null,
    problem: null,
  });
  const wanted = useRef(key);
  wanted.current = key;
  const reload = useCallback(async () => {
    try {
      const value = await load();
      if (wanted.current === key) setState({ key, value, problem: null });
    } catch (thrown) {
      if (wanted.current === key) setState((before) => ({ ...before, key, problem: asProblem(thrown) }));
    }
  }, [key]);
  useEffect(() => {
    void reload();
  }, [reload]);
  return {
    value: state.key === key ? state.value : null,
    problem: state.key === key ? state.problem : null,
    reload,
    set: (value) => setState({ key, value, problem: null }),
  };
}

export interface Action {
  busy: boolean;
  problem: Problem | null;
  run: (what: () => Promise<unknown>) => Promise<boolean>;
  clear: () => void;
}

/** One thing that a person does and that may fail: while it runs it cannot be started again. */
export function useAction(): Action {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const running = useRef(false);
  const run = useCallback(async (what: () => Promise<unknown>) => {
    if (running.current) return false;
    running.current = true;
    setBusy(true);
    setProblem(null);
    try {
      await what();
      return true;
    } catch (thrown) {
      setProblem(asProblem(thrown));
      return false;
    } finally {
      running.current = false;
      setBusy(false);
    }
  }, []);
  return { busy, problem, run, clear: useCallback(() => setProblem(null), []) };
}

/** Re-renders every `milliseconds` while the page is visible. */
export function useNow(milliseconds: number): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    setNow(new Date());
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") setNow(new Date());
    }, milliseconds);
    return () => clearInterval(timer);
  }, [milliseconds]);
  return now;
}

export interface Live {
  trend: Trend | null;
  /** Whether `trend` still answers an earlier question. */
  stale: boolean;
  problem: Problem | null;
  reload: () => void;
}

const REFRESH = 1_500;
const AFTER_A_PROBLEM = 5_000;

/** The trend, asked for again while somebody is looking. An unchanged one costs a 304. */
export function useTrend(query: TrendQuery): Live {
  const key = JSON.stringify(query);
  const [state, setState] = useState<{ key: string; trend: Trend | null; problem: Problem | null }>({
    key: "",
    trend: null,
    problem: null,
  });
  const again = useRef<() => void>(() => {});
  useEffect(() => {
    let over = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let asking = false;
    let tag: string | null = null;
    const ask = async () => {
      clearTimeout(timer);
      if (over || asking || document.visibilityState !== "visible") return;
      asking = true;
      const started = performance.now();
      let pause = REFRESH;
      try {
        const answer: Tagged<Trend> | null = await trend(query, tag);
        if (over) return;
        if (answer) {
          tag = answer.tag;
          setState({ key, trend: answer.value, problem: null });
        } else {
          setState((before) => (before.problem ? { ...before, problem: null } : before));
        }
        // A server that takes long is asked less often.
        pause = Math.max(REFRESH, 4 * (performance.now() - started));
      } catch (thrown) {
        if (over) return;
        setState((before) => ({ ...before, problem: asProblem(thrown) }));
        pause = AFTER_A_PROBLEM;
      } finally {
        asking = false;
      }
      timer = setTimeout(ask, pause);
    };
    again.current = () => {
      tag = null;
      void ask();
    };
    document.addEventListener("visibilitychange", ask);
    void ask();
    return () => {
      over = true;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", ask);
    };
  }, [key]);
  return {
    trend: state.trend,
    stale: state.trend !== null && state.key !== key,
    problem: state.problem,
    reload: useCallback(() => again.current(), []),
  };
}

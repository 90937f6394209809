import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { IdleWatch } from "./idleWatch";
import type { Timings } from "./timings";

/**
 * Keyboard and screen-reader users start each screen at its heading, not where the last screen's button was. From the
 * moment it stands: an effect after painting would leave a gap in which a key goes nowhere.
 */
export function useFocusOnArrival<E extends HTMLElement>() {
  const ref = useRef<E>(null);
  useLayoutEffect(() => ref.current?.focus({ preventScroll: true }), []);
  return ref;
}

/** Listens from the moment the screen stands; keys typed with Ctrl, Alt or Meta are the browser's. */
export function useKeys(onKey: (event: KeyboardEvent) => void) {
  const latest = useRef(onKey);
  latest.current = onKey;
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => {
      // What lies under an open dialog hears nothing.
      if (document.querySelector("[inert]")) return;
      if (!event.ctrlKey && !event.altKey && !event.metaKey) latest.current(event);
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}

/**
 * The seconds left before the screen is cleared, once there is reason to warn. Who is listening is not idle.
 */
export function useIdle(watching: boolean, limits: Timings, isListening: () => boolean, onExpired: () => void) {
  const [secondsLeft, setSecondsLeft] = useState<number | null>(null);
  const watch = useRef<IdleWatch | null>(null);
  const expired = useRef(onExpired);
  expired.current = onExpired;
  const listening = useRef(isListening);
  listening.current = isListening;

  const stay = () => {
    watch.current?.touched(Date.now());
    setSecondsLeft(null);
  };
  /** Someone is there, and is on their way to an answer. */
  const wait = () => watch.current?.touched(Date.now() - limits.warnAfter);

  useEffect(() => {
    setSecondsLeft(null);
    if (!watching) return;
    const idle = new IdleWatch(limits, Date.now());
    watch.current = idle;
    const touch = () => {
      // Once the warning stands, it says itself which touch is meant: all but the one on "clear it now".
      if (idle.secondsLeft(Date.now()) === null) idle.touched(Date.now());
    };
    const tick = setInterval(() => {
      if (listening.current()) touch();
      const left = idle.secondsLeft(Date.now());
      setSecondsLeft(left);
      if (left === 0) expired.current();
    }, 500);
    window.addEventListener("pointerdown", touch, true);
    window.addEventListener("keydown", touch, true);
    return () => {
      clearInterval(tick);
      window.removeEventListener("pointerdown", touch, true);
      window.removeEventListener("keydown", touch, true);
      watch.current = null;
    };
  }, [watching, limits]);

  return { secondsLeft, stay, wait };
}

/** True until the screen has stood long enough to be touched on purpose. */
export function useSettling(milliseconds: number): boolean {
  const [settling, setSettling] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setSettling(false), milliseconds);
    return () => clearTimeout(timer);
  }, [milliseconds]);
  return settling;
}

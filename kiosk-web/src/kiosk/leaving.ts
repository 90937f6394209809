import { useEffect, useRef } from "preact/hooks";

/**
 * The kiosk has one address. While somebody is at it, one entry lies over the first screen's in the history, so that Back
 * leads to the first screen and nowhere else; a page that the browser had put aside starts from there too.
 */
export function useBackMeansLeave(busy: boolean, leave: () => void) {
  const latest = useRef(leave);
  latest.current = leave;
  useEffect(() => {
    if (busy && !isCover(history.state)) history.pushState({ homeward: "cover" }, "");
  }, [busy]);
  useEffect(() => {
    const onBack = () => latest.current();
    const onShow = (event: PageTransitionEvent) => event.persisted && latest.current();
    window.addEventListener("popstate", onBack);
    window.addEventListener("pageshow", onShow);
    return () => {
      window.removeEventListener("popstate", onBack);
      window.removeEventListener("pageshow", onShow);
    };
  }, []);
}

function isCover(state: unknown): boolean {
  return typeof state === "object" && state !== null && "homeward" in state;
}

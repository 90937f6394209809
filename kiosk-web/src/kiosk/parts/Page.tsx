import type { ComponentChildren } from "preact";
import { useFocusOnArrival } from "../hooks";
import { useSaid } from "../speech/hooks";
import type { Says } from "../speech/narrator";
import type { Words } from "../words";
import { BackIcon } from "./icons";

interface PageProps {
  words: Words;
  /** The screen's name, for its style and for tests. */
  name: string;
  /** Read aloud when the screen comes: all of it that matters, in the order in which it is understood. */
  says: Says;
  onBack?: () => void;
  onStop?: () => void;
  middle?: ComponentChildren;
  children: ComponentChildren;
}

/** The bar that never moves, and one thing under it. */
export function Page({ words, name, says, onBack, onStop, middle, children }: PageProps) {
  useSaid(words, says);
  return (
    <main class={`page ${name}`} data-testid={`screen-${name}`}>
      <div class="bar">
        <div class="bar-start">
          {onBack && (
            <button type="button" class="quiet" data-testid="back" onClick={onBack}>
              <BackIcon />
              {words("kiosk.back")}
            </button>
          )}
        </div>
        <div class="bar-middle">{middle}</div>
        <div class="bar-end">
          {onStop && (
            <button type="button" class="quiet" data-testid="stop" onClick={onStop}>
              {words("kiosk.stop")}
            </button>
          )}
        </div>
      </div>
      {children}
    </main>
  );
}

export function Heading({ children, testid }: { children: ComponentChildren; testid?: string }) {
  const ref = useFocusOnArrival<HTMLHeadingElement>();
  return (
    <h1 ref={ref} tabIndex={-1} data-testid={testid}>
      {children}
    </h1>
  );
}

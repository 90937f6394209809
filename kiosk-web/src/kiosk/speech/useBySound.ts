import { useEffect } from "preact/hooks";
import { choiceBeside, choiceOf, choicesOn } from "./choices";
import type { Speech } from "./speech";
import { type Swipe, secondTouchWithin, swipeOf, Touches } from "./touches";

const arrows: Record<string, Swipe> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

/**
 * The kiosk without looking: a swipe or an arrow key goes from choice to choice, each is said, and a second touch or Enter
 * takes it. On the first screen the first swipe or arrow key turns the reading on.
 */
export function useBySound(speech: Speech, on: boolean, canStart: boolean) {
  useEffect(() => {
    document.documentElement.classList.toggle("read-aloud", on);
    if (!on && !canStart) return;
    return on ? listenWhileOn(speech) : listenForStart(speech);
  }, [speech, on, canStart]);
}

function listenForStart(speech: Speech): () => void {
  return listening({
    keydown(event) {
      if (arrows[event.key]) speech.turnOn();
    },
    ...swiping(() => speech.turnOn()),
  });
}

function listenWhileOn(speech: Speech): () => void {
  const touches = new Touches<HTMLElement>();
  /** Reached by reading: the reading goes on. */
  let following = false;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const selected = () => choicesOn(document).find((choice) => choice === document.activeElement) ?? null;

  const select = (choice: HTMLElement | undefined) => {
    if (!choice) return;
    if (choice === document.activeElement) speech.selected(choiceOf(choice));
    else choice.focus();
  };
  const move = (way: Swipe) => {
    touches.heard();
    select(choiceBeside(document, document.activeElement, way));
  };
  const confirm = (choice: HTMLElement) => {
    choice.click();
  };

  speech.followedBy(({ text, language }) => {
    const read = choicesOn(document).find((one) => {
      const choice = choiceOf(one);
      return choice.name === text && choice.language === language;
    });
    if (!read || read === document.activeElement) return;
    following = true;
    touches.heard();
    read.focus({ preventScroll: false });
    following = false;
  });

  let swiped = false;
  const end = listening({
    keydown(event) {
      const way = arrows[event.key];
      if (!way || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      event.stopPropagation();
      move(way);
    },
    focusin(event) {
      const choice = choicesOn(document).find((one) => one === event.target);
      if (choice && !following) speech.selected(choiceOf(choice));
    },
    // A pointer does not move the focus by itself: what a touch means is decided below.
    mousedown(event) {
      event.preventDefault();
    },
    click(event) {
      const target = event.target as Element;
      const choice = choicesOn(document).find((one) => one.contains(target)) ?? null;
      const byKey = event.detail === 0;
      // Silence and the like come at once: they choose nothing, and whoever wants silence wants it now.
      if (
        byKey ||
        target.closest("[role=alertdialog], [data-for-staff], [data-at-once]") ||
        document.querySelector("[inert]")
      ) {
        if (choice) speech.confirmed(choiceOf(choice));
        return;
      }
      event.preventDefault();
      event.stopPropagation();
      if (swiped) return;
      clearTimeout(waiting);
      const meaning = touches.touch(choice, selected(), event.timeStamp);
      switch (meaning.type) {
        case "select":
          return select(meaning.choice);
        case "confirm":
          return confirm(meaning.choice);
        case "wait":
          waiting = setTimeout(() => select(touches.waited() ?? undefined), secondTouchWithin);
      }
    },
    ...swiping(
      (way) => {
        swiped = true;
        move(way);
      },
      () => {
        swiped = false;
        // The second touch has begun, however late a busy tablet hands on its end.
        clearTimeout(waiting);
      },
    ),
  });
  return () => {
    clearTimeout(waiting);
    speech.followedBy(() => {});
    end();
  };
}

type Listeners = { [E in keyof WindowEventMap]?: (event: WindowEventMap[E]) => void };

/** In the capturing phase: before the page itself hears of it. */
function listening(listeners: Listeners): () => void {
  const all = Object.entries(listeners) as [string, EventListener][];
  for (const [type, listener] of all) window.addEventListener(type, listener, true);
  return () => {
    for (const [type, listener] of all) window.removeEventListener(type, listener, true);
  };
}

function swiping(onSwipe: (way: Swipe) => void, onDown: () => void = () => {}): Listeners {
  let from: { x: number; y: number } | null = null;
  return {
    pointerdown(event) {
      from = { x: event.clientX, y: event.clientY };
      onDown();
    },
    pointerup(event) {
      const way = from && swipeOf({ x: event.clientX - from.x, y: event.clientY - from.y });
      from = null;
      if (way) onSwipe(way);
    },
    pointercancel() {
      from = null;
    },
  };
}

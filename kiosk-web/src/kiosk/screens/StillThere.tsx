import { useLayoutEffect, useRef } from "preact/hooks";
import { useFocusOnArrival } from "../hooks";
import { useWarned } from "../speech/hooks";
import { swipeOf } from "../speech/touches";
import type { Words } from "../words";

interface StillThereProps {
  words: Words;
  seconds: number;
  /** How many there were when the warning came, which is what is said. */
  of: number;
  onStay: () => void;
  /** The focus moves, by a switch or a keyboard: the time runs from then on. */
  onMove: () => void;
  onLeave: () => void;
}

/** Any touch and any key say that someone is there; all but the one on "clear it now". */
export function StillThere({ words, seconds, of, onStay, onMove, onLeave }: StillThereProps) {
  const stay = useFocusOnArrival<HTMLButtonElement>();
  const from = useRef({ x: 0, y: 0 });
  useWarned(words, [words("kiosk.idle.title"), words("kiosk.idle.text", { seconds: of }), words("kiosk.idle.stay")]);
  useLayoutEffect(() => {
    const listen = ({ key }: KeyboardEvent) => {
      if (key === "Enter" || key === " ") return;
      if (key === "Tab" || key === "Shift" || key.startsWith("Arrow")) onMove();
      else onStay();
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  });
  return (
    // biome-ignore lint/a11y: a touch anywhere says that someone is there; the button says it for the keyboard
    <div
      class="backdrop"
      onClick={onStay}
      onPointerDown={({ clientX, clientY }) => {
        from.current = { x: clientX, y: clientY };
      }}
      // A swipe makes no click. A touch does, and it must not fall on what lies below.
      onPointerUp={({ clientX, clientY }) => {
        if (swipeOf({ x: clientX - from.current.x, y: clientY - from.current.y })) onStay();
      }}
      onPointerCancel={onStay}
    >
      <div class="dialog" role="alertdialog" aria-modal="true" aria-labelledby="still-there" data-testid="idle-warning">
        <h2 id="still-there">{words("kiosk.idle.title")}</h2>
        <p>{words("kiosk.idle.text", { seconds })}</p>
        <div class="dialog-actions">
          <button type="button" class="primary" ref={stay} data-testid="idle-stay" onClick={onStay}>
            {words("kiosk.idle.stay")}
          </button>
          <button
            type="button"
            class="secondary"
            data-testid="idle-leave"
            onClick={(event) => {
              event.stopPropagation();
              onLeave();
            }}
          >
            {words("kiosk.idle.leave")}
          </button>
        </div>
      </div>
    </div>
  );
}

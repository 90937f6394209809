import { useFocusOnArrival } from "../hooks";
import { useWarned } from "../speech/hooks";
import type { Words } from "../words";

interface StillThereProps {
  words: Words;
  seconds: number;
  /** How many there were when the warning came, which is what is said. */
  of: number;
  onStay: () => void;
  onLeave: () => void;
}

export function StillThere({ words, seconds, of, onStay, onLeave }: StillThereProps) {
  const stay = useFocusOnArrival<HTMLButtonElement>();
  useWarned(words, [words("kiosk.idle.title"), words("kiosk.idle.text", { seconds: of }), words("kiosk.idle.stay")]);
  return (
    // biome-ignore lint/a11y: a touch anywhere says that someone is there; the button says it for the keyboard
    <div class="backdrop" onClick={onStay}>
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

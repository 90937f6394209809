import { useState } from "preact/hooks";
import { useFocusOnArrival } from "../hooks";
import { DeleteIcon } from "../parts/icons";
import type { StaffWords } from "./staffWords";

const digits = [..."123456789", "0"];
const longest = 8;

interface PinPadProps {
  words: StaffWords;
  trouble: string | null;
  asking: boolean;
  onEnter: (pin: string) => void;
}

/** Keys of our own: what a system keyboard is given it remembers. The digits are counted and never shown. */
export function PinPad({ words, trouble, asking, onEnter }: PinPadProps) {
  const [pin, setPin] = useState("");
  const heading = useFocusOnArrival<HTMLHeadingElement>();
  const type = (digit: string) => setPin((before) => (before + digit).slice(0, longest));
  const remove = () => setPin((before) => before.slice(0, -1));
  const enter = () => {
    if (pin === "" || asking) return;
    setPin("");
    onEnter(pin);
  };
  function hear(event: KeyboardEvent) {
    if (/^[0-9]$/.test(event.key)) type(event.key);
    else if (event.key === "Backspace") remove();
    else if (event.key === "Enter" && !(event.target instanceof HTMLButtonElement)) enter();
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys below do the same; this hears a keyboard as well
    <div class="pin" onKeyDown={hear}>
      <h2 id="pick" ref={heading} tabIndex={-1}>
        {words.pinTitle}
      </h2>
      <div
        class="pin-typed"
        role="img"
        aria-label={words.pinTyped(pin.length)}
        data-testid="pin-typed"
        data-length={pin.length}
      >
        {"●".repeat(pin.length)}
      </div>
      <p class={trouble ? "trouble" : ""} role="status" data-testid="pin-says">
        {asking ? words.pinAsking : (trouble ?? words.pinHint)}
      </p>
      <div class="pin-keys">
        {digits.map((digit) => (
          <button type="button" class="key" key={digit} data-testid={`pin-${digit}`} onClick={() => type(digit)}>
            {digit}
          </button>
        ))}
        <button type="button" class="key" aria-label={words.pinDelete} data-testid="pin-delete" onClick={remove}>
          <DeleteIcon />
        </button>
        <button
          type="button"
          class="key primary"
          data-testid="pin-enter"
          disabled={asking || pin === ""}
          onClick={enter}
        >
          {words.pinEnter}
        </button>
      </div>
    </div>
  );
}

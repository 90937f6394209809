import { useMemo, useState } from "preact/hooks";
import { useIdle } from "../hooks";
import type { Pickable, Server } from "../server";
import type { Setup } from "../setup";
import type { Timings } from "../timings";
import { wordsFor } from "../words";
import { DayList } from "./DayList";
import { PinPad } from "./PinPad";
import type { StaffWords } from "./staffWords";

export interface Picked {
  visitCode: string;
  language: string;
  numberMissing: boolean;
}

interface PickVisitProps {
  words: StaffWords;
  setup: Setup;
  token: string;
  server: Server;
  timings: Timings;
  onPicked: (picked: Picked) => void;
  onClose: () => void;
}

type Step =
  | { at: "pin"; trouble: string | null }
  | { at: "day"; visits: Pickable[] }
  | { at: "language"; visit: Pickable };

/**
 * Staff find the visit of a patient whose slip is lost: the unit's PIN, the day's discharges, the patient's language. All
 * of it is this component's own state, and is gone with it.
 */
export function PickVisit({ words, setup, token, server, timings, onPicked, onClose }: PickVisitProps) {
  const [step, setStep] = useState<Step>({ at: "pin", trouble: null });
  const choose = (language: string, { visitCode, numberMissing }: Pickable) =>
    onPicked({ visitCode, language, numberMissing });
  const [asking, setAsking] = useState(false);
  const limits = useMemo(
    () => ({ ...timings, warnAfter: timings.warnAfter + timings.wipeAfter, wipeAfter: 0 }),
    [timings],
  );
  useIdle(true, limits, () => false, onClose);

  async function enter(pin: string) {
    setAsking(true);
    const picking = await server.pick(token, pin);
    setAsking(false);
    switch (picking.type) {
      case "shown":
        return setStep({ at: "day", visits: picking.visits });
      case "pin-refused":
        return setStep({ at: "pin", trouble: words.pinRefused });
      case "locked-out":
        return setStep({ at: "pin", trouble: words.pinLockedOut(Math.max(1, Math.ceil(picking.wait / 60))) });
      case "not-here":
        return setStep({ at: "pin", trouble: words.pinNotHere });
      case "unreachable":
        return setStep({ at: "pin", trouble: words.pinUnreachable });
    }
  }

  return (
    <div class="backdrop">
      <div
        class="dialog staff-panel pick"
        role="dialog"
        aria-modal="true"
        aria-labelledby="pick"
        data-testid="pick"
        onKeyDown={(event) => event.key === "Escape" && onClose()}
      >
        {step.at === "pin" && <PinPad words={words} trouble={step.trouble} asking={asking} onEnter={enter} />}
        {step.at === "day" && (
          <DayList
            words={words}
            zone={setup.facility.zone}
            visits={step.visits}
            onChosen={(visit) => setStep({ at: "language", visit })}
          />
        )}
        {step.at === "language" && (
          <>
            <h2 id="pick">{words.pickLanguage}</h2>
            <div class="pick-languages">
              {languagesFor(step.visit, setup).map((language, at) => (
                <button
                  type="button"
                  key={language}
                  lang={language}
                  class={at === 0 ? "primary" : "secondary"}
                  data-testid={`pick-${language}`}
                  // The first is the one that the hospital entered.
                  ref={at === 0 ? focusOnce : null}
                  onClick={() => choose(language, step.visit)}
                >
                  {wordsFor(setup, language)("language.name")}
                </button>
              ))}
            </div>
          </>
        )}
        <p class="quiet-note">{words.pickCloses}</p>
        <div class="dialog-actions">
          <button type="button" class="secondary" data-testid="pick-close" onClick={onClose}>
            {words.close}
          </button>
        </div>
      </div>
    </div>
  );
}

/** The patient's own first. */
function languagesFor(visit: Pickable, setup: Setup): string[] {
  return [...setup.languages].sort((a, b) => Number(b === visit.language) - Number(a === visit.language));
}

function focusOnce(button: HTMLButtonElement | null) {
  button?.focus();
}

import { useState } from "preact/hooks";
import { chooseKioskOptions, type Facility, type KioskOptions, kioskOptions } from "../api";
import { useAction, useLoad } from "../parts/hooks";
import { ProblemNote, Skeleton } from "../parts/parts";

const options: { name: keyof KioskOptions; says: string; hint: string }[] = [
  {
    name: "offerHelp",
    says: "Offer an explanation",
    hint: "Whoever has not understood is asked once whether someone shall explain. The wish shows on the desk.",
  },
  {
    name: "teachBack",
    says: "Ask “What will you do first when you are home?”",
    hint: "Answered in the patient’s own words, for staff to mark. Stored encrypted.",
  },
  {
    name: "askNumber",
    says: "Ask for a number for the follow-up text",
    hint: "At the end, when the visit has none. The consent stands beside it, word for word.",
  },
  {
    name: "keepAbandonedAnswers",
    says: "Keep the answers of those who leave early",
    hint: "They do not count. Otherwise only the fact that somebody left is stored.",
  },
];

/** What the tablets do besides the three questions. */
export function TabletOptions({ facility }: { facility: Facility }) {
  const loaded = useLoad(`kiosk-options ${facility.id}`, () => kioskOptions(facility.id));
  const { busy, problem, run } = useAction();
  // What was just ticked stands while it is being stored, and falls back if it could not be.
  const [wished, setWished] = useState<KioskOptions | null>(null);
  const chosen = wished ?? loaded.value;

  async function choose(next: KioskOptions) {
    setWished(next);
    await run(async () => loaded.set(await chooseKioskOptions(facility.id, next)));
    setWished(null);
  }

  return (
    <section class="panel" aria-labelledby="options-heading">
      <h2 id="options-heading">On the tablets</h2>
      <p class="quiet">Tablets follow within a few minutes, between two patients.</p>
      <ProblemNote problem={problem ?? loaded.problem} kept="Nothing was changed." />
      {!chosen && !loaded.problem && <Skeleton rows={4} />}
      {chosen &&
        options.map(({ name, says, hint }) => (
          <label class="check" key={name}>
            <input
              type="checkbox"
              checked={chosen[name]}
              disabled={busy}
              data-testid={`option-${name}`}
              onChange={(event) => void choose({ ...chosen, [name]: event.currentTarget.checked })}
            />
            <span>
              {says}
              <span class="hint">{hint}</span>
            </span>
          </label>
        ))}
    </section>
  );
}

import { useState } from "preact/hooks";
import type { OutreachPlan } from "../api";
import { Field } from "../parts/parts";
import { dayOf, followup, longestAnswering } from "./plan";

type List = OutreachPlan["followups"];

/** Day 2 and day 30 to tick, and others to add. */
export function Followups({ plan, onChange }: { plan: OutreachPlan; onChange: (followups: List) => void }) {
  const [day, setDay] = useState("7");
  const list = plan.followups;
  const days = [...new Set([2, 30, ...list.map(({ touchpoint }) => dayOf(touchpoint))])].sort((a, b) => a - b);
  const of = (each: number) => list.find(({ touchpoint }) => touchpoint === `day-${each}`);
  const without = (each: number) => list.filter(({ touchpoint }) => touchpoint !== `day-${each}`);
  const put = (each: List[number]) =>
    onChange([...without(dayOf(each.touchpoint)), each].sort((a, b) => dayOf(a.touchpoint) - dayOf(b.touchpoint)));
  const wanted = Number(day);
  return (
    <section class="panel" aria-labelledby="followups-heading">
      <h2 id="followups-heading">Follow-ups</h2>
      <p>So many days after they left, patients are asked the three questions by text.</p>
      <ul class="plain followups">
        {days.map((each) => {
          const chosen = of(each);
          return (
            <li key={each}>
              <label class="check">
                <input
                  type="checkbox"
                  name={`day-${each}`}
                  checked={chosen !== undefined}
                  onChange={(event) => (event.currentTarget.checked ? put(followup(each)) : onChange(without(each)))}
                />
                <span>Day {each}</span>
              </label>
              {chosen && (
                <label class="answering">
                  answers taken for{" "}
                  <select
                    value={chosen.answeringDays}
                    onChange={(event) => put({ ...chosen, answeringDays: Number(event.currentTarget.value) })}
                  >
                    {Array.from({ length: longestAnswering(chosen.touchpoint) - 1 }, (_, index) => index + 2).map(
                      (count) => (
                        <option key={count} value={count}>
                          {count} days
                        </option>
                      ),
                    )}
                  </select>
                </label>
              )}
            </li>
          );
        })}
      </ul>
      {list.length < 5 && (
        <Field label="Another day" hint="A number from 1 to 365. Charts and baselines of each day stand apart.">
          {(attributes) => (
            <div class="joined">
              <input
                {...attributes}
                type="number"
                min={1}
                max={365}
                value={day}
                onInput={(event) => setDay(event.currentTarget.value)}
              />
              <button
                type="button"
                disabled={!(wanted >= 1 && wanted <= 365) || of(wanted) !== undefined}
                onClick={() => put(followup(wanted))}
              >
                Add the day
              </button>
            </div>
          )}
        </Field>
      )}
    </section>
  );
}

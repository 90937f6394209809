import { useState } from "preact/hooks";
import { changeOutreachPlan, type Facility, type OutreachPlan } from "../api";
import { useAction } from "../parts/hooks";
import { Field, ProblemNote } from "../parts/parts";
import { Followups } from "./Followups";
import { example, halfHours } from "./plan";

interface PlanFormProps {
  facility: Facility;
  plan: OutreachPlan;
  onSaved: (plan: OutreachPlan) => void;
}

export function PlanForm({ facility, plan, onSaved }: PlanFormProps) {
  const [draft, setDraft] = useState(plan);
  const { busy, problem, run } = useAction();
  const change = (part: Partial<OutreachPlan>) => setDraft({ ...draft, ...part });
  return (
    <form
      class="columns"
      data-testid="plan-form"
      onSubmit={(event) => {
        event.preventDefault();
        void run(async () => onSaved(await changeOutreachPlan(facility.id, draft)));
      }}
    >
      <div>
        <Followups plan={draft} onChange={(followups) => change({ followups })} />
        <section class="panel" aria-labelledby="hours-heading">
          <h2 id="hours-heading">Hours</h2>
          <p>
            By the patient’s own clock. A text that we start goes only between these hours. Who writes to us is answered
            at any hour, but not later than five minutes after: then the answer waits for these hours too.
          </p>
          <div class="pair">
            <Time label="From" name="opens" value={draft.opens} onChange={(opens) => change({ opens })} />
            <Time label="Until" name="closes" value={draft.closes} onChange={(closes) => change({ closes })} />
          </div>
          <Time
            label="The first question goes at"
            name="preferred"
            value={draft.preferred}
            onChange={(preferred) => change({ preferred })}
          />
          <p class="hint">The law allows 8:00 to 21:00, and nothing here can go beyond that.</p>
        </section>
        <section class="panel" aria-labelledby="often-heading">
          <h2 id="often-heading">How often</h2>
          <div class="pair">
            <Choice
              label="Reminders"
              name="reminders"
              values={[0, 1, 2, 3]}
              say={(count) => (count === 0 ? "none" : count === 1 ? "one" : `up to ${count}`)}
              value={draft.reminders}
              onChange={(reminders) => change({ reminders })}
            />
            <Choice
              label="After so long without a word"
              name="remindAfterHours"
              values={[12, 24, 36, 48, 72, 96]}
              say={(hours) => `${hours} hours`}
              value={draft.remindAfterHours}
              onChange={(remindAfterHours) => change({ remindAfterHours })}
            />
          </div>
          <div class="pair">
            <Choice
              label="Most texts a day to one number"
              name="dailyCap"
              values={[1, 2, 3]}
              say={String}
              value={draft.dailyCap}
              onChange={(dailyCap) => change({ dailyCap, weeklyCap: Math.max(dailyCap, draft.weeklyCap) })}
            />
            <Choice
              label="Most in any seven days"
              name="weeklyCap"
              values={[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].filter((count) => count >= draft.dailyCap)}
              say={String}
              value={draft.weeklyCap}
              onChange={(weeklyCap) => change({ weeklyCap })}
            />
          </div>
          <p class="hint">
            Counted are first questions and reminders, for all patients who share the number. What is too many waits for
            another day.
          </p>
        </section>
      </div>
      <div>
        <Example plan={draft} />
        <ProblemNote problem={problem} kept="Your changes are still here." />
        <div class="actions">
          <button type="submit" class="primary" disabled={busy || same(draft, plan)}>
            Save the plan
          </button>
        </div>
        <p class="hint">It holds from then on. Questions that have not begun move with it.</p>
      </div>
    </form>
  );
}

function Example({ plan }: { plan: OutreachPlan }) {
  const steps = example(plan);
  return (
    <section class="panel" aria-labelledby="example-heading" data-testid="plan-example">
      <h2 id="example-heading">For example</h2>
      <p>A patient leaves and never answers:</p>
      <ol class="timeline">
        <li>
          <strong>Day 0</strong> The patient leaves.
        </li>
        {steps.map((step) => (
          <li key={`${step.day} ${step.time} ${step.what}`}>
            <strong>
              Day {step.day}, {step.time}
            </strong>{" "}
            {step.what}.
          </li>
        ))}
      </ol>
      {steps.length === 0 && <p class="quiet">Nobody is texted.</p>}
    </section>
  );
}

interface TimeProps {
  label: string;
  name: string;
  value: string;
  onChange: (time: string) => void;
}

function Time({ label, name, value, onChange }: TimeProps) {
  return (
    <Field label={label}>
      {(attributes) => (
        <select {...attributes} name={name} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
          {(halfHours.includes(value) ? halfHours : [...halfHours, value].sort()).map((time) => (
            <option key={time} value={time}>
              {time}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface ChoiceProps {
  label: string;
  name: string;
  values: number[];
  say: (value: number) => string;
  value: number;
  onChange: (value: number) => void;
}

function Choice({ label, name, values, say, value, onChange }: ChoiceProps) {
  return (
    <Field label={label}>
      {(attributes) => (
        <select
          {...attributes}
          name={name}
          value={value}
          onChange={(event) => onChange(Number(event.currentTarget.value))}
        >
          {(values.includes(value) ? values : [...values, value].sort((a, b) => a - b)).map((each) => (
            <option key={each} value={each}>
              {say(each)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

const same = (one: OutreachPlan, other: OutreachPlan) => JSON.stringify(one) === JSON.stringify(other);

import { useState } from "preact/hooks";
import { addSender, addUnit, type Facility } from "../api";
import { useApp } from "../appContext";
import { useAction } from "../parts/hooks";
import { Field, ProblemNote } from "../parts/parts";
import { devicesAt, dischargesAt, newFacilityAt, textingAt } from "../route";
import { Languages } from "./Languages";

export function SetUpPage({ facility }: { facility: Facility }) {
  const { session } = useApp();
  return (
    <section>
      <h1>Set-up</h1>
      <div class="columns">
        <div>
          <section class="panel" aria-labelledby="facility-heading">
            <h2 id="facility-heading">{facility.name}</h2>
            <dl class="facts">
              <dt>Time zone</dt>
              <dd>{facility.zone.replaceAll("_", " ")}</dd>
              <dt>Number for questions</dt>
              <dd>{facility.callbackNumber ?? "none"}</dd>
            </dl>
            {session.canCreateFacility && (
              <p>
                <a href={newFacilityAt}>Add another facility</a>
              </p>
            )}
          </section>
          <Languages facility={facility} />
          {facility.units.length > 0 && (
            <section class="panel" aria-labelledby="next-heading">
              <h2 id="next-heading">Next</h2>
              <ul>
                <li>
                  <a href={devicesAt(facility.id)}>Enrol a tablet</a> where patients leave.
                </li>
                <li>
                  <a href={dischargesAt(facility.id)}>Enter a discharge</a> and print its slip.
                </li>
              </ul>
            </section>
          )}
        </div>
        <div>
          <Units facility={facility} />
          <Senders facility={facility} />
        </div>
      </div>
    </section>
  );
}

function Units({ facility }: { facility: Facility }) {
  return (
    <section class="panel" aria-labelledby="units-heading">
      <h2 id="units-heading">Units</h2>
      {facility.units.length > 0 ? (
        <ul class="plain" data-testid="units">
          {facility.units.map((unit) => (
            <li key={unit.id}>{unit.name}</li>
          ))}
        </ul>
      ) : (
        <p class="quiet">None yet. Add the wards, departments or clinics that patients leave from.</p>
      )}
      <AddOne
        label="Another unit"
        action="Add the unit"
        testid="unit-form"
        add={(name) => addUnit(facility.id, name)}
      />
    </section>
  );
}

function Senders({ facility }: { facility: Facility }) {
  const { session } = useApp();
  return (
    <section class="panel" aria-labelledby="senders-heading">
      <h2 id="senders-heading">Text messages</h2>
      {facility.senders.length > 0 ? (
        <ul class="plain" data-testid="senders">
          {facility.senders.map((sender) => (
            <li key={sender} class="figures">
              {sender}
            </li>
          ))}
        </ul>
      ) : (
        <p class="quiet">No number texts for this facility yet, so nobody is asked by text.</p>
      )}
      <p>
        <a href={textingAt(facility.id)}>When and how often patients are texted</a>
      </p>
      <AddOne
        label="Number or messaging service that texts for this facility"
        hint={
          session.carrier.kind === "sandbox"
            ? "The sandbox takes any number, such as +12025550100. No text leaves this machine."
            : "With country code, or a messaging service (MG…). It texts for this facility only."
        }
        action="Add the sender"
        testid="sender-form"
        add={(address) => addSender(facility.id, address)}
      />
    </section>
  );
}

interface AddOneProps {
  label: string;
  hint?: string;
  action: string;
  testid: string;
  add: (value: string) => Promise<unknown>;
}

function AddOne({ label, hint, action, testid, add }: AddOneProps) {
  const { refresh } = useApp();
  const [value, setValue] = useState("");
  const { busy, problem, run } = useAction();
  return (
    <form
      data-testid={testid}
      onSubmit={(event) => {
        event.preventDefault();
        void run(async () => {
          await add(value.trim());
          setValue("");
          await refresh();
        });
      }}
    >
      <Field label={label} hint={hint}>
        {(attributes) => (
          <div class="joined">
            <input
              {...attributes}
              name="value"
              required
              maxLength={120}
              value={value}
              onInput={(event) => setValue(event.currentTarget.value)}
            />
            <button type="submit" class="primary" disabled={busy}>
              {action}
            </button>
          </div>
        )}
      </Field>
      <ProblemNote problem={problem} />
    </form>
  );
}

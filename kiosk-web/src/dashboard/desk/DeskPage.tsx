import { useState } from "preact/hooks";
import { type Concern, type ConcernOutcome, endConcern, endedConcerns, type Facility, takeConcern } from "../api";
import { unitName, useApp } from "../appContext";
import { clock } from "../format/dates";
import { itemName } from "../format/words";
import { type Action, useAction, useLoad } from "../parts/hooks";
import { Choice, ProblemNote, Skeleton } from "../parts/parts";
import { deskAt } from "../route";
import { kindName, outcomeName, outcomesOf, whatToDo } from "./concernWords";
import { TeachBacks } from "./TeachBacks";
import { Tone } from "./tone";
import { useDesk } from "./useDesk";
import { waited } from "./waited";

const tone = new Tone();

/** What staff must look at now: seen within seconds, until somebody says how it ended. */
export function DeskPage({ facility }: { facility: Facility }) {
  const { route } = useApp();
  const unit = route.view.unit;
  const [sound, setSound] = useState(tone.wanted);
  const desk = useDesk(facility.id, unit, () => tone.play());
  const ended = useLoad(`ended ${facility.id} ${unit} ${desk.version}`, () => endedConcerns(facility.id, unit));
  const acting = useAction();
  const changing = (change: () => Promise<unknown>) => acting.run(() => change().finally(desk.reload));
  const switchSound = () => setSound(tone.turn(!sound));
  return (
    <section>
      <div class="list-head">
        <h1>Desk</h1>
        <button type="button" data-testid="sound" aria-pressed={sound} onClick={switchSound}>
          {sound ? "Sound is on" : "Turn on sound"}
        </button>
      </div>
      <Choice
        label="Unit"
        options={[
          { name: "All units", href: deskAt(facility.id, null), chosen: unit === null },
          ...facility.units.map((each) => ({
            name: each.name,
            href: deskAt(facility.id, each.id),
            chosen: unit === each.id,
          })),
        ]}
      />
      <ProblemNote problem={acting.problem ?? desk.problem} />
      <section class="panel" aria-labelledby="open-heading">
        <h2 id="open-heading">Waiting for someone</h2>
        {!desk.concerns && !desk.problem && <Skeleton rows={3} />}
        {desk.concerns?.length === 0 && (
          <p class="quiet" data-testid="desk-empty">
            Nothing. A wish for an explanation or an urgent reply shows here within seconds.
          </p>
        )}
        <ul class="desk" data-testid="desk" aria-live="polite">
          {(desk.concerns ?? []).map((concern) => (
            <Open
              key={concern.id}
              facility={facility}
              concern={concern}
              now={desk.now}
              acting={acting}
              change={changing}
            />
          ))}
        </ul>
      </section>
      <TeachBacks facility={facility} unit={unit} />
      {ended.value && ended.value.items.length > 0 && (
        <section class="panel" aria-labelledby="ended-heading">
          <h2 id="ended-heading">Ended today</h2>
          <ul class="plain" data-testid="desk-ended">
            {ended.value.items.map((concern) => (
              <li key={concern.id}>
                <strong>{concern.visitNumber ?? "Without a visit"}</strong> {unitName(facility, concern.unitId)} ·{" "}
                {kindName[concern.kind]} · {concern.ended && outcomeName[concern.ended.outcome]}
                {concern.taken && `, ${concern.taken.name}`}
                {concern.ended && `, ${clock(concern.ended.at, facility.zone)}`}
              </li>
            ))}
          </ul>
        </section>
      )}
    </section>
  );
}

interface OpenProps {
  facility: Facility;
  concern: Concern;
  /** By the server's clock. */
  now: number;
  acting: Action;
  change: (change: () => Promise<unknown>) => Promise<boolean>;
}

function Open({ facility, concern, now, acting, change }: OpenProps) {
  const { id, kind, taken } = concern;
  const end = (outcome: ConcernOutcome) => change(() => endConcern(facility.id, id, outcome));
  return (
    <li class={`concern concern-${kind}`} data-testid="concern" data-kind={kind} data-taken={taken !== null}>
      <div class="concern-says">
        <p class="concern-what">
          <span class="tag">{kindName[kind]}</span> <strong>{concern.visitNumber ?? "Without a visit"}</strong>{" "}
          {unitName(facility, concern.unitId)}
        </p>
        <p>
          {whatToDo[kind]}
          {concern.items.length > 0 && ` Not clear: ${concern.items.map((item) => itemName[item]).join(", ")}.`}
        </p>
        <p class="quiet">
          Since {clock(concern.raisedAt, facility.zone)}, <strong data-testid="waited">{waited(concern, now)}</strong>
          {taken && ` · ${taken.name} has it, since ${clock(taken.at, facility.zone)}`}
        </p>
      </div>
      <div class="concern-actions">
        {taken === null ? (
          <button
            type="button"
            class="primary"
            disabled={acting.busy}
            data-testid="take"
            onClick={() => void change(() => takeConcern(facility.id, id))}
          >
            I take it
          </button>
        ) : (
          outcomesOf[kind].map((outcome) => (
            <button
              type="button"
              key={outcome}
              disabled={acting.busy}
              data-testid={`end-${outcome}`}
              onClick={() => void end(outcome)}
            >
              {outcomeName[outcome]}
            </button>
          ))
        )}
      </div>
    </li>
  );
}

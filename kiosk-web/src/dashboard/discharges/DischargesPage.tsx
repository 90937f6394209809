import { useState } from "preact/hooks";
import { isVisitCode, normaliseVisitCode, showVisitCode } from "../../shared/visitCode";
import { type Discharge, discharges, type Facility, findDischarge } from "../api";
import { unitName, useApp } from "../appContext";
import { addDays, clock, today, weekdayDate } from "../format/dates";
import { plural } from "../format/numbers";
import { languageName, standingName, touchpointName } from "../format/words";
import { asProblem, useAction, useLoad } from "../parts/hooks";
import { Empty, Field, ProblemNote, Skeleton } from "../parts/parts";
import { dischargeAt, dischargesAt, setUpAt, slipAt } from "../route";
import { DischargeForm } from "./DischargeForm";
import { ImportForm } from "./ImportForm";

export function DischargesPage({ facility }: { facility: Facility }) {
  const { route } = useApp();
  const now = today(new Date(), facility.zone);
  const day = route.day ?? now;
  const loaded = useLoad(`discharges ${facility.id} ${day}`, () => discharges(facility.id, { day }));
  const [more, setMore] = useState<{ of: string; items: Discharge[]; next: string | null } | null>(null);
  const paging = useAction();
  const first = loaded.value;
  const extra = more && more.of === `${facility.id} ${day}` ? more : null;
  const items = [...(first?.items ?? []), ...(extra?.items ?? [])];
  const next = extra ? extra.next : (first?.next ?? null);
  const changed = () => {
    setMore(null);
    void loaded.reload();
  };

  if (facility.units.length === 0) {
    return (
      <section>
        <h1>Discharges</h1>
        <Empty title="First, a unit">
          <p>
            A discharge leaves a ward, department or clinic. <a href={setUpAt(facility.id)}>Add the first unit</a>.
          </p>
        </Empty>
      </section>
    );
  }
  return (
    <section>
      <h1>Discharges</h1>
      <div class="columns columns-form">
        <div>
          <DischargeForm facility={facility} onEntered={changed} />
          <ImportForm facility={facility} onImported={changed} />
        </div>
        <div>
          <section class="panel" aria-labelledby="list-heading">
            <div class="list-head">
              <h2 id="list-heading">{day === now ? "Today" : weekdayDate(day)}</h2>
              <div class="days">
                <a class="button" href={dischargesAt(facility.id, addDays(day, -1))}>
                  ← <span class="visually-hidden">The day before</span>
                </a>
                <label class="inline">
                  <span class="visually-hidden">Day</span>
                  <input
                    type="date"
                    value={day}
                    max={now}
                    data-testid="day"
                    onChange={(event) => {
                      const chosen = event.currentTarget.value;
                      if (chosen) location.hash = dischargesAt(facility.id, chosen === now ? undefined : chosen);
                    }}
                  />
                </label>
                <a
                  class="button"
                  aria-disabled={day >= now}
                  href={dischargesAt(facility.id, day >= now ? undefined : addDays(day, 1))}
                >
                  → <span class="visually-hidden">The day after</span>
                </a>
              </div>
            </div>
            <Search facility={facility} />
            <ProblemNote problem={loaded.problem} />
            {!first && !loaded.problem && <Skeleton rows={5} />}
            {first && items.length === 0 && (
              <p class="quiet">No discharges entered for this day. Enter one beside, or upload a file.</p>
            )}
            {items.length > 0 && (
              <>
                <p class="quiet small">
                  {plural(items.length, "discharge")}
                  {next ? " so far" : ""}, the latest first
                </p>
                <ul class="discharges" data-testid="discharges">
                  {items.map((discharge) => (
                    <Row key={discharge.id} facility={facility} discharge={discharge} />
                  ))}
                </ul>
              </>
            )}
            <ProblemNote problem={paging.problem} />
            {next && (
              <div class="actions">
                <button
                  type="button"
                  disabled={paging.busy}
                  onClick={() =>
                    paging.run(async () => {
                      const page = await discharges(facility.id, { day, after: next });
                      setMore({
                        of: `${facility.id} ${day}`,
                        items: [...(extra?.items ?? []), ...page.items],
                        next: page.next,
                      });
                    })
                  }
                >
                  Show more
                </button>
              </div>
            )}
          </section>
        </div>
      </div>
    </section>
  );
}

function Row({ facility, discharge }: { facility: Facility; discharge: Discharge }) {
  return (
    <li data-testid="discharge" data-standing={discharge.standing}>
      <div class="row-main">
        <a href={dischargeAt(facility.id, discharge.id)}>
          <strong>{discharge.visitNumber}</strong>
        </a>
        <span class="code">{showVisitCode(discharge.visitCode)}</span>
        {discharge.standing !== "active" && <span class="tag">{standingName[discharge.standing]}</span>}
      </div>
      <div class="row-facts quiet">
        {clock(discharge.dischargedAt, facility.zone)} · {unitName(facility, discharge.unitId)} ·{" "}
        {languageName(discharge.language)}
        {discharge.phoneEnding &&
          ` · phone …${discharge.phoneEnding}${discharge.consent ? ", agreed to texts" : ", no consent"}`}
        {discharge.answered.length > 0 &&
          ` · answered: ${discharge.answered.map((touchpoint) => touchpointName[touchpoint].toLowerCase()).join(", ")}`}
      </div>
      <a class="row-link" href={slipAt(facility.id, discharge.id)}>
        Slip<span class="visually-hidden"> of {discharge.visitNumber}</span>
      </a>
    </li>
  );
}

/** The number goes in a request's body and the address names our own id. */
function Search({ facility }: { facility: Facility }) {
  const [typed, setTyped] = useState("");
  const { busy, problem, run } = useAction();
  const find = () =>
    run(async () => {
      const code = normaliseVisitCode(typed);
      const byNumber = () => findDischarge(facility.id, { visitNumber: typed.trim() });
      const found = isVisitCode(code)
        ? await findDischarge(facility.id, { visitCode: code }).catch((thrown: unknown) => {
            if (["discharge-unknown", "visit-code-malformed"].includes(asProblem(thrown).code)) return byNumber();
            throw thrown;
          })
        : await byNumber();
      location.hash = dischargeAt(facility.id, found.id);
    });
  return (
    <search>
      <form
        class="search"
        autocomplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          void find();
        }}
      >
        <Field label="Find by visit number or visit code">
          {(attributes) => (
            <div class="joined">
              <input
                {...attributes}
                name="find"
                required
                value={typed}
                onInput={(event) => setTyped(event.currentTarget.value)}
              />
              <button type="submit" disabled={busy}>
                Find
              </button>
            </div>
          )}
        </Field>
        <ProblemNote problem={problem} />
      </form>
    </search>
  );
}

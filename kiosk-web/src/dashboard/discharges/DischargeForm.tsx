import { useState } from "preact/hooks";
import { showVisitCode } from "../../shared/visitCode";
import { type Discharge, enterDischarge, type Facility } from "../api";
import { useApp } from "../appContext";
import { instantOf, wallClock } from "../format/dates";
import { languageName } from "../format/words";
import { useAction } from "../parts/hooks";
import { Field, ProblemNote } from "../parts/parts";
import { dischargeAt, slipAt } from "../route";
import { ConsentCheck } from "./ConsentCheck";
import { ZoneField } from "./ZoneField";

const outcomes = {
  created: "Entered.",
  unchanged: "This discharge had been entered before, just so. Nothing was changed.",
  corrected: "This visit number had been entered before. Its discharge was corrected.",
};

export function DischargeForm({ facility, onEntered }: { facility: Facility; onEntered: () => void }) {
  const { session } = useApp();
  const fresh = () => ({
    visitNumber: "",
    dischargedAt: wallClock(new Date(), facility.zone),
    phone: "",
    zone: "",
    consent: false,
  });
  const [unitId, setUnit] = useState(facility.units[0]?.id ?? "");
  const [language, setLanguage] = useState(facility.languages[0] ?? "en");
  const [entry, setEntry] = useState(fresh);
  const [timeProblem, setTimeProblem] = useState(false);
  const [entered, setEntered] = useState<Discharge | null>(null);
  const { busy, problem, run } = useAction();
  const wording = session.consentWording[language];
  const hasPhone = entry.phone.trim() !== "";

  const enter = () =>
    run(async () => {
      const at = instantOf(entry.dischargedAt, facility.zone);
      setTimeProblem(at === null);
      if (!at) return;
      setEntered(null);
      const discharge = await enterDischarge(facility.id, {
        visitNumber: entry.visitNumber.trim(),
        unitId,
        dischargedAt: at.toISOString(),
        language,
        phone: hasPhone ? entry.phone.trim() : null,
        consent: hasPhone && entry.consent && wording ? { wordingVersion: wording.version, language } : null,
        zone: hasPhone && entry.zone ? entry.zone : null,
      });
      setEntered(discharge);
      setEntry(fresh());
      setLanguage(facility.languages[0] ?? "en");
      onEntered();
    });

  return (
    <section class="panel" aria-labelledby="enter-heading">
      <h2 id="enter-heading">Enter a discharge</h2>
      <div role="status" class="alert-place">
        {entered && (
          <div class="note" data-testid="entered" data-outcome={entered.outcome}>
            <p>
              {outcomes[entered.outcome ?? "created"]} Visit code{" "}
              <strong class="code" data-field="visit-code">
                {showVisitCode(entered.visitCode)}
              </strong>
            </p>
            <p class="actions">
              <a class="button" href={slipAt(facility.id, entered.id)}>
                Print the slip
              </a>
              <a href={dischargeAt(facility.id, entered.id)}>See the discharge</a>
            </p>
          </div>
        )}
      </div>
      <form
        data-testid="discharge-form"
        autocomplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          void enter();
        }}
      >
        <Field label="Visit number" hint="The hospital’s own number of this visit.">
          {(attributes) => (
            <input
              {...attributes}
              name="visitNumber"
              required
              maxLength={64}
              value={entry.visitNumber}
              onInput={(event) => setEntry({ ...entry, visitNumber: event.currentTarget.value })}
            />
          )}
        </Field>
        <div class="pair">
          <Field label="Unit">
            {(attributes) => (
              <select
                {...attributes}
                name="unit"
                value={unitId}
                onChange={(event) => setUnit(event.currentTarget.value)}
              >
                {facility.units.map((unit) => (
                  <option key={unit.id} value={unit.id}>
                    {unit.name}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label="Patient’s language">
            {(attributes) => (
              <select
                {...attributes}
                name="language"
                value={language}
                onChange={(event) => {
                  setLanguage(event.currentTarget.value);
                  setEntry({ ...entry, consent: false });
                }}
              >
                {facility.languages.map((tag) => (
                  <option key={tag} value={tag}>
                    {languageName(tag)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
        <Field
          label="Discharged at"
          hint={
            timeProblem
              ? "The clock skips this time on that day. Choose another."
              : `${facility.zone.replaceAll("_", " ")} time.`
          }
        >
          {(attributes) => (
            <input
              {...attributes}
              type="datetime-local"
              name="dischargedAt"
              required
              value={entry.dischargedAt}
              onInput={(event) => setEntry({ ...entry, dischargedAt: event.currentTarget.value })}
            />
          )}
        </Field>
        <Field label="Mobile phone (if the patient agrees to texts)" hint="With country code, such as +1 202 555 0123.">
          {(attributes) => (
            <input
              {...attributes}
              type="tel"
              name="phone"
              value={entry.phone}
              onInput={(event) => setEntry({ ...entry, phone: event.currentTarget.value })}
            />
          )}
        </Field>
        {hasPhone && (
          <ZoneField zone={entry.zone} facility={facility} onChange={(zone) => setEntry({ ...entry, zone })} />
        )}
        <ConsentCheck
          wording={wording}
          language={language}
          disabled={!hasPhone}
          checked={hasPhone && entry.consent}
          onChange={(consent) => setEntry({ ...entry, consent })}
        />
        <ProblemNote problem={problem} kept="What you typed is still here." />
        <div class="actions">
          <button type="submit" class="primary" disabled={busy || !unitId}>
            Enter the discharge
          </button>
        </div>
      </form>
    </section>
  );
}

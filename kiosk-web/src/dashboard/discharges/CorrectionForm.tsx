import { useState } from "preact/hooks";
import { correctDischarge, type Discharge, type DischargeCorrection, type Facility } from "../api";
import { useApp } from "../appContext";
import { instantOf, wallClock } from "../format/dates";
import { languageName } from "../format/words";
import { useAction } from "../parts/hooks";
import { Field, ProblemNote } from "../parts/parts";
import { ConsentCheck } from "./ConsentCheck";
import { ZoneField } from "./ZoneField";

interface CorrectionFormProps {
  facility: Facility;
  discharge: Discharge;
  onCorrected: (corrected: Discharge) => void;
}

type PhoneChoice = "keep" | "replace" | "remove";

export function CorrectionForm({ facility, discharge, onCorrected }: CorrectionFormProps) {
  const { session } = useApp();
  const [open, setOpen] = useState(false);
  const [unitId, setUnit] = useState(discharge.unitId);
  const [local, setLocal] = useState(wallClock(new Date(discharge.dischargedAt), facility.zone));
  const [language, setLanguage] = useState(discharge.language);
  const [phoneChoice, setPhoneChoice] = useState<PhoneChoice>("keep");
  const [phone, setPhone] = useState("");
  const [consent, setConsent] = useState(discharge.consent !== null);
  const [zone, setZone] = useState(discharge.zone ?? "");
  const [timeProblem, setTimeProblem] = useState(false);
  const { busy, problem, run } = useAction();
  const wording = session.consentWording[language];
  const willHavePhone =
    phoneChoice === "keep" ? discharge.phoneEnding !== null : phoneChoice === "replace" && phone.trim() !== "";

  const correct = () =>
    run(async () => {
      const at = instantOf(local, facility.zone);
      setTimeProblem(at === null);
      if (!at) return;
      const correction: DischargeCorrection = {};
      if (unitId !== discharge.unitId) correction.unitId = unitId;
      if (local !== wallClock(new Date(discharge.dischargedAt), facility.zone)) {
        correction.dischargedAt = at.toISOString();
      }
      if (language !== discharge.language) correction.language = language;
      if (phoneChoice === "remove") correction.phone = null;
      if (phoneChoice === "replace" && phone.trim()) correction.phone = phone.trim();
      if (zone !== (discharge.zone ?? "")) correction.zone = zone || null;
      const agrees = consent && willHavePhone;
      if (!agrees && discharge.consent) correction.consent = null;
      if (agrees && !discharge.consent && wording) correction.consent = { wordingVersion: wording.version, language };
      if (Object.keys(correction).length > 0) {
        onCorrected(await correctDischarge(facility.id, discharge.id, correction));
      }
      setOpen(false);
    });

  return (
    <details
      class="panel form"
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      data-testid="correction"
    >
      <summary>
        <h2>Correct this discharge</h2>
      </summary>
      <form
        autocomplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          void correct();
        }}
      >
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
                onChange={(event) => setLanguage(event.currentTarget.value)}
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
          hint={timeProblem ? "The clock skips this time on that day. Choose another." : undefined}
        >
          {(attributes) => (
            <input
              {...attributes}
              type="datetime-local"
              name="dischargedAt"
              required
              value={local}
              onInput={(event) => setLocal(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field label="Mobile phone">
          {(attributes) => (
            <select
              {...attributes}
              name="phoneChoice"
              value={phoneChoice}
              onChange={(event) => setPhoneChoice(event.currentTarget.value as PhoneChoice)}
            >
              <option value="keep">
                {discharge.phoneEnding ? `Keep the number ending in ${discharge.phoneEnding}` : "Keep as it is: none"}
              </option>
              <option value="replace">{discharge.phoneEnding ? "Another number" : "Add a number"}</option>
              {discharge.phoneEnding && <option value="remove">Remove the number</option>}
            </select>
          )}
        </Field>
        {phoneChoice === "replace" && (
          <Field label="Number" hint="With country code, such as +1 202 555 0123.">
            {(attributes) => (
              <input
                {...attributes}
                type="tel"
                name="phone"
                required
                value={phone}
                onInput={(event) => setPhone(event.currentTarget.value)}
              />
            )}
          </Field>
        )}
        {willHavePhone && <ZoneField zone={zone} facility={facility} onChange={setZone} />}
        <ConsentCheck
          wording={wording}
          language={language}
          disabled={!willHavePhone}
          checked={consent && willHavePhone}
          onChange={setConsent}
        />
        {discharge.consent && !(consent && willHavePhone) && (
          <p class="hint">Without consent no further text is sent for this discharge.</p>
        )}
        <ProblemNote problem={problem} kept="The discharge stays as it was." />
        <div class="actions">
          <button type="submit" class="primary" disabled={busy}>
            Save the correction
          </button>
        </div>
      </form>
    </details>
  );
}

import { useMemo, useState } from "preact/hooks";
import { createFacility } from "../api";
import { useApp } from "../appContext";
import { languageName } from "../format/words";
import { useAction } from "../parts/hooks";
import { Field, ProblemNote } from "../parts/parts";
import { setUpAt } from "../route";

export function NewFacility() {
  const { session, refresh } = useApp();
  const zones = useMemo(() => Intl.supportedValuesOf("timeZone"), []);
  const [name, setName] = useState("");
  const [zone, setZone] = useState(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
  const [languages, setLanguages] = useState<string[]>(session.languages.slice(0, 1));
  const [callback, setCallback] = useState("");
  const { busy, problem, run } = useAction();
  const known = isZone(zone.trim());
  const first = session.facilities.length === 0;
  const create = () =>
    run(async () => {
      const facility = await createFacility({
        name: name.trim(),
        zone: zone.trim(),
        languages,
        ...(callback.trim() ? { callbackNumber: callback.trim() } : {}),
      });
      await refresh();
      location.hash = setUpAt(facility.id);
    });
  return (
    <section class="narrow">
      <h1>{first ? "Welcome to Homeward" : "Another facility"}</h1>
      <p>
        {first && "Three steps: the facility, its units, and a tablet where patients leave. "}A facility is a hospital
        or clinic. Its days and weeks are those of its own time zone.
      </p>
      <form
        class="panel"
        data-testid="facility-form"
        onSubmit={(event) => {
          event.preventDefault();
          void create();
        }}
      >
        <Field label="Name" hint="As patients know it: it stands on the tablet, the slip and in every text.">
          {(attributes) => (
            <input
              {...attributes}
              name="name"
              required
              maxLength={120}
              value={name}
              onInput={(event) => setName(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field
          label="Time zone"
          hint={
            known || zone === ""
              ? "Type a city to search, such as “Chicago”."
              : "This is no time zone yet. Choose one from the list."
          }
        >
          {(attributes) => (
            <>
              <input
                {...attributes}
                name="zone"
                list="zones"
                required
                autocomplete="off"
                spellcheck={false}
                aria-invalid={!known && zone !== ""}
                value={zone}
                onInput={(event) => setZone(event.currentTarget.value)}
              />
              <datalist id="zones">
                {zones.map((each) => (
                  <option key={each} value={each} />
                ))}
              </datalist>
            </>
          )}
        </Field>
        <fieldset>
          <legend>Languages patients can choose</legend>
          <p class="hint">More can be enabled in the facility’s set-up.</p>
          <div class="ticks">
            {session.languages.map((tag) => (
              <label class="check" key={tag}>
                <input
                  type="checkbox"
                  name="language"
                  value={tag}
                  checked={languages.includes(tag)}
                  onChange={(event) =>
                    setLanguages(
                      session.languages.filter((each) =>
                        each === tag ? event.currentTarget.checked : languages.includes(each),
                      ),
                    )
                  }
                />
                <span>{languageName(tag)}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <Field
          label="Number for questions (optional)"
          hint="A phone that somebody answers. Texts name it for patients who want to talk."
        >
          {(attributes) => (
            <input
              {...attributes}
              type="tel"
              name="callback"
              value={callback}
              onInput={(event) => setCallback(event.currentTarget.value)}
            />
          )}
        </Field>
        <ProblemNote problem={problem} kept="What you typed is still here." />
        <div class="actions">
          <button type="submit" class="primary" disabled={busy || !known || languages.length === 0}>
            Create the facility
          </button>
        </div>
      </form>
    </section>
  );
}

function isZone(name: string): boolean {
  try {
    return name !== "" && new Intl.DateTimeFormat("en", { timeZone: name }) !== null;
  } catch {
    return false;
  }
}

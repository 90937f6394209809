import { useState } from "preact/hooks";
import { addChange, type Facility } from "../api";
import { today } from "../format/dates";
import { useAction } from "../parts/hooks";
import { Field, ProblemNote } from "../parts/parts";

export function ChangeForm({
  facility,
  unit,
  onAdded,
}: {
  facility: Facility;
  unit: string | null;
  onAdded: () => void;
}) {
  const [open, setOpen] = useState(false);
  const [on, setOn] = useState(() => today(new Date(), facility.zone));
  const [description, setDescription] = useState("");
  const [units, setUnits] = useState<string[]>(unit ? [unit] : []);
  const { busy, problem, run } = useAction();
  const add = () =>
    run(async () => {
      await addChange(facility.id, { on, description: description.trim(), unitIds: units });
      setOpen(false);
      setDescription("");
      onAdded();
    });
  return (
    <details class="form" open={open} onToggle={(event) => setOpen(event.currentTarget.open)} data-testid="change-form">
      <summary>Add a change</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <Field label="From this day on">
          {(attributes) => (
            <input
              {...attributes}
              type="date"
              name="on"
              required
              value={on}
              onInput={(event) => setOn(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field
          label="What changed"
          hint="A few words, such as “Teach-back before every discharge”. No patient, no colleague by name."
        >
          {(attributes) => (
            <input
              {...attributes}
              name="description"
              required
              maxLength={200}
              value={description}
              onInput={(event) => setDescription(event.currentTarget.value)}
            />
          )}
        </Field>
        <fieldset>
          <legend>Where (none ticked: the whole facility)</legend>
          <div class="ticks">
            {facility.units.map((each) => (
              <label class="check" key={each.id}>
                <input
                  type="checkbox"
                  checked={units.includes(each.id)}
                  onChange={(event) =>
                    setUnits(event.currentTarget.checked ? [...units, each.id] : units.filter((id) => id !== each.id))
                  }
                />
                <span>{each.name}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <ProblemNote problem={problem} kept="What you typed is still here." />
        <div class="actions">
          <button type="submit" class="primary" disabled={busy}>
            Add the change
          </button>
        </div>
      </form>
    </details>
  );
}

import { useState } from "preact/hooks";
import { type Facility, type Kiosk, rearrangeKiosk } from "../api";
import { Confirm, Field } from "../parts/parts";

interface ChangeKioskProps {
  facility: Facility;
  kiosk: Kiosk;
  onChanged: () => Promise<void>;
  onClose: () => void;
}

export function ChangeKiosk({ facility, kiosk, onChanged, onClose }: ChangeKioskProps) {
  const [name, setName] = useState(kiosk.name);
  const [unitId, setUnit] = useState(kiosk.unitId);
  return (
    <Confirm
      title={`Change ${kiosk.name}`}
      action="Save"
      onConfirm={async () => {
        await rearrangeKiosk(facility.id, kiosk.id, { name: name.trim(), unitId });
        await onChanged();
      }}
      onClose={onClose}
    >
      <Field label="Name of the tablet">
        {(attributes) => (
          <input
            {...attributes}
            name="new-name"
            maxLength={60}
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        )}
      </Field>
      <Field
        label="Unit"
        hint="Answers that were given stay with the unit they were given in. Walk-ups that the tablet still holds are counted for the new one."
      >
        {(attributes) => (
          <select
            {...attributes}
            name="new-unit"
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
    </Confirm>
  );
}

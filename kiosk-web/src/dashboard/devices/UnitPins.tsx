import { useState } from "preact/hooks";
import { type Facility, removeUnitPin, setUnitPin, type Unit, type UnitPin, unitPins } from "../api";
import { moment } from "../format/dates";
import { useAction, useLoad } from "../parts/hooks";
import { Confirm, Field, ProblemNote } from "../parts/parts";

/** The PINs behind which staff pick a patient's visit on a tablet. Set here, shown nowhere. */
export function UnitPins({ facility }: { facility: Facility }) {
  const loaded = useLoad(`pins ${facility.id}`, () => unitPins(facility.id));
  const [setting, setSetting] = useState<Unit | null>(null);
  const { busy, problem, run } = useAction();
  const pinOf = (unit: Unit): UnitPin | undefined => loaded.value?.items.find(({ unitId }) => unitId === unit.id);
  return (
    <section class="panel" aria-labelledby="pins-heading" data-testid="pins">
      <h2 id="pins-heading">PINs for staff at the tablets</h2>
      <p class="quiet">
        With their unit’s PIN, staff can pick a patient from the day’s discharges when the slip is lost. The tablet
        shows visit numbers and times, and only while it is online.
      </p>
      <ProblemNote problem={loaded.problem ?? problem} />
      <ul class="devices pins">
        {facility.units.map((unit) => {
          const pin = pinOf(unit);
          return (
            <li key={unit.id} data-testid="pin" data-unit={unit.name}>
              <div class="row-main">
                <strong>{unit.name}</strong>
                <span class="quiet">{pin ? `set ${moment(pin.setAt, facility.zone)}` : "none"}</span>
              </div>
              <div class="device-actions">
                <button type="button" data-action="set-pin" onClick={() => setSetting(unit)}>
                  {pin ? "Replace" : "Set"}
                  <span class="visually-hidden"> the PIN of {unit.name}</span>
                </button>
                {pin && (
                  <button
                    type="button"
                    data-action="remove-pin"
                    disabled={busy}
                    onClick={() => run(() => removeUnitPin(facility.id, unit.id).then(loaded.reload))}
                  >
                    Remove<span class="visually-hidden"> the PIN of {unit.name}</span>
                  </button>
                )}
              </div>
            </li>
          );
        })}
      </ul>
      {setting && <SetPin facility={facility} unit={setting} onSet={loaded.reload} onClose={() => setSetting(null)} />}
    </section>
  );
}

interface SetPinProps {
  facility: Facility;
  unit: Unit;
  onSet: () => Promise<void>;
  onClose: () => void;
}

function SetPin({ facility, unit, onSet, onClose }: SetPinProps) {
  const [pin, setPin] = useState("");
  return (
    <Confirm
      title={`PIN for ${unit.name}`}
      action="Save the PIN"
      onConfirm={async () => {
        await setUnitPin(facility.id, unit.id, pin.trim());
        await onSet();
      }}
      onClose={onClose}
    >
      <Field
        label="New PIN"
        hint="6 to 8 digits, not one digit throughout and not a run like 123456. Tell it to the unit’s staff; it cannot be shown again."
      >
        {(attributes) => (
          <input
            {...attributes}
            name="pin"
            inputMode="numeric"
            autocomplete="off"
            maxLength={8}
            value={pin}
            onInput={(event) => setPin(event.currentTarget.value)}
          />
        )}
      </Field>
    </Confirm>
  );
}

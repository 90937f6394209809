import { addUnit, type Facility, setEmergencyNumber } from "../api";
import { useApp } from "../appContext";
import { devicesAt, dischargesAt, newFacilityAt } from "../route";
import { AddOne } from "./AddOne";
import { Languages } from "./Languages";
import { Senders } from "./Senders";
import { TabletOptions } from "./TabletOptions";

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
              <dt>Number for emergencies</dt>
              <dd data-field="emergency-number">
                {facility.emergencyNumber ?? "none: texts say “emergency services”"}
              </dd>
            </dl>
            <AddOne
              label="Number for emergencies"
              hint="What your patients dial in danger, such as 911. Every text that may matter says it."
              action="Set the number"
              testid="emergency-form"
              add={(number) => setEmergencyNumber(facility.id, number)}
            />
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
          <TabletOptions facility={facility} />
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

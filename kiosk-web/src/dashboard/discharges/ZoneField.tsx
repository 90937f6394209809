import type { Facility } from "../api";
import { Field } from "../parts/parts";

const zones = Intl.supportedValuesOf("timeZone");

/** Only for who goes home to another time zone than their number tells. */
export function ZoneField({
  zone,
  facility,
  onChange,
}: {
  zone: string;
  facility: Facility;
  onChange: (zone: string) => void;
}) {
  return (
    <Field
      label="Time zone at home (if it is another)"
      hint={`Texts keep to the hours there. Left open, the number’s own zone counts, or else ${facility.zone.replaceAll("_", " ")}.`}
    >
      {(attributes) => (
        <select {...attributes} name="zone" value={zone} onChange={(event) => onChange(event.currentTarget.value)}>
          <option value="">As the number tells</option>
          {zones.map((each) => (
            <option key={each} value={each}>
              {each.replaceAll("_", " ")}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

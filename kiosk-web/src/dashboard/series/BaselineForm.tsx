import { useState } from "preact/hooks";
import { type Facility, freezeBaseline, type Item, type Period, type Series } from "../api";
import { periodName } from "../format/dates";
import { plural } from "../format/numbers";
import { closed, FULL, MINIMUM } from "../format/sentences";
import { itemName, periods } from "../format/words";
import { useAction } from "../parts/hooks";
import { Field, ProblemNote } from "../parts/parts";

const all: Item[] = ["diagnosis", "treatment", "next-steps", "all-three"];

interface BaselineFormProps {
  facility: Facility;
  series: Series;
  period: Period;
  onFrozen: () => void;
}

export function BaselineForm({ facility, series, period, onFrozen }: BaselineFormProps) {
  const choices = closed(series.points);
  const [open, setOpen] = useState(false);
  const [first, setFirst] = useState("");
  const [last, setLast] = useState("");
  const [reason, setReason] = useState("");
  const [every, setEvery] = useState(true);
  const { busy, problem, run } = useAction();

  if (choices.length < MINIMUM) return null;
  const from = Math.max(
    0,
    choices.findIndex((point) => point.period === first),
  );
  const chosenLast = choices.findIndex((point) => point.period === last);
  const to = chosenLast === -1 ? Math.min(choices.length, FULL) - 1 : chosenLast;
  const size = to - from + 1;
  const freeze = () =>
    run(async () => {
      const start = choices[from];
      const end = choices[to];
      if (!start || !end) return;
      await freezeBaseline(facility.id, {
        unitId: series.unit?.id ?? null,
        items: every ? all : [series.item],
        touchpoint: series.touchpoint,
        channel: series.channel,
        period,
        from: start.from,
        to: end.to,
        reason: reason.trim(),
      });
      setOpen(false);
      setReason("");
      onFrozen();
    });
  return (
    <details
      class="form"
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      data-testid="baseline-form"
    >
      <summary>{series.baseline ? "Freeze a new baseline" : "Freeze a baseline"}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void freeze();
        }}
      >
        <p>
          Later points are judged by the centre line and limits of the {periods[period]} you choose here. Nothing
          changes them but another baseline, with its reason.
        </p>
        <div class="pair">
          <Field label={`First ${period}`}>
            {(attributes) => (
              <select
                {...attributes}
                name="first"
                value={choices[from]?.period}
                onChange={(event) => setFirst(event.currentTarget.value)}
              >
                {choices.map((point) => (
                  <option key={point.period} value={point.period}>
                    {periodName(period, point.from, point.to)} {point.from.slice(0, 4)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={`Last ${period}`}>
            {(attributes) => (
              <select
                {...attributes}
                name="last"
                value={choices[to]?.period}
                onChange={(event) => setLast(event.currentTarget.value)}
              >
                {choices.map((point) => (
                  <option key={point.period} value={point.period}>
                    {periodName(period, point.from, point.to)} {point.from.slice(0, 4)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
        <p class={size < MINIMUM ? "hint warn" : "hint"} aria-live="polite">
          {sizeHint(size, period)}
        </p>
        <Field label="Reason" hint="Shown on the chart’s page, with your name kept in the record.">
          {(attributes) => (
            <textarea
              {...attributes}
              name="reason"
              rows={2}
              required
              value={reason}
              onInput={(event) => setReason(event.currentTarget.value)}
            />
          )}
        </Field>
        <label class="check">
          <input
            type="checkbox"
            name="every-item"
            checked={every}
            onChange={(event) => setEvery(event.currentTarget.checked)}
          />
          <span>For all three questions and “{itemName["all-three"].toLowerCase()}”, not only this chart</span>
        </label>
        <ProblemNote problem={problem} kept="The baseline stays as it was." />
        <div class="actions">
          <button type="submit" class="primary" disabled={busy || size < MINIMUM}>
            Freeze {size > 0 ? plural(size, period) : ""}
          </button>
        </div>
      </form>
    </details>
  );
}

function sizeHint(size: number, period: Period): string {
  if (size < 1) return `The last ${period} comes before the first.`;
  if (size < MINIMUM) return `${plural(size, period)}: a baseline takes at least ${MINIMUM}.`;
  if (size < FULL) return `${plural(size, period)}: the limits will be labelled “trial” until there are ${FULL}.`;
  return `${plural(size, period)}: enough for full limits.`;
}

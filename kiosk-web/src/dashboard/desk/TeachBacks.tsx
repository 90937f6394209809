import { type Facility, markTeachBack, type TeachBack, teachBacks } from "../api";
import { unitName } from "../appContext";
import { moment } from "../format/dates";
import { languageName } from "../format/words";
import { useAction, useLoad } from "../parts/hooks";
import { ProblemNote } from "../parts/parts";

/** What patients said in their own words and nobody has marked yet. */
export function TeachBacks({ facility, unit }: { facility: Facility; unit: string | null }) {
  const loaded = useLoad(`teach-backs ${facility.id} ${unit}`, () => teachBacks(facility.id, unit));
  const { busy, problem, run } = useAction();
  const mark = (one: TeachBack, verdict: "correct" | "not-correct") =>
    run(async () => {
      await markTeachBack(facility.id, one.id, verdict);
      await loaded.reload();
    });
  const items = loaded.value?.items ?? [];
  if (items.length === 0 && !loaded.problem) return null;
  return (
    <section class="panel" aria-labelledby="teach-back-heading">
      <h2 id="teach-back-heading">“What will you do first when you are home?”</h2>
      <p class="quiet">In the patient’s own words. Mark whether it is what they were told.</p>
      <ProblemNote problem={problem ?? loaded.problem} />
      <ul class="desk" data-testid="teach-backs">
        {items.map((one) => (
          <li class="concern" key={one.id} data-testid="teach-back">
            <div class="concern-says">
              <blockquote lang={one.language} dir="auto">
                {one.said}
              </blockquote>
              <p class="quiet">
                <strong>{one.visitNumber ?? "Without a visit"}</strong> {unitName(facility, one.unitId)} ·{" "}
                {languageName(one.language)} · {moment(one.answeredAt, facility.zone)}
              </p>
            </div>
            <div class="concern-actions">
              <button
                type="button"
                disabled={busy}
                data-testid="mark-correct"
                onClick={() => void mark(one, "correct")}
              >
                Correct
              </button>
              <button
                type="button"
                disabled={busy}
                data-testid="mark-not-correct"
                onClick={() => void mark(one, "not-correct")}
              >
                Not correct
              </button>
            </div>
          </li>
        ))}
      </ul>
      {loaded.value?.next && <p class="quiet">There are more. They come up as you mark these.</p>}
    </section>
  );
}

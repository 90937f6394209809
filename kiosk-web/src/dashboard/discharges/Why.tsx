import type { Facility, Outlook } from "../api";
import { inZone } from "../format/dates";
import { touchpointNamed } from "../format/words";
import type { Loaded } from "../parts/hooks";
import { ProblemNote, Skeleton } from "../parts/parts";
import { reason, rule, told, towards } from "./why";

/** What is to come, and why everything went as it did. */
export function Why({ facility, outlook }: { facility: Facility; outlook: Loaded<Outlook> }) {
  const view = outlook.value;
  return (
    <section class="panel" aria-labelledby="why-heading" data-testid="outlook">
      <h2 id="why-heading">What will be texted</h2>
      <ProblemNote problem={outlook.problem} />
      {!view && !outlook.problem && <Skeleton rows={3} />}
      {view && (
        <>
          <Coming facility={facility} view={view} />
          <Standings view={view} />
          {view.trail.length > 0 && <Trail facility={facility} view={view} />}
        </>
      )}
    </section>
  );
}

function Coming({ facility, view }: { facility: Facility; view: Outlook }) {
  const elsewhere = view.zone !== facility.zone;
  return (
    <>
      {view.coming.length === 0 ? (
        <p>Nothing in the next 60 days.</p>
      ) : (
        <ol class="timeline" data-testid="coming">
          {view.coming.map((text) => (
            <li key={text.at}>
              <strong>{inZone(text.at, view.zone)}</strong> {touchpointNamed(text.touchpoint)}:{" "}
              {text.purpose === "reminder" ? "a reminder" : "the first question"}
              {text.waits.length > 0 && <span class="quiet"> (put off: {text.waits.map(rule).join("; ")})</span>}
            </li>
          ))}
        </ol>
      )}
      {view.coming.length > 0 && (
        <p class="quiet small">
          If the patient does not answer. {elsewhere && `Times of ${named(view.zone)}. `}
          {view.zones.length > 1 &&
            `The number may be in ${view.zones.length} time zones; texts go only while it is day in all of them.`}
        </p>
      )}
    </>
  );
}

function Standings({ view }: { view: Outlook }) {
  const kept = view.followups.filter(({ because }) => because !== null);
  if (kept.length === 0) return null;
  return (
    <ul data-testid="kept">
      {kept.map(({ touchpoint, because }) => (
        <li key={touchpoint}>
          {touchpointNamed(touchpoint)}: not {because === "expired" ? "finished" : "asked"}, because{" "}
          {rule(because ?? "")}.
        </li>
      ))}
    </ul>
  );
}

function Trail({ facility, view }: { facility: Facility; view: Outlook }) {
  return (
    <details data-testid="trail">
      <summary>Why: everything that happened, step by step</summary>
      <ol class="messages">
        {view.trail.map((entry, index) => {
          const because = reason(entry);
          return (
            <li key={index}>
              <span class="quiet">
                {inZone(entry.at, facility.zone)} · {touchpointNamed(entry.touchpoint)}
              </span>
              <br />
              {told(entry)}
              {because && `: ${because}`}
              {entry.until && (
                <span class="quiet">
                  , {towards(entry)} {inZone(entry.until, facility.zone)}
                </span>
              )}
              {entry.errorCode !== null && <span class="quiet"> (carrier’s code {entry.errorCode})</span>}
            </li>
          );
        })}
      </ol>
    </details>
  );
}

const named = (zone: string) => (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");

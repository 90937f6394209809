import { useState } from "preact/hooks";
import { type Facility, Problem, type RescueOutcome, rescue } from "../api";
import { plural } from "../format/numbers";
import { useAction } from "../parts/hooks";
import { Field, ProblemNote } from "../parts/parts";
import { batches, parseRescueFile } from "./rescueFile";

type Tally = Record<RescueOutcome, number>;

/** A file that was saved on a tablet. It can be uploaded twice: each answer is stored once. */
export function RescueUpload({ facility, onUploaded }: { facility: Facility; onUploaded: () => Promise<void> }) {
  const [file, setFile] = useState<File | null>(null);
  const [tally, setTally] = useState<Tally | null>(null);
  const { busy, problem, run, clear } = useAction();
  const upload = () =>
    run(async () => {
      setTally(null);
      const read = parseRescueFile((await file?.text()) ?? "");
      if (!read) throw refused("This is not a file that a tablet saved.", "Choose the one named homeward-….json.");
      if (read.facilityId !== facility.id) {
        throw refused("This file is another facility’s.", "Choose that facility at the top, and upload it there.");
      }
      const counted: Tally = { ...nothing };
      for (const entries of batches(read.entries)) {
        for (const { outcome } of (await rescue(facility.id, read.takenAt, entries)).results) counted[outcome] += 1;
      }
      setTally(counted);
      await onUploaded();
    });
  return (
    <section class="panel form" aria-labelledby="rescue-heading" data-testid="rescue-upload">
      <h2 id="rescue-heading">Upload a tablet’s file</h2>
      <p>
        On a tablet that cannot send, open <em>About this tablet</em> and save its answers as a file. Nobody can read
        it; Homeward opens it here. Uploading it twice does no harm.
      </p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void upload();
        }}
      >
        <Field label="File">
          {(attributes) => (
            <input
              {...attributes}
              type="file"
              name="file"
              accept=".json,application/json"
              required
              onChange={(event) => {
                setFile(event.currentTarget.files?.[0] ?? null);
                setTally(null);
                clear();
              }}
            />
          )}
        </Field>
        <ProblemNote problem={problem} kept="What was stored before it stays stored." />
        <div role="status" class="alert-place">
          {tally && (
            <p class="note" data-testid="rescue-tally">
              {sentences(tally)}
            </p>
          )}
        </div>
        <div class="actions">
          <button type="submit" class="primary" disabled={busy || !file}>
            {busy ? "Uploading…" : "Upload"}
          </button>
        </div>
      </form>
    </section>
  );
}

const nothing: Tally = {
  stored: 0,
  replayed: 0,
  erased: 0,
  "needs-a-visit": 0,
  conflicting: 0,
  "tablet-unknown": 0,
  unreadable: 0,
};

const refused = (what: string, next: string) => new Problem(422, "rescue-file-refused", what, `${what} ${next}`);

function sentences(tally: Tally): string {
  const known = tally.replayed + tally.erased;
  const said = [`${plural(tally.stored, "answer")} stored.`];
  if (known > 0) said.push(`${known} known before.`);
  if (tally["needs-a-visit"] > 0) said.push(`${tally["needs-a-visit"]} held, in the list above.`);
  if (tally.conflicting > 0) said.push(`${tally.conflicting} not taken: other answers have their id.`);
  const unreadable = tally.unreadable + tally["tablet-unknown"];
  if (unreadable > 0) said.push(`${unreadable} not taken: they cannot be opened here.`);
  return said.join(" ");
}

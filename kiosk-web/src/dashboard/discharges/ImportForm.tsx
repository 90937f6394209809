import { useState } from "preact/hooks";
import { download } from "../../shared/download";
import { type Facility, type ImportResult, importDischarges } from "../api";
import { plural } from "../format/numbers";
import { useAction } from "../parts/hooks";
import { Field, ProblemNote } from "../parts/parts";
import { columns, template } from "./csv";

export function ImportForm({ facility, onImported }: { facility: Facility; onImported: () => void }) {
  const [file, setFile] = useState<File | null>(null);
  const [result, setResult] = useState<ImportResult | null>(null);
  const { busy, problem, run, clear } = useAction();
  const upload = () =>
    run(async () => {
      setResult(null);
      if (!file) return;
      setResult(await importDischarges(facility.id, await file.text()));
      onImported();
    });
  return (
    <details class="panel form" data-testid="import">
      <summary>
        <h2>Upload a file of discharges</h2>
      </summary>
      <p>
        A CSV file with the columns <code>{columns.join(", ")}</code>. The whole file is taken or none of it: when a
        line cannot be read, nothing is stored and the lines are named here.
      </p>
      <p>
        <button
          type="button"
          class="linklike"
          onClick={() =>
            download(
              "homeward-discharges.csv",
              "text/csv",
              template(facility.units[0]?.name ?? "Ward 1", facility.languages[0] ?? "en", new Date(), facility.zone),
            )
          }
        >
          Download a template
        </button>
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
              accept=".csv,text/csv"
              required
              onChange={(event) => {
                setFile(event.currentTarget.files?.[0] ?? null);
                setResult(null);
                clear();
              }}
            />
          )}
        </Field>
        <ProblemNote problem={problem} kept="Nothing of the file was stored." />
        <div role="status" class="alert-place">
          {result && (
            <p class="note" data-testid="import-result">
              Done: {plural(result.created, "discharge")} entered, {result.corrected} corrected, {result.unchanged}{" "}
              known before and unchanged.
            </p>
          )}
        </div>
        <div class="actions">
          <button type="submit" class="primary" disabled={busy || !file}>
            {busy ? "Uploading…" : "Upload"}
          </button>
        </div>
      </form>
    </details>
  );
}

import { useState } from "preact/hooks";
import { useApp } from "../appContext";
import { useAction } from "../parts/hooks";
import { Field, ProblemNote } from "../parts/parts";

interface AddOneProps {
  label: string;
  hint?: string;
  action: string;
  testid: string;
  add: (value: string) => Promise<unknown>;
}

export function AddOne({ label, hint, action, testid, add }: AddOneProps) {
  const { refresh } = useApp();
  const [value, setValue] = useState("");
  const { busy, problem, run } = useAction();
  return (
    <form
      data-testid={testid}
      onSubmit={(event) => {
        event.preventDefault();
        void run(async () => {
          await add(value.trim());
          setValue("");
          await refresh();
        });
      }}
    >
      <Field label={label} hint={hint}>
        {(attributes) => (
          <div class="joined">
            <input
              {...attributes}
              name="value"
              required
              maxLength={120}
              value={value}
              onInput={(event) => setValue(event.currentTarget.value)}
            />
            <button type="submit" class="primary" disabled={busy}>
              {action}
            </button>
          </div>
        )}
      </Field>
      <ProblemNote problem={problem} />
    </form>
  );
}

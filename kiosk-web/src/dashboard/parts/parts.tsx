import type { ComponentChildren, JSX } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import type { Problem } from "../api";
import { told } from "../format/problems";
import { useAction } from "./hooks";

/** What happened, what was kept, what to do. */
export function ProblemNote({ problem, kept }: { problem: Problem | null; kept?: string }) {
  return (
    <div role="alert" class="alert-place">
      {problem && (
        <div class="note note-problem" data-testid="problem" data-code={problem.code}>
          <p>
            <strong>{told(problem).what}</strong> {kept && `${kept} `}
            {told(problem).next}
          </p>
          {problem.problems.length > 0 && (
            <ul class="lines">
              {problem.problems.map((each, index) => (
                <li key={index}>
                  {each.line !== undefined && <strong>Line {each.line}: </strong>}
                  {each.field !== undefined && <strong>{each.field}: </strong>}
                  {each.detail ?? each.code}
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </div>
  );
}

interface FieldProps {
  label: string;
  hint?: ComponentChildren;
  children: (attributes: { id: string; "aria-describedby"?: string }) => JSX.Element;
}

export function Field({ label, hint, children }: FieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children(hint ? { id, "aria-describedby": `${id}-hint` } : { id })}
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

interface ConfirmProps {
  title: string;
  /** What will follow, in sentences. */
  children: ComponentChildren;
  action: string;
  onConfirm: () => Promise<unknown>;
  onClose: () => void;
}

export function Confirm({ title, children, action, onConfirm, onClose }: ConfirmProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const { busy, problem, run } = useAction();
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} aria-labelledby={heading} onClose={onClose} data-testid="confirm">
      <h2 id={heading}>{title}</h2>
      {children}
      <ProblemNote problem={problem} kept="Nothing was changed." />
      <div class="actions">
        <button
          type="button"
          class="primary"
          disabled={busy}
          data-testid="confirm-yes"
          onClick={async () => {
            if (await run(onConfirm)) dialog.current?.close();
          }}
        >
          {action}
        </button>
        <button type="button" onClick={() => dialog.current?.close()}>
          Go back
        </button>
      </div>
    </dialog>
  );
}

/** Holds the room of what is being loaded. */
export function Skeleton({ rows = 3, tall = false }: { rows?: number; tall?: boolean }) {
  return (
    <div class="skeleton" aria-busy="true">
      <span class="visually-hidden">Loading</span>
      {[...Array(rows).keys()].map((row) => (
        <div key={row} class={tall ? "bone bone-tall" : "bone"} />
      ))}
    </div>
  );
}

export function Empty({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <div class="empty" data-testid="empty">
      <h2>{title}</h2>
      {children}
    </div>
  );
}

interface ChoiceProps {
  label: string;
  options: { name: string; href: string; chosen: boolean }[];
}

/** A choice that lives in the address, so it can be shared and gone back from. */
export function Choice({ label, options }: ChoiceProps) {
  return (
    <nav class="choice" aria-label={label}>
      {options.map((option) => (
        <a key={option.href} href={option.href} aria-current={option.chosen ? "true" : undefined}>
          {option.name}
        </a>
      ))}
    </nav>
  );
}

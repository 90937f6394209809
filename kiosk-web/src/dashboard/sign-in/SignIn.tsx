import { useState } from "preact/hooks";
import { type Session, signIn } from "../api";
import { useAction } from "../parts/hooks";
import { Field, ProblemNote } from "../parts/parts";

interface SignInProps {
  /** Somebody was signed in until just now. */
  ended: boolean;
  onSignedIn: (session: Session) => void;
}

export function SignIn({ ended, onSignedIn }: SignInProps) {
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const { busy, problem, run } = useAction();
  return (
    <main class="sign-in" id="main">
      <h1>Homeward</h1>
      <p class="quiet">Do patients leave understanding what they had, what was done, and what is next?</p>
      {ended && !problem && (
        <p class="note" role="status" data-testid="session-ended">
          Your session has ended. Sign in again and you come back to the page you were on; what was saved is kept.
        </p>
      )}
      <form
        data-testid="sign-in"
        onSubmit={(event) => {
          event.preventDefault();
          void run(async () => onSignedIn(await signIn(name.trim(), password)));
        }}
      >
        <Field label="Name">
          {(attributes) => (
            <input
              {...attributes}
              name="name"
              autocomplete="username"
              autocapitalize="none"
              spellcheck={false}
              required
              value={name}
              onInput={(event) => setName(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field label="Password">
          {(attributes) => (
            <input
              {...attributes}
              name="password"
              type="password"
              autocomplete="current-password"
              required
              value={password}
              onInput={(event) => setPassword(event.currentTarget.value)}
            />
          )}
        </Field>
        <ProblemNote problem={problem} />
        <div class="actions">
          <button type="submit" class="primary" disabled={busy}>
            Sign in
          </button>
        </div>
      </form>
    </main>
  );
}

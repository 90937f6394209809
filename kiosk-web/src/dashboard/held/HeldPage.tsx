import { useState } from "preact/hooks";
import { isVisitCode, normaliseVisitCode, showVisitCode } from "../../shared/visitCode";
import { type Facility, type HeldAnswer, heldAnswers, placeHeldAnswer, removeHeldAnswer } from "../api";
import { moment } from "../format/dates";
import { languageName } from "../format/words";
import { useAction, useLoad } from "../parts/hooks";
import { Confirm, Empty, ProblemNote, Skeleton } from "../parts/parts";
import { devicesAt } from "../route";
import { RescueUpload } from "./RescueUpload";

/** Answers that came off a tablet and belong to no known visit. What was answered is not shown, only whose it may be. */
export function HeldPage({ facility }: { facility: Facility }) {
  const loaded = useLoad(`held ${facility.id}`, () => allHeld(facility.id));
  const [removing, setRemoving] = useState<HeldAnswer | null>(null);
  const list = loaded.value;
  return (
    <section>
      <h1>Held answers</h1>
      <p>
        Answers taken off a tablet whose visit code no discharge has. They count nowhere until you say whose they are.{" "}
        <a href={devicesAt(facility.id)}>To the devices</a>
      </p>
      <ProblemNote problem={loaded.problem} />
      {!list && !loaded.problem && <Skeleton rows={3} />}
      {list?.length === 0 && (
        <Empty title="Nothing is held">
          <p>Every answer that reached Homeward has its place.</p>
        </Empty>
      )}
      {list && list.length > 0 && (
        <ul class="held" data-testid="held-answers">
          {list.map((answer) => (
            <Held
              key={answer.id}
              facility={facility}
              answer={answer}
              onPlaced={loaded.reload}
              onRemove={() => setRemoving(answer)}
            />
          ))}
        </ul>
      )}
      <RescueUpload facility={facility} onUploaded={loaded.reload} />
      {removing && (
        <Confirm
          title="Remove these answers?"
          action="Remove"
          onConfirm={async () => {
            await removeHeldAnswer(facility.id, removing.id);
            await loaded.reload();
          }}
          onClose={() => setRemoving(null)}
        >
          <p>They will count nowhere, and cannot be brought back, not even from the tablet or a file.</p>
        </Confirm>
      )}
    </section>
  );
}

interface HeldProps {
  facility: Facility;
  answer: HeldAnswer;
  onPlaced: () => Promise<void>;
  onRemove: () => void;
}

function Held({ facility, answer, onPlaced, onRemove }: HeldProps) {
  const [typed, setTyped] = useState("");
  const { busy, problem, run } = useAction();
  const code = normaliseVisitCode(typed);
  const place = (where: { visitCode: string } | { walkUp: true }) =>
    run(async () => {
      await placeHeldAnswer(facility.id, answer.id, where);
      await onPlaced();
    });
  return (
    <li class="panel held-answer" data-testid="held-answer">
      <div>
        <p>
          <strong>{moment(answer.answeredAt, facility.zone)}</strong>, {answer.tablet}, {languageName(answer.language)}
        </p>
        <p class="quiet">
          {answer.visitCode ? (
            <>
              The code typed was <span class="figures">{showVisitCode(answer.visitCode)}</span>. No discharge has it.
            </>
          ) : (
            "No code was typed."
          )}
        </p>
      </div>
      <form
        class="held-place"
        onSubmit={(event) => {
          event.preventDefault();
          void place({ visitCode: code });
        }}
      >
        <label>
          <span>Visit code on the right slip</span>
          <input
            name="visitCode"
            value={typed}
            required
            autocomplete="off"
            spellcheck={false}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="primary" disabled={busy || !isVisitCode(code)}>
          Give to this visit
        </button>
        <button type="button" disabled={busy} data-testid="held-walk-up" onClick={() => void place({ walkUp: true })}>
          Count as a walk-up
        </button>
        <button type="button" class="linklike" disabled={busy} onClick={onRemove}>
          Remove
        </button>
      </form>
      <ProblemNote problem={problem} kept="The answers are still held." />
    </li>
  );
}

async function allHeld(facility: string): Promise<HeldAnswer[]> {
  const all: HeldAnswer[] = [];
  let after: string | undefined;
  do {
    const page = await heldAnswers(facility, after);
    all.push(...page.items);
    after = page.next ?? undefined;
  } while (after);
  return all;
}

import { addSender, type Facility, releaseSender, type Sender, senders } from "../api";
import { useApp } from "../appContext";
import { moment } from "../format/dates";
import { useAction, useLoad } from "../parts/hooks";
import { ProblemNote } from "../parts/parts";
import { textingAt, textsAt } from "../route";
import { AddOne } from "./AddOne";

/** The numbers that text for the facility, and what the carrier has against one. */
export function Senders({ facility }: { facility: Facility }) {
  const { session } = useApp();
  const connected = session.carrier.kind !== "none";
  const loaded = useLoad(`senders ${facility.id} ${facility.senders.join(" ")}`, () =>
    connected ? senders(facility.id) : Promise.resolve({ items: [] }),
  );
  const { busy, problem, run } = useAction();
  const standing = new Map((loaded.value?.items ?? []).map((sender) => [sender.address, sender]));
  return (
    <section class="panel" aria-labelledby="senders-heading">
      <h2 id="senders-heading">Text messages</h2>
      {facility.senders.length > 0 ? (
        <ul class="devices" data-testid="senders">
          {facility.senders.map((address) => {
            const sender = standing.get(address);
            return (
              <li key={address}>
                <div class="row-main">
                  <strong class="figures">{address}</strong>
                  {sender && sender.state !== "sending" && <span class="tag">{states[sender.state]}</span>}
                </div>
                {sender && sender.state !== "sending" && (
                  <>
                    <div class="row-facts">{explained(sender, facility.zone)}</div>
                    <div class="row-link actions">
                      <button
                        type="button"
                        disabled={busy}
                        data-testid="release-sender"
                        onClick={() => run(async () => loaded.set(await releaseSender(facility.id, address)))}
                      >
                        Send again<span class="visually-hidden"> by {address}</span>
                      </button>
                    </div>
                  </>
                )}
              </li>
            );
          })}
        </ul>
      ) : (
        <p class="quiet">No number texts for this facility yet, so nobody is asked by text.</p>
      )}
      <ProblemNote problem={problem ?? loaded.problem} />
      <ul>
        <li>
          <a href={textingAt(facility.id)}>When and how often patients are texted</a>
        </li>
        <li>
          <a href={textsAt(facility.id)}>What the texts say, and what each costs</a>
        </li>
      </ul>
      <AddOne
        label="Number or messaging service that texts for this facility"
        hint={
          session.carrier.kind === "sandbox"
            ? "The sandbox takes any number, such as +12025550100. No text leaves this machine."
            : "With country code, or a messaging service (MG…). It texts for this facility only."
        }
        action="Add the sender"
        testid="sender-form"
        add={(address) => addSender(facility.id, address)}
      />
    </section>
  );
}

const states = { held: "Waiting", stopped: "Stopped" };

function explained(sender: Sender, zone: string): string {
  const code = sender.errorCode === null ? "" : ` (error ${sender.errorCode})`;
  if (sender.state === "stopped" && sender.stoppedAt) {
    return `The carrier filters this sender or does not know it${code}. Nothing has gone out since ${moment(sender.stoppedAt, zone)}. Put it right at the carrier first.`;
  }
  return `The carrier asks for patience${code}${sender.heldUntil ? ` until ${moment(sender.heldUntil, zone)}` : ""}. It goes on by itself.`;
}

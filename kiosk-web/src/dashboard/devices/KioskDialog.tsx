import type { ComponentChildren } from "preact";
import { type Facility, type Kiosk, lockKiosk, revokeKiosk, unlockKiosk } from "../api";
import { Confirm } from "../parts/parts";
import { ChangeKiosk } from "./ChangeKiosk";
import type { KioskAction } from "./KioskRow";

interface KioskDialogProps {
  facility: Facility;
  kiosk: Kiosk;
  action: KioskAction;
  onChanged: () => Promise<void>;
  onClose: () => void;
}

interface Asked {
  verb: string;
  act: (facility: string, id: string) => Promise<unknown>;
  follows: ComponentChildren;
}

const asked: Record<Exclude<KioskAction, "change">, Asked> = {
  lock: {
    verb: "Lock",
    act: lockKiosk,
    follows: (
      <ul>
        <li>
          The tablet says that it is not in use, from its next contact on: within five minutes, or after the patient.
        </li>
        <li>Answers that it holds are still sent and counted.</li>
        <li>It stays enrolled. Unlock it here to use it again.</li>
      </ul>
    ),
  },
  unlock: {
    verb: "Unlock",
    act: unlockKiosk,
    follows: <p>The tablet asks patients again from its next contact on, within five minutes.</p>,
  },
  revoke: {
    verb: "Revoke",
    act: revokeKiosk,
    follows: (
      <ul>
        <li>The tablet asks no more patients and its answers are no longer taken.</li>
        <li>Answers it has sent stay counted. Answers it still holds stay on the tablet.</li>
        <li>To use it again, enrol it with a new code.</li>
      </ul>
    ),
  },
};

/** Says what will follow, and does it when that is what one wants. */
export function KioskDialog({ facility, kiosk, action, onChanged, onClose }: KioskDialogProps) {
  if (action === "change") {
    return <ChangeKiosk facility={facility} kiosk={kiosk} onChanged={onChanged} onClose={onClose} />;
  }
  const { verb, act, follows } = asked[action];
  return (
    <Confirm
      title={`${verb} ${kiosk.name}?`}
      action={verb}
      onConfirm={async () => {
        await act(facility.id, kiosk.id);
        await onChanged();
      }}
      onClose={onClose}
    >
      {follows}
    </Confirm>
  );
}

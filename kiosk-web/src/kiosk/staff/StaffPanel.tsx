import { useState } from "preact/hooks";
import { useFocusOnArrival } from "../hooks";
import type { OutboxStatus } from "../outbox/outbox";
import { RescueDialog } from "../rescue/RescueDialog";
import type { Rescue } from "../rescue/rescue";
import { rescueWords } from "../rescue/rescueWords";
import type { Setup } from "../setup";
import type { StaffWords } from "./staffWords";

interface StaffPanelProps {
  words: StaffWords;
  setup: Setup;
  status: OutboxStatus;
  rescue: Rescue;
  /** Something was not saved although nobody was there to be told. */
  lost: boolean;
  onAsk: () => void;
  onRetry: () => void;
  onEnrol: () => void;
  onPick: () => void;
  onClose: () => void;
}

export function StaffPanel(props: StaffPanelProps) {
  const { words, setup, status, rescue, lost, onAsk, onRetry, onEnrol, onPick, onClose } = props;
  const close = useFocusOnArrival<HTMLButtonElement>();
  const [rescuing, setRescuing] = useState(false);
  if (rescuing) return <RescueDialog setup={setup} rescue={rescue} onBack={() => setRescuing(false)} />;
  return (
    <div class="backdrop">
      <div class="dialog staff-panel" role="dialog" aria-modal="true" aria-labelledby="panel" data-testid="staff-panel">
        <h2 id="panel">{words.panelTitle}</h2>
        <dl>
          <dt>{words.tablet}</dt>
          <dd data-testid="staff-tablet">{setup.name}</dd>
          <dt>{words.place}</dt>
          <dd>
            {setup.unit.name}, {setup.facility.name}
          </dd>
          <dt>{words.version}</dt>
          <dd data-testid="staff-version">{__APP_VERSION__}</dd>
          <dt>{words.connection}</dt>
          <dd data-testid="staff-connection">
            {status.heldBecause === "kiosk-revoked" ? words.revoked : words[status.connection]}
            {status.heldBecause && ` (${status.heldBecause})`}
          </dd>
          <dt>{words.unsent}</dt>
          <dd data-testid="staff-unsent">{status.waiting}</dd>
          <dt>{words.quarantined}</dt>
          <dd data-testid="staff-quarantined">{status.quarantined}</dd>
        </dl>
        {setup.locked && <p data-testid="staff-locked">{words.locked}</p>}
        {status.quarantined > 0 && <p>{words.quarantineHelp}</p>}
        {lost && <p class="trouble">{words.lost}</p>}
        {status.waiting + status.quarantined > 0 && (
          <button type="button" class="secondary" data-testid="staff-rescue" onClick={() => setRescuing(true)}>
            {rescueWords(navigator.language).open}
          </button>
        )}
        <div class="dialog-actions">
          {setup.picking && !setup.locked && status.connection !== "held" && (
            <button type="button" class="secondary" data-testid="staff-pick" onClick={onPick}>
              {words.pick}
            </button>
          )}
          <button type="button" class="primary" ref={close} data-testid="staff-close" onClick={onClose}>
            {words.close}
          </button>
          {status.connection !== "held" && (
            <button type="button" class="secondary" data-testid="staff-ask" onClick={onAsk}>
              {words.ask}
            </button>
          )}
          {status.connection === "held" ? (
            <button type="button" class="secondary" data-testid="staff-enrol" onClick={onEnrol}>
              {words.enrolAgain}
            </button>
          ) : (
            <button type="button" class="secondary" data-testid="staff-retry" onClick={onRetry}>
              {words.retry}
            </button>
          )}
        </div>
      </div>
    </div>
  );
}

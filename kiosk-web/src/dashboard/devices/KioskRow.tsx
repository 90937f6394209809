import type { Facility, Kiosk, KioskCondition } from "../api";
import { unitName } from "../appContext";
import { ago, moment } from "../format/dates";
import { warningsOf } from "./warnings";

export type KioskAction = "change" | "lock" | "unlock" | "revoke";

interface KioskRowProps {
  facility: Facility;
  kiosk: Kiosk;
  now: Date;
  onAction: (action: KioskAction) => void;
}

/** One tablet: where it stands, how it is, and what can be done with it. */
export function KioskRow({ facility, kiosk, now, onAction }: KioskRowProps) {
  const warnings = warningsOf(kiosk, facility.zone, now);
  const actions: [KioskAction, string][] = [
    ["change", "Change"],
    kiosk.lockedAt ? ["unlock", "Unlock"] : ["lock", "Lock"],
    ["revoke", "Revoke"],
  ];
  return (
    <li data-testid="kiosk" data-revoked={kiosk.revokedAt !== null} data-locked={kiosk.lockedAt !== null}>
      <div class="row-main">
        <strong>{kiosk.name}</strong>
        <span>{unitName(facility, kiosk.unitId)}</span>
        {kiosk.revokedAt && <span class="tag">Revoked</span>}
        {!kiosk.revokedAt && kiosk.lockedAt && <span class="tag">Locked</span>}
      </div>
      {warnings.length > 0 && (
        <ul class="device-warnings" data-testid="kiosk-warnings">
          {warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
      <p class="row-facts quiet" data-testid="kiosk-facts">
        {factsOf(kiosk, facility.zone, now).join(" · ")}
      </p>
      {!kiosk.revokedAt && (
        <div class="device-actions">
          {actions.map(([action, name]) => (
            <button key={action} type="button" data-action={action} onClick={() => onAction(action)}>
              {name}
              <span class="visually-hidden"> {kiosk.name}</span>
            </button>
          ))}
        </div>
      )}
    </li>
  );
}

function factsOf(kiosk: Kiosk, zone: string, now: Date): string[] {
  if (kiosk.revokedAt) return [`revoked ${moment(kiosk.revokedAt, zone)}`];
  return [
    kiosk.lastContactAt ? `last contact ${ago(kiosk.lastContactAt, now)}` : "no contact since it was enrolled",
    ...(kiosk.lockedAt ? [`locked ${moment(kiosk.lockedAt, zone)}`] : []),
    ...(kiosk.condition ? told(kiosk.condition) : []),
    ...(kiosk.appVersion ? [`version ${kiosk.appVersion}`] : []),
    `enrolled ${moment(kiosk.enrolledAt, zone)}`,
  ];
}

function told({ unsent, batteryPercent, charging, storagePersisted, clockAheadSeconds }: KioskCondition): string[] {
  return [
    unsent === 0 ? "nothing unsent" : `${unsent} unsent`,
    ...(batteryPercent === null ? [] : [`battery ${batteryPercent} %${charging ? ", charging" : ""}`]),
    ...(storagePersisted ? ["storage kept"] : []),
    ...(Math.abs(clockAheadSeconds) < 60 ? ["clock right"] : []),
  ];
}

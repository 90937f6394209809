import type { Outbox } from "./outbox/outbox";
import type { Report } from "./server";

/** Chromium has it, other browsers do not. */
interface Battery {
  level: number;
  charging: boolean;
}

/** How this tablet is, for the people who look after it. Nothing of patients but how many answers wait. */
export async function reportOf(outbox: Outbox, browser: Navigator, now: Date): Promise<Report> {
  const [oldestUnsentSeconds, storagePersisted, battery] = await Promise.all([
    outbox.oldestWait().catch(() => null),
    told(browser.storage?.persisted?.()),
    told((browser as { getBattery?: () => Promise<Battery> }).getBattery?.()),
  ]);
  const { waiting, quarantined } = outbox.status;
  return {
    deviceTime: now.toISOString(),
    appVersion: __APP_VERSION__,
    unsent: waiting,
    oldestUnsentSeconds,
    quarantined,
    storagePersisted,
    batteryPercent: battery === null ? null : Math.round(battery.level * 100),
    charging: battery?.charging ?? null,
  };
}

async function told<T>(asked: Promise<T> | undefined): Promise<T | null> {
  return (await asked?.catch(() => null)) ?? null;
}

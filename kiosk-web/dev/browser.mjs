import { chromium } from "playwright-core";

export const args = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // A name that is not localhost, for what an insecure origin sees.
  "--host-resolver-rules=MAP kiosk.test 127.0.0.1",
];

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";

export function launch(...more) {
  return chromium.launch({ executablePath, args: [...args, ...more] });
}

/** With a profile that outlives the browser, as a tablet's does. */
export function launchOn(profile, options) {
  return chromium.launchPersistentContext(profile, { executablePath, args, ...options });
}

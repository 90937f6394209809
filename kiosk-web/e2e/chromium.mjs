import { spawn } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as later } from "node:timers/promises";
import { chromium } from "playwright-core";
import { args } from "../dev/browser.mjs";

/** A browser on a profile directory of its own, which outlives it, and that can be killed like a tablet that loses power. */
export async function open(profile) {
  const announcement = join(profile, "DevToolsActivePort");
  await rm(announcement, { force: true });
  // A process group of its own: killing it takes its children along.
  const child = spawn(
    process.env.CHROMIUM ?? "/usr/bin/chromium",
    [...args, `--user-data-dir=${profile}`, "--remote-debugging-port=0", "--window-size=800,1280", "about:blank"],
    { detached: true, stdio: "ignore" },
  );
  const ended = new Promise((end) => child.once("exit", end));
  // A test that fails leaves no browser behind.
  const killAll = () => process.kill(-child.pid, "SIGKILL");
  process.once("exit", killAll);
  child.once("exit", () => process.off("exit", killAll));
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${await portIn(announcement)}`);
  const context = browser.contexts()[0];
  return {
    page: context.pages()[0] ?? (await context.newPage()),
    async kill() {
      killAll();
      await ended;
    },
    /** As a person closes it: what is in memory goes to disk. */
    async close() {
      const session = await browser.newBrowserCDPSession();
      await session.send("Browser.close").catch(() => {});
      await ended;
    },
  };
}

async function portIn(announcement) {
  for (let tries = 0; tries < 600; tries++) {
    const [port] = (await readFile(announcement, "utf8").catch(() => "")).split("\n");
    if (port) return port;
    await later(50);
  }
  throw new Error("the browser did not start");
}

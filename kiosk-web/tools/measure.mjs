import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { launchOn } from "../dev/browser.mjs";
import { startServer } from "../dev/server.mjs";

/**
 * How fast the kiosk is on a slow tablet, and whether it grows. Prints each figure beside its aim and writes them to
 * `target/bench/kiosk.json`. Chromium slows the page's main thread six times; what a service worker does in its own thread
 * is not slowed. Run after a build, on a machine that does nothing else: `npm run measure [patients]`.
 */

const slowdown = 6;
const patients = Math.max(300, Number(process.argv[2] ?? 1000));
const starts = 7;
const root = fileURLToPath(new URL("../../", import.meta.url));

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const share = (values, part) => values.toSorted((a, b) => a - b)[Math.ceil(values.length * part) - 1];

const server = await startServer();
const profile = mkdtempSync(join(tmpdir(), "homeward-measure-"));
const figures = {};
try {
  await enrol();
  figures.coldStart = await coldStarts();
  figures.tap = await taps();
  figures.scripts = scripts();
  figures.heap = await heap();
} finally {
  await server.close();
  rmSync(profile, { recursive: true, force: true });
}
print();
mkdirSync(join(root, "target/bench"), { recursive: true });
writeFileSync(join(root, "target/bench/kiosk.json"), `${JSON.stringify(figures, null, 2)}\n`);

async function enrol() {
  await withPage(async (page) => {
    await page.goto(`${server.url}/kiosk/#enrol=ABCDEFGH`);
    await page.getByTestId("enrol-submit").click();
    await page.getByTestId("screen-welcome").waitFor();
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  });
}

/** A browser of its own each time, without a network: from the navigation until the first screen has been painted. */
async function coldStarts() {
  const times = [];
  for (let start = 0; start < starts; start++) {
    await withPage(async (page, context) => {
      await context.setOffline(true);
      await slow(page);
      await page.addInitScript(() => {
        const arrived = () => {
          if (!document.querySelector("[data-testid=screen-welcome]")) return;
          seen.disconnect();
          // The frame after this one has shown it.
          requestAnimationFrame(() => setTimeout(() => (window.firstScreenAt = performance.now())));
        };
        const seen = new MutationObserver(arrived);
        seen.observe(document, { childList: true, subtree: true });
      });
      await page.goto(`${server.url}/kiosk/`);
      times.push(await (await page.waitForFunction(() => window.firstScreenAt)).jsonValue());
    });
  }
  return { median: median(times), worst: Math.max(...times), aim: 1000 };
}

/** From the touch that answers until the next question has been painted. */
async function taps() {
  return withPage(async (page) => {
    await page.goto(`${server.url}/kiosk/`);
    await page.getByTestId("screen-welcome").waitFor();
    await page.evaluate(() => {
      window.taps = [];
      let touched = null;
      const question = () => document.querySelector("[data-testid=question]")?.textContent;
      let shown;
      addEventListener("pointerup", (event) => (touched = event.timeStamp), true);
      new MutationObserver(() => {
        const now = question();
        if (now === shown) return;
        if (shown && now && touched !== null) {
          const from = touched;
          requestAnimationFrame(() => setTimeout(() => window.taps.push(performance.now() - from)));
        }
        shown = now;
        touched = null;
      }).observe(document, { childList: true, subtree: true, characterData: true });
    });
    await slow(page);
    const at = (id) => page.getByTestId(id);
    for (let patient = 0; patient < 15; patient++) {
      await at("language-en").tap();
      await at("no-code").tap();
      await at("respondent-patient").tap();
      for (const answer of ["yes", "yes", "yes"]) await at(`answer-${answer}`).tap();
      await at("done").tap();
    }
    const times = await page.evaluate(() => window.taps);
    return { median: median(times), p95: share(times, 0.95), of: times.length, aim: 50 };
  });
}

function scripts() {
  const said = execFileSync("node", [fileURLToPath(new URL("./bundle-size.mjs", import.meta.url))], {
    encoding: "utf8",
  });
  return { kilobytes: Number(/^kiosk\s+([\d.]+) kB/m.exec(said)[1]), aim: 50 };
}

/** What is left after a garbage collection, every hundred patients. Every tenth patient has the kiosk read aloud. */
async function heap() {
  return withPage(async (page) => {
    // The pauses for trembling hands would make half an hour of it.
    await page.addInitScript(() => {
      const { setTimeout } = window;
      window.setTimeout = (then, after = 0, ...more) => setTimeout(then, after / 25, ...more);
    });
    await page.goto(`${server.url}/kiosk/`);
    await page.getByTestId("screen-welcome").waitFor();
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Performance.enable");
    const samples = [];
    for (let patient = 0; patient < patients; patient += 100) {
      await page.evaluate(hundredPatients);
      await devtools.send("HeapProfiler.collectGarbage");
      const { metrics } = await devtools.send("Performance.getMetrics");
      const value = (name) => metrics.find((metric) => metric.name === name).value;
      samples.push({
        patients: patient + 100,
        kilobytes: value("JSHeapUsedSize") / 1024,
        nodes: value("Nodes"),
        listeners: value("JSEventListeners"),
      });
      server.world.requests.length = 0;
      server.world.responses.clear();
      server.world.sent.clear();
    }
    // The first hundred fill caches that stay.
    return { samples, bytesPerPatient: slope(samples.slice(1)) * 1024 };
  });
}

/** Runs in the page. */
async function hundredPatients() {
  const until = async (id) => {
    for (;;) {
      const found = document.querySelector(`[data-testid=${id}]:not(:disabled)`);
      if (found) return found;
      await new Promise((later) => requestAnimationFrame(later));
    }
  };
  const press = async (id) => (await until(id)).click();
  for (let patient = 0; patient < 100; patient++) {
    if (patient % 10 === 0) await press("listen");
    await press("language-en");
    await press("no-code");
    await press("respondent-patient");
    for (const step of ["1 of 3", "2 of 3", "3 of 3"]) {
      while ((await until("progress")).textContent !== step) await new Promise((later) => requestAnimationFrame(later));
      await press("answer-yes");
    }
    await press("done");
    await until("screen-welcome");
  }
}

/** Least squares, in kilobytes a patient. */
function slope(samples) {
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const x = mean(samples.map(({ patients }) => patients));
  const y = mean(samples.map(({ kilobytes }) => kilobytes));
  const above = samples.reduce((sum, at) => sum + (at.patients - x) * (at.kilobytes - y), 0);
  return above / samples.reduce((sum, at) => sum + (at.patients - x) ** 2, 0);
}

async function slow(page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
}

async function withPage(work) {
  const context = await launchOn(profile, { viewport: { width: 800, height: 1280 }, locale: "en", hasTouch: true });
  try {
    return await work(await context.newPage(), context);
  } finally {
    await context.close();
  }
}

function print() {
  const { coldStart, tap, scripts: js, heap: memory } = figures;
  const round = (value) => Math.round(value);
  const rows = [
    [
      "offline cold start to the first screen",
      `${round(coldStart.median)} ms (worst of ${starts}: ${round(coldStart.worst)})`,
      "1000 ms",
    ],
    ["tap to the next question", `${round(tap.median)} ms (95 % within ${round(tap.p95)}, of ${tap.of})`, "50 ms"],
    ["JavaScript to the first question, gzip", `${js.kilobytes} kB`, "50 kB"],
    [
      `heap after ${memory.samples[0].patients} and ${memory.samples.at(-1).patients} patients`,
      `${round(memory.samples[0].kilobytes)} and ${round(memory.samples.at(-1).kilobytes)} kB, ${round(memory.bytesPerPatient)} bytes a patient`,
      "flat",
    ],
  ];
  console.log(`On a main thread ${slowdown} times slower than this machine's:`);
  for (const [what, figure, aim] of rows) console.log(`${what.padEnd(42)} ${figure.padEnd(48)} aim ${aim}`);
}

import { mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { launch } from "./browser.mjs";
import { answeredCode, knownCode, startServer } from "./server.mjs";

/**
 * Walks through every screen of the kiosk at each size and language, takes its picture, and complains of what a patient
 * would: something to scroll, a target too small for a thumb, a rule of WCAG broken, a message of the console.
 */

const sizes = { portrait: [800, 1280], landscape: [1280, 800], phone: [360, 740] };
const smallestTarget = 44;
const out = process.argv[2] ?? join(tmpdir(), "homeward-screens");
const only = process.argv[3];
const complaints = [];
mkdirSync(out, { recursive: true });

const server = await startServer();
const browser = await launch();

try {
  for (const [size, [width, height]] of Object.entries(sizes)) {
    for (const language of ["en", "es"]) {
      const name = `${size}-${language}`;
      if (!only || name.includes(only)) await walk(name, { width, height }, language);
    }
  }
} finally {
  await browser.close();
  await server.close();
}
for (const complaint of complaints) console.log(complaint);
console.log(complaints.length === 0 ? `Nothing to complain of; pictures in ${out}` : `${complaints.length} complaints`);
process.exitCode = complaints.length === 0 ? 0 : 1;

async function walk(name, viewport, language) {
  const { world } = server;
  Object.assign(world, { revoked: false, down: false });
  const context = await browser.newContext({
    viewport,
    locale: language,
    hasTouch: true,
    colorScheme: process.env.DARK ? "dark" : "light",
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  page.on("console", (message) => {
    const expected = /status of (401|404|503)|ERR_INTERNET_DISCONNECTED/.test(message.text());
    if (message.type() === "error" && !expected) complaints.push(`${name}: console: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`${name}: ${error}`));
  const at = (id) => page.getByTestId(id);
  const tap = (id) => at(id).tap();
  const type = async (code) => {
    for (const symbol of code) await tap(`key-${symbol}`);
  };
  const arrives = async (wanted, what) => {
    for (let tries = 0; tries < 40; tries++) {
      const last = [...world.responses.values()].at(-1);
      if (last && wanted(JSON.parse(last))) return;
      await new Promise((later) => setTimeout(later, 50));
    }
    complaints.push(`${name}: ${what} did not arrive`);
  };
  let number = 0;
  const shot = async (screen) => {
    await look(page, `${name} ${screen}`);
    await page.screenshot({ path: join(out, `${name}-${String(number++).padStart(2, "0")}-${screen}.png`) });
  };

  await page.clock.install();
  await page.goto(`${server.url}/kiosk/#enrol=ABCDEFGH`);
  await at("enrol-code").waitFor();
  if (page.url().includes("enrol")) complaints.push(`${name}: the enrolment code stayed in the address`);
  await at("enrol-code").fill("WRONG");
  await tap("enrol-submit");
  await page.getByText(/not known|No se conoce/).waitFor();
  await shot("enrol");
  await at("enrol-code").fill("abcd-efgh");
  await tap("enrol-submit");
  await at("screen-welcome").waitFor();
  await shot("welcome");
  await tap("staff-corner");
  await shot("staff");
  await tap("staff-close");

  await tap(`language-${language}`);
  await shot("visit");
  await type("7K3M9QX2");
  await shot("visit-mistyped");
  await tap("key-delete");
  await type("1");
  await tap("visit-continue");
  await at("respondent-patient").waitFor();
  await shot("respondent");
  await tap("respondent-carer");
  for (const [step, answer] of ["yes", "partly", "no"].entries()) {
    await page.waitForTimeout(400);
    await shot(`question-${step + 1}`);
    if (step === 2) {
      await tap("back");
      await page.waitForTimeout(400);
      await shot("question-2-again");
      await tap("answer-partly");
    }
    await tap(`answer-${answer}`);
  }
  await at("thanks").waitFor();
  await page.waitForTimeout(400);
  await shot("thanks");
  await page.clock.runFor(11_000);
  await at("screen-welcome").waitFor();
  const left = await page.evaluate((code) => {
    const storages = JSON.stringify({ ...localStorage, ...sessionStorage }).replace(
      /"homeward-setup":"(\\.|[^"])*"/,
      "",
    );
    const kept = document.documentElement.outerHTML + JSON.stringify(history.state) + location.href + storages;
    return kept.includes(code) || kept.includes("partly");
  }, knownCode);
  if (left) complaints.push(`${name}: something of the last patient is left`);
  await arrives((body) => body.visitCode === knownCode && body.answers.treatment === "partly", "the response");

  await tap(`language-${language}`);
  await type(answeredCode);
  await tap("visit-continue");
  await at("already-answered").waitFor();
  await page.waitForTimeout(400);
  await shot("already-answered");
  await page.clock.runFor(11_000);

  await tap(`language-${language}`);
  await tap("no-code");
  await tap("respondent-patient");
  await page.clock.runFor(92_000);
  await at("idle-warning").waitFor();
  await shot("idle");
  await page.clock.runFor(31_000);
  await at("screen-welcome").waitFor();
  await arrives((body) => body.outcome === "stopped" && Object.keys(body.answers).length === 0, "a stop");

  await tap(`language-${language}`);
  await type("000000Z1");
  await tap("visit-continue");
  await page.waitForFunction(() => document.querySelector('[data-testid="visit-says"]')?.className.includes("trouble"));
  await shot("visit-unknown");
  await tap("no-code");
  await page.goBack();
  await at("screen-welcome").waitFor();

  await page.evaluate(() => {
    IDBObjectStore.prototype.add = () => {
      throw new DOMException("no room", "QuotaExceededError");
    };
  });
  await tap(`language-${language}`);
  await tap("no-code");
  await tap("respondent-patient");
  for (const answer of ["yes", "yes", "yes"]) await tap(`answer-${answer}`);
  await at("save-failed").waitFor();
  await shot("save-failed");

  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await context.setOffline(true);
  await page.reload();
  await at("screen-welcome").waitFor();
  await context.setOffline(false);

  world.revoked = true;
  await page.reload();
  await at("screen-unavailable").waitFor();
  await shot("unavailable");
  await tap("staff-corner");
  await shot("staff-revoked");
  await context.close();
}

async function look(page, where) {
  const found = await page.evaluate((smallest) => {
    const problems = [];
    const { scrollHeight, clientHeight, scrollWidth, clientWidth } = document.documentElement;
    if (scrollHeight > clientHeight) problems.push(`scrolls down by ${scrollHeight - clientHeight}px`);
    if (scrollWidth > clientWidth) problems.push(`scrolls sideways by ${scrollWidth - clientWidth}px`);
    for (const element of document.querySelectorAll("button, h1, h2, p, .answers, .keypad, .typed, dl")) {
      const { top, left, bottom, right, width, height } = element.getBoundingClientRect();
      if (width === 0) continue;
      const name = element.getAttribute("data-testid") ?? element.textContent?.slice(0, 20);
      if (top < -1 || left < -1 || bottom > innerHeight + 1 || right > innerWidth + 1)
        problems.push(`${name} is cut off`);
      if (element.scrollWidth > element.clientWidth + 1) problems.push(`${name} overflows`);
      if (element.tagName === "BUTTON" && Math.min(width, height) < smallest) {
        problems.push(`${name} is only ${Math.round(width)}×${Math.round(height)}px`);
      }
    }
    const boxes = [...document.querySelectorAll("main > *, .visit-code > *, .asked > *")].map((element) => ({
      name: element.className || element.tagName,
      parent: element.parentElement,
      box: element.getBoundingClientRect(),
    }));
    for (const [at, one] of boxes.entries()) {
      for (const other of boxes.slice(at + 1)) {
        const apart =
          one.box.bottom <= other.box.top + 1 ||
          other.box.bottom <= one.box.top + 1 ||
          one.box.right <= other.box.left + 1 ||
          other.box.right <= one.box.left + 1;
        if (!apart && one.parent === other.parent) problems.push(`${one.name} lies over ${other.name}`);
      }
    }
    return problems;
  }, smallestTarget);
  complaints.push(...found.map((problem) => `${where}: ${problem}`));
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
    .analyze();
  for (const { id, nodes } of violations) {
    complaints.push(`${where}: ${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
  }
}

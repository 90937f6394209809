import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import AxeBuilder from "@axe-core/playwright";
import { launch } from "../dev/browser.mjs";
import { password, run } from "./homeward.mjs";

/** What a patient asks for on a tablet is on the unit's desk within five seconds, and rings, until it is over. */

const pictures = fileURLToPath(new URL("../../target/pictures/", import.meta.url));
let homeward;
let browser;
let desk;
let facility;
let unit;
let cookie;
let token;

before(async () => {
  await mkdir(pictures, { recursive: true });
  homeward = await run("--empty");
  browser = await launch();
  const signedIn = await ask("POST", "/session", { name: "admin", password });
  cookie = signedIn.headers.get("Set-Cookie").replace(/;.*/, "");
  facility = await said("POST", "/facilities", { name: "St. Ada", zone: "America/Chicago", languages: ["en"] });
  unit = await said("POST", `/units?facility=${facility.id}`, { name: "Ward 4" });
  await said("POST", `/units?facility=${facility.id}`, { name: "Ward 5" });
  const enrolment = { unitId: unit.id, name: "By the door" };
  const { code } = await said("POST", `/kiosk-enrolments?facility=${facility.id}`, enrolment);
  ({ token } = await said("POST", "/kiosk/enrolment", { code }));
  desk = await page({ width: 390, height: 844 });
});

after(async () => {
  await browser?.close();
  await homeward?.stop();
});

function ask(method, path, body) {
  return fetch(`${homeward.url}/api/v1${path}`, {
    method,
    headers: {
      "Content-Type": "application/json",
      ...(cookie && { Cookie: cookie }),
      ...(path.startsWith("/responses") && { Authorization: `Bearer ${token}` }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
}

async function said(method, path, body) {
  const answer = await ask(method, path, body);
  assert.ok(answer.ok, `${method} ${path}: ${answer.status}`);
  return answer.json();
}

async function page(viewport) {
  const context = await browser.newContext({ viewport, locale: "en-US" });
  const [name, value] = cookie.split("=");
  await context.addCookies([{ name, value, url: homeward.url }]);
  const opened = await context.newPage();
  // A machine without a loudspeaker: what would have sounded is counted.
  await opened.addInitScript(() => {
    window.notes = 0;
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (...when) {
      window.notes += 1;
      return start.apply(this, when);
    };
  });
  return opened;
}

async function asksForHelp(visitNumber, extras) {
  const discharge = await said("POST", `/discharges?facility=${facility.id}`, {
    visitNumber,
    unitId: unit.id,
    dischargedAt: new Date().toISOString(),
    language: "en",
  });
  await said("PUT", `/responses/${randomUUID()}`, {
    visitCode: discharge.visitCode,
    touchpoint: "at-discharge",
    channel: "kiosk",
    respondent: "patient",
    language: "en",
    instrument: 1,
    outcome: "complete",
    answers: { diagnosis: "yes", treatment: "no", "next-steps": "partly" },
    ...extras,
  });
}

const concern = (visitNumber) => desk.getByTestId("concern").filter({ hasText: visitNumber });

test("a wish is on the desk within five seconds, with a sound once it is turned on", async () => {
  await desk.goto(`${homeward.url}/admin/#/${facility.id}/desk?unit=${unit.id}`);
  await desk.getByTestId("desk-empty").waitFor();
  await desk.getByTestId("sound").click();
  await desk.getByText("Sound is on").waitFor();
  const before = await desk.evaluate(() => window.notes);
  await asksForHelp("V-1001", { explain: ["treatment", "next-steps"] });
  await concern("V-1001").waitFor({ timeout: 5_000 });
  assert.equal(await desk.evaluate(() => window.notes), before + 2);
  assert.match(await desk.title(), /^\(1\) /);
  assert.match(await concern("V-1001").textContent(), /Ward 4.*Not clear: Treatment, What is next.*just now/);
  await desk.screenshot({ path: `${pictures}desk.png`, fullPage: true });
});

test("the desk fits a phone and is accessible", async () => {
  const overflow = await desk.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(overflow <= 0, `${overflow} px too wide`);
  const { violations } = await new AxeBuilder({ page: desk }).withTags(["wcag2a", "wcag2aa", "wcag22aa"]).analyze();
  assert.deepEqual(
    violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target}`),
    [],
  );
});

test("who takes it is seen by the others, and how it ended too", async () => {
  const other = await page({ width: 1280, height: 800 });
  await other.goto(`${homeward.url}/admin/#/${facility.id}/desk`);
  await other.getByTestId("concern").waitFor();
  await concern("V-1001").getByTestId("take").click();
  await other.getByText("admin has it").waitFor({ timeout: 5_000 });
  await desk.waitForFunction(() => !document.title.startsWith("("));
  await concern("V-1001").getByTestId("end-explained").click();
  await desk.getByTestId("desk-empty").waitFor();
  await other.getByTestId("desk-empty").waitFor({ timeout: 5_000 });
  await other.getByTestId("desk-ended").getByText("Explained").waitFor();
  await other.context().close();
});

test("a desk of another unit does not show it, and a browser that was told to ring remembers", async () => {
  const [other] = (await said("GET", "/session")).facilities[0].units.filter(({ name }) => name === "Ward 5");
  await desk.goto(`${homeward.url}/admin/#/${facility.id}/desk?unit=${other.id}`);
  await desk.reload();
  await desk.getByText("Sound is on").waitFor();
  await desk.getByTestId("desk-empty").waitFor();
  await asksForHelp("V-1002", { explain: ["treatment"] });
  await desk.goto(`${homeward.url}/admin/#/${facility.id}/desk`);
  await concern("V-1002").waitFor();
});

test("own words are marked by staff and then gone from the desk", async () => {
  await asksForHelp("V-1003", { teachBack: "I rest, and I take the white pill at night" });
  await desk.reload();
  const words = desk.getByTestId("teach-back").filter({ hasText: "the white pill" });
  await words.getByText("V-1003").waitFor();
  await desk.screenshot({ path: `${pictures}desk-teach-back.png`, fullPage: true });
  await words.getByTestId("mark-correct").click();
  await words.waitFor({ state: "detached" });
});

test("an administrator chooses what tablets do", async () => {
  await desk.goto(`${homeward.url}/admin/#/${facility.id}/set-up`);
  await desk.getByTestId("option-teachBack").check();
  await desk.waitForFunction(() => !document.querySelector("[data-testid=option-teachBack]").disabled);
  const chosen = await said("GET", `/kiosk-options?facility=${facility.id}`);
  assert.deepEqual([chosen.offerHelp, chosen.teachBack], [true, true]);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { launch } from "./browser.mjs";
import { knownCode, startServer } from "./server.mjs";

/** What only a whole browser can show, against the small server. Run after a build: `node --test dev/journeys.mjs`. */

async function kiosk(journey) {
  const server = await startServer();
  const browser = await launch();
  try {
    const page = await (await browser.newContext({ viewport: { width: 800, height: 1280 }, locale: "en" })).newPage();
    await page.clock.install();
    const at = (id) => page.getByTestId(id);
    const enrol = async () => {
      await page.goto(`${server.url}/kiosk/#enrol=ABCDEFGH`);
      await at("enrol-submit").click();
      await at("screen-welcome").waitFor();
    };
    await journey({ page, at, enrol, server, world: server.world });
  } finally {
    await browser.close();
    await server.close();
  }
}

const responses = (world) => [...world.responses.values()].map((text) => JSON.parse(text));

/** A question takes answers once it has stood a moment, so that a second tap of the one before does not count. */
const settled = (page, step) =>
  page.waitForFunction(
    (progress) =>
      document.querySelector("[data-testid=progress]")?.textContent === progress &&
      document.querySelector("[data-testid=answer-yes]:enabled"),
    `${step} of 3`,
  );

async function eventually(true_) {
  for (let tries = 0; tries < 100; tries++) {
    if (await true_()) return;
    await new Promise((later) => setTimeout(later, 50));
  }
  assert.fail(`not in time: ${true_}`);
}

test("an insecure origin is refused before anything is asked", () =>
  kiosk(async ({ page, at, server, world }) => {
    await page.goto(`${server.url.replace("localhost", "kiosk.test")}/kiosk/#enrol=ABCDEFGH`);
    await at("refused-insecure").waitFor();
    assert.equal(await at("enrol-code").count(), 0);
    assert.ok(!world.requests.some(({ path }) => path.startsWith("/api/")));
  }));

test("a keyboard alone is enough", () =>
  kiosk(async ({ page, at, enrol, world }) => {
    await enrol();
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("data-testid")), "language-en");
    await page.keyboard.press("Enter");
    await at("screen-visit").waitFor();
    await page.keyboard.type(knownCode.toLowerCase());
    await page.keyboard.press("Enter");
    await at("screen-respondent").waitFor();
    assert.equal(await page.evaluate(() => document.activeElement?.tagName), "H1");
    for (let tabs = 0; tabs < 3; tabs++) await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await settled(page, 1);
    await page.keyboard.press("2");
    await settled(page, 2);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await settled(page, 3);
    await page.keyboard.press("1");
    await at("thanks").waitFor();
    await eventually(() => responses(world).length === 1);
    assert.deepEqual(responses(world)[0].answers, { diagnosis: "partly", treatment: "no", "next-steps": "yes" });
  }));

test("a second tap of a trembling hand does not answer the next question", () =>
  kiosk(async ({ page, at, enrol }) => {
    await enrol();
    await at("language-en").click();
    await at("no-code").click();
    await at("respondent-patient").click();
    await at("answer-yes").click({ clickCount: 2, delay: 20 });
    await settled(page, 2);
    assert.equal(await at("progress").textContent(), "2 of 3");
  }));

test("answers given while the server is down arrive later, as the same bytes, once", () =>
  kiosk(async ({ page, at, enrol, world }) => {
    await enrol();
    world.down = true;
    await at("language-en").click();
    for (const symbol of knownCode) await at(`key-${symbol}`).click();
    await at("visit-continue").click();
    await at("respondent-patient").click();
    for (const answer of ["yes", "no", "partly"]) await at(`answer-${answer}`).click();
    await at("thanks").waitFor();
    await at("done").click();
    await at("staff-corner").click();
    await eventually(async () => (await at("staff-unsent").textContent()) === "1");
    await page.reload();
    await at("screen-welcome").waitFor();
    world.down = false;
    await page.clock.runFor(10 * 60_000);
    await eventually(() => responses(world).length === 1);
    const tries = world.requests.filter(({ method }) => method === "PUT");
    assert.ok(tries.length >= 2);
    assert.equal(new Set(tries.map(({ path, text }) => path + text)).size, 1);
    await at("staff-corner").click();
    await eventually(async () => (await at("staff-unsent").textContent()) === "0");
  }));

test("Back shows the first screen, however often it is pressed", () =>
  kiosk(async ({ page, at, enrol, world }) => {
    await enrol();
    const address = page.url();
    for (let patient = 0; patient < 2; patient++) {
      await at("language-es").click();
      await at("no-code").click();
      await at("respondent-carer").click();
      await at("answer-no").click();
      await page.goBack();
      await at("screen-welcome").waitFor();
      assert.equal(page.url(), address);
    }
    await eventually(() => responses(world).length === 2);
    for (const { outcome, answers } of responses(world)) {
      assert.equal(outcome, "stopped");
      assert.deepEqual(answers, {});
    }
  }));

import assert from "node:assert/strict";
import { test } from "node:test";
import AxeBuilder from "@axe-core/playwright";
import { launch } from "./browser.mjs";
import { cameras, launchBefore, watchCameras } from "./camera.mjs";
import { closedCode, knownCode, knownPin, startServer } from "./server.mjs";

/** The ways to a patient's visit, in a whole browser against the small server. Run after a build. */

const visits = [
  { visitNumber: "V-20417", visitCode: knownCode, dischargedAt: "2026-11-22T19:30:00Z", language: "es", answered: [] },
  {
    visitNumber: "V-20398",
    visitCode: "0000001Y",
    dischargedAt: "2026-11-22T16:05:00Z",
    language: "en",
    answered: ["at-discharge"],
  },
];

async function kiosk(journey, { browser: opening = launch(), camera = true, locale = "en" } = {}) {
  const [server, browser] = await Promise.all([startServer(), opening]);
  try {
    const context = await browser.newContext({ viewport: { width: 800, height: 1280 }, locale });
    if (camera) await context.grantPermissions(["camera"], { origin: server.url });
    const page = await context.newPage();
    await page.clock.install();
    await watchCameras(page);
    server.world.discharges = visits;
    const at = (id) => page.getByTestId(id);
    await page.goto(`${server.url}/kiosk/#enrol=ABCDEFGH`);
    await at("enrol-submit").click();
    await at("screen-welcome").waitFor();
    await journey({ page, at, context, world: server.world });
  } finally {
    await browser.close();
    await server.close();
  }
}

const responses = (world) => [...world.responses.values()].map((text) => JSON.parse(text));

async function eventually(true_) {
  for (let tries = 0; tries < 200; tries++) {
    if (await true_()) return;
    await new Promise((later) => setTimeout(later, 50));
  }
  assert.fail(`not in time: ${true_}`);
}

async function accessible(page, what) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
    .analyze();
  assert.deepEqual(
    violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target}`),
    [],
    what,
  );
}

/** Everything that a page could keep of what it showed, but for the wording in its set-up. */
const kept = (page) =>
  page.evaluate(() => {
    const storages = JSON.stringify({ ...localStorage, ...sessionStorage }).replace(
      /"homeward-setup":"(\\.|[^"])*"/,
      "",
    );
    return document.documentElement.outerHTML + JSON.stringify(history.state) + location.href + storages;
  });

async function cameraIsGone(page) {
  await eventually(async () => (await page.locator("video, canvas").count()) === 0);
  await eventually(async () => (await cameras(page)).every((state) => state === "ended"));
}

test("the camera reads the slip's code, and is off and gone afterwards", () =>
  kiosk(
    async ({ page, at, world }) => {
      await at("language-en").click();
      await at("scan").click();
      await at("screen-respondent").waitFor();
      assert.equal((await cameras(page)).length, 1);
      await cameraIsGone(page);
      await at("respondent-patient").click();
      await at("stop").click();
      await at("screen-welcome").waitFor();
      await eventually(() => responses(world).length === 1);
      assert.equal(responses(world)[0].visitCode, knownCode);
      assert.ok(!(await kept(page)).includes(knownCode));
    },
    { browser: launchBefore(knownCode) },
  ));

test("the camera reads without a network too", () =>
  kiosk(
    async ({ page, at, context, world }) => {
      await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
      world.down = true;
      await context.setOffline(true);
      await page.reload();
      await at("language-en").click();
      await at("scan").click();
      await at("screen-respondent").waitFor();
      await cameraIsGone(page);
    },
    { browser: launchBefore(knownCode) },
  ));

test("where the browser has a detector of its own, that one reads", () =>
  kiosk(
    async ({ page, at }) => {
      await page.addInitScript((code) => {
        window.BarcodeDetector = class {
          static getSupportedFormats = async () => ["qr_code"];
          detect = async () => [{ rawValue: `${code.slice(0, 4)}-${code.slice(4)}`.toLowerCase() }];
        };
      }, knownCode);
      await page.reload();
      await at("language-en").click();
      await at("scan").click();
      await at("screen-respondent").waitFor();
      await cameraIsGone(page);
    },
    { browser: launchBefore(null) },
  ));

test("leaving the camera turns it off, by every way out", () =>
  kiosk(
    async ({ page, at }) => {
      const open = async () => {
        await at("language-en").click();
        await at("scan").click();
        await page.getByText("Hold the square").waitFor();
        assert.equal((await cameras(page)).at(-1), "live");
      };
      await open();
      await accessible(page, "the camera's screen");
      await at("scan-type").click();
      await at("screen-visit").waitFor();
      await cameraIsGone(page);
      await at("back").click();
      await open();
      await page.goBack();
      await at("screen-welcome").waitFor();
      await cameraIsGone(page);
      await open();
      await page.clock.runFor(125_000);
      await at("screen-welcome").waitFor();
      await cameraIsGone(page);
    },
    { browser: launchBefore(null) },
  ));

test("what the camera sees and is no visit code leads nowhere", () =>
  kiosk(
    async ({ page, at, world }) => {
      await at("language-en").click();
      await at("scan").click();
      await page.getByText("Hold the square").waitFor();
      await page.clock.runFor(5_000);
      assert.equal(await at("screen-scan").count(), 1);
      assert.ok(!world.requests.some(({ path }) => path === "/api/v1/kiosk/visits"));
    },
    { browser: launchBefore("https://example.com/7K3M9QX1") },
  ));

test("a camera that may not be used is said kindly, and the code can be typed", () =>
  kiosk(
    async ({ page, at }) => {
      await at("language-en").click();
      await at("scan").click();
      await page.getByText("may not use its camera").waitFor();
      await accessible(page, "a camera that was refused");
      await page.keyboard.press("Tab");
      assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("data-testid")), "scan-type");
      await page.keyboard.press("Enter");
      await at("screen-visit").waitFor();
      await page.keyboard.type(knownCode);
      await page.keyboard.press("Enter");
      await at("screen-respondent").waitFor();
    },
    { browser: launchBefore(knownCode), camera: false },
  ));

test("a visit whose questions are closed leads to staff, and leaves nothing", () =>
  kiosk(async ({ page, at, world }) => {
    await at("language-en").click();
    for (const symbol of closedCode) await at(`key-${symbol}`).click();
    await at("visit-continue").click();
    await at("not-open").waitFor();
    await accessible(page, "a closed visit");
    assert.equal(await page.locator(".face").count(), 0);
    await page.clock.runFor(11_000);
    await at("screen-welcome").waitFor();
    assert.ok(!(await kept(page)).includes(closedCode));
    assert.deepEqual(responses(world), []);
  }));

test("staff pick a visit by the keyboard alone, and nothing of the list or the PIN stays", () =>
  kiosk(async ({ page, at, world }) => {
    await at("staff-corner").click();
    await at("staff-pick").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.type("111111");
    assert.equal(await at("pin-typed").getAttribute("data-length"), "6");
    await accessible(page, "the PIN");
    await page.keyboard.press("Enter");
    await page.getByText("This is not the unit's PIN.").waitFor();
    await page.keyboard.type(knownPin);
    await page.keyboard.press("Enter");
    await at("day").waitFor();
    await accessible(page, "the day's discharges");
    assert.equal(await at("day-visit").nth(1).isDisabled(), true);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await accessible(page, "the patient's language");
    // The patient's own language has the focus.
    await page.keyboard.press("Enter");
    await at("screen-respondent").waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.lang), "es");
    const shown = await kept(page);
    for (const secret of ["V-20417", "V-20398", knownPin, "111111"]) assert.ok(!shown.includes(secret), secret);
    await at("stop").click();
    await eventually(() => responses(world).length === 1);
    assert.equal(responses(world)[0].visitCode, knownCode);
    assert.ok(!(await kept(page)).includes(knownCode));
  }));

test("the day's list closes by itself, and is asked for anew with the PIN", () =>
  kiosk(async ({ page, at }) => {
    const open = async () => {
      await at("staff-corner").click();
      await at("staff-pick").click();
      for (const digit of knownPin) await at(`pin-${digit}`).click();
      await at("pin-enter").click();
      await at("day").waitFor();
    };
    await open();
    await page.clock.runFor(121_000);
    await at("pick").waitFor({ state: "detached" });
    assert.ok(!(await kept(page)).includes("V-20417"));
    await open();
    await page.reload();
    await at("screen-welcome").waitFor();
    assert.ok(!(await kept(page)).includes("V-20417"));
    await at("staff-corner").click();
    await at("staff-pick").click();
    assert.equal(await at("pin-typed").getAttribute("data-length"), "0");
  }));

test("a tablet that is put out of use says so after the patient, and sends what it holds", () =>
  kiosk(async ({ page, at, world }) => {
    await at("language-en").click();
    await at("no-code").click();
    await at("respondent-patient").click();
    world.locked = true;
    await at("stop").click();
    await at("screen-unavailable").waitFor();
    await eventually(() => responses(world).length === 1);
    await at("staff-corner").click();
    await at("staff-locked").waitFor();
    assert.equal(await at("staff-pick").count(), 0);
    await accessible(page, "a locked tablet");
    await at("staff-close").click();
    world.locked = false;
    await page.clock.runFor(6 * 60_000);
    await at("screen-welcome").waitFor();
  }));

test("a tablet reports how it is", () =>
  kiosk(async ({ world, at }) => {
    await at("language-en").click();
    await at("back").click();
    await eventually(() => world.requests.some(({ path }) => path === "/api/v1/kiosk/contact"));
    const { text } = world.requests.find(({ path }) => path === "/api/v1/kiosk/contact");
    const report = JSON.parse(text);
    assert.equal(report.unsent, 0);
    assert.equal(report.oldestUnsentSeconds, null);
    assert.equal(typeof report.storagePersisted, "boolean");
    assert.ok(report.batteryPercent === null || (report.batteryPercent >= 0 && report.batteryPercent <= 100));
    assert.ok(!Number.isNaN(Date.parse(report.deviceTime)));
  }));

import assert from "node:assert/strict";
import { test } from "node:test";
import { launch } from "./browser.mjs";
import { knownCode, startServer } from "./server.mjs";

/** The course besides the three questions, and that nothing of one patient is left for the next. */

const everything = { offerHelp: true, askNumber: true, teachBack: true, keepAbandonedAnswers: false };
const ownWords = "I will rest first, canary-4711";
const number = "2025550123";

async function kiosk(options, journey) {
  const server = await startServer();
  server.world.options = { ...everything, ...options };
  const browser = await launch();
  try {
    const page = await (await browser.newContext({ viewport: { width: 800, height: 1280 }, locale: "en" })).newPage();
    await page.clock.install();
    const at = (id) => page.getByTestId(id);
    const tap = (id) => at(id).click();
    await page.goto(`${server.url}/kiosk/#enrol=ABCDEFGH`);
    await tap("enrol-submit");
    await at("screen-welcome").waitFor();
    await journey(new Patient(page), { page, at, tap, world: server.world });
  } finally {
    await browser.close();
    await server.close();
  }
}

/** What a patient does, so that a journey reads as one. */
class Patient {
  constructor(page) {
    this.page = page;
  }

  tap(id) {
    return this.page.getByTestId(id).click();
  }

  sees(id) {
    return this.page.getByTestId(id).waitFor();
  }

  async arrives(language = "en") {
    await this.tap(`language-${language}`);
    await this.entersTheCode();
  }

  async entersTheCode() {
    for (const symbol of knownCode) await this.tap(`key-${symbol}`);
    await this.tap("visit-continue");
    await this.tap("respondent-patient");
  }

  async types(digits) {
    for (const digit of digits) await this.tap(`digit-${digit}`);
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

test("a patient who has not understood is asked once whether somebody shall explain, and hears that staff know", () =>
  kiosk({ askNumber: false, teachBack: false }, async (patient, { page, at, world }) => {
    await patient.arrives();
    await patient.tap("answer-partly");
    await patient.tap("help-yes");
    await patient.tap("answer-no");
    await patient.tap("answer-yes");
    await patient.sees("thanks");
    await page.getByText("Our staff know that you want help").waitFor();
    assert.equal(await at("screen-help").count(), 0);
    assert.deepEqual(responses(world)[0].explain, ["diagnosis", "treatment"]);
  }));

test("while nobody can be reached, the patient is asked to tell their nurse", () =>
  kiosk({ askNumber: false, teachBack: false }, async (patient, { page, world }) => {
    await patient.arrives();
    world.down = true;
    await patient.tap("answer-no");
    await patient.tap("help-yes");
    await patient.tap("answer-yes");
    await patient.tap("answer-yes");
    await patient.sees("thanks");
    await page.getByText("Please tell your nurse that you want help").waitFor();
    assert.equal(await page.getByText("Our staff know").count(), 0);
  }));

test("own words and a number go with the answers, and the consent as it was read", () =>
  kiosk({}, async (patient, { at, world }) => {
    await patient.arrives("es");
    for (const answer of ["yes", "yes", "yes"]) await patient.tap(`answer-${answer}`);
    const words = at("own-words");
    await words.fill(ownWords);
    assert.equal(await words.getAttribute("autocomplete"), "off");
    assert.equal(await words.getAttribute("spellcheck"), "false");
    assert.equal(await words.getAttribute("autocorrect"), "off");
    await patient.tap("teach-back-continue");
    assert.match(await at("consent").textContent(), /^Acepto recibir mensajes/);
    await patient.types("202");
    await patient.tap("number-agree");
    assert.match(await at("number-says").textContent(), /más cifras/);
    await patient.types("5550123");
    await patient.tap("number-agree");
    await patient.sees("thanks");
    await eventually(() => responses(world).length === 1);
    assert.equal(responses(world)[0].teachBack, ownWords);
    assert.deepEqual(responses(world)[0].followUp, { number, consent: { version: 1, language: "es" } });
  }));

test("no number is asked for where there is one, and all of it may be left out", () =>
  kiosk({}, async (patient, { at, world }) => {
    world.numberKnown = true;
    await patient.arrives();
    await patient.tap("answer-no");
    await patient.tap("help-no");
    for (const answer of ["yes", "yes"]) await patient.tap(`answer-${answer}`);
    await patient.tap("teach-back-skip");
    await patient.sees("thanks");
    assert.equal(await at("screen-number").count(), 0);
    await eventually(() => responses(world).length === 1);
    const [{ explain, teachBack, followUp }] = responses(world);
    assert.deepEqual(
      { explain, teachBack, followUp },
      { explain: undefined, teachBack: undefined, followUp: undefined },
    );
  }));

test("an employee asks aloud with the words before them, and the answers are kept apart", () =>
  kiosk({ askNumber: false, teachBack: false }, async (patient, { at, world }) => {
    await patient.tap("staff-corner");
    await patient.tap("staff-ask");
    await patient.tap("asking-es");
    await patient.entersTheCode();
    assert.match(await at("script").textContent(), /Hola\. Antes de irse a casa/);
    await patient.tap("answer-yes");
    assert.doesNotMatch(await at("script").textContent(), /Hola/);
    assert.match(await at("script").textContent(), /Puede decir sí/);
    await patient.tap("answer-yes");
    await patient.tap("answer-partly");
    await patient.tap("help-no");
    await patient.sees("thanks");
    await eventually(() => responses(world).length === 1);
    const [{ channel, language, answers }] = responses(world);
    assert.deepEqual([channel, language, answers.treatment], ["staff", "es", "yes"]);
  }));

/** Everything that a page and its storages could tell the next person. */
const everythingLeft = (page) =>
  page.evaluate(async () => {
    const storages = JSON.stringify({ ...localStorage, ...sessionStorage }).replace(
      /"homeward-setup":"(\\.|[^"])*"/,
      "",
    );
    const fields = [...document.querySelectorAll("input, textarea, select")].map((field) => field.value);
    const kept = [];
    for (const name of await caches.keys()) {
      for (const request of await (await caches.open(name)).keys()) kept.push(request.url);
    }
    return [
      document.documentElement.outerHTML,
      JSON.stringify(history.state),
      location.href,
      document.title,
      document.cookie,
      storages,
      ...fields,
      ...kept,
    ].join("\n");
  });

/** Until the number is typed: everything that a patient can leave behind. */
async function leavesTraces(patient, at) {
  await patient.arrives();
  await patient.tap("answer-partly");
  await patient.tap("help-yes");
  for (const answer of ["no", "yes"]) await patient.tap(`answer-${answer}`);
  await at("own-words").fill(ownWords);
  await patient.tap("teach-back-continue");
  await patient.types(number);
}

const ways = {
  "after thanks": async (patient, { page }) => {
    await patient.tap("number-agree");
    await patient.sees("thanks");
    await page.clock.runFor(11_000);
  },
  "after a time-out": async (_patient, { page, at }) => {
    await page.clock.runFor(91_000);
    await at("idle-warning").waitFor();
    await page.clock.runFor(31_000);
  },
  "after the browser's Back": async (_patient, { page }) => {
    await page.goBack();
  },
};

for (const [when, leaves] of Object.entries(ways)) {
  test(`nothing of the last patient is left ${when}`, () =>
    kiosk({}, async (patient, around) => {
      const { page, at } = around;
      const address = page.url();
      await leavesTraces(patient, at);
      assert.match(await everythingLeft(page), new RegExp(number));
      await leaves(patient, around);
      await patient.sees("screen-welcome");
      const left = await everythingLeft(page);
      for (const trace of [ownWords, "canary", number, knownCode, "partly"]) {
        assert.ok(!left.includes(trace), `${trace} is left`);
      }
      await page.goBack().catch(() => {});
      if (page.url() === "about:blank") await page.goForward();
      await patient.sees("screen-welcome");
      assert.equal(page.url(), address);
      await patient.arrives();
      assert.equal(await page.locator("[aria-pressed=true]").count(), 0);
      for (const _question of [1, 2, 3]) await patient.tap("answer-yes");
      assert.equal(await at("own-words").inputValue(), "");
    }));
}

test("what was answered before leaving is not stored, unless the facility keeps it", async () => {
  for (const keepAbandonedAnswers of [false, true]) {
    await kiosk({ keepAbandonedAnswers, offerHelp: false }, async (patient, { world }) => {
      await patient.arrives();
      await patient.tap("answer-no");
      await patient.sees("back");
      await patient.tap("stop");
      await patient.sees("screen-welcome");
      await eventually(() => responses(world).length === 1);
      const [{ outcome, answers }] = responses(world);
      assert.equal(outcome, "stopped");
      assert.deepEqual(answers, keepAbandonedAnswers ? { diagnosis: "no" } : {});
    });
  }
});

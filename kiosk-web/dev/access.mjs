import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import { launch } from "./browser.mjs";
import { Listener } from "./listener.mjs";
import { startServer } from "./server.mjs";

/** The kiosk for who cannot see it, cannot touch it, or sees little. Run after a build: `node --test dev/access.mjs`. */

const wording = new URL("../../backend/src/main/resources/org/homeward/survey/", import.meta.url);
const languages = JSON.parse(readFileSync(new URL("languages.json", wording), "utf8"));
const catalogue = (language) => JSON.parse(readFileSync(new URL(`wording/${language}.json`, wording), "utf8"));
const speech = fileURLToPath(new URL("../dist/kiosk/assets/speech/", import.meta.url));

async function kiosk(journey, { spoken = ["en", "es"], keys = false, clock = false, ...options } = {}) {
  const server = await startServer(0, spoken);
  const browser = await launch();
  try {
    const context = await browser.newContext({
      viewport: { width: 800, height: 1280 },
      locale: "en",
      hasTouch: true,
      ...options,
    });
    const page = await context.newPage();
    const trouble = [];
    page.on("framenavigated", (frame) => process.env.DEBUG_NAV && console.log("nav", frame.url()));
    page.on("pageerror", (error) => trouble.push(String(error)));
    const listener = new Listener(page, { keys });
    await listener.arrives();
    if (clock) await page.clock.install();
    const at = (id) => page.getByTestId(id);
    await page.goto(`${server.url}/kiosk/#enrol=ABCDEFGH`);
    await at("enrol-submit").click();
    await at("screen-welcome").waitFor();
    await journey({ page, at, listener, context, world: server.world });
    assert.deepEqual(trouble, []);
  } finally {
    await browser.close();
    await server.close();
  }
}

async function eventually(true_, what = String(true_)) {
  for (let tries = 0; tries < 200; tries++) {
    if (await true_()) return;
    await new Promise((later) => setTimeout(later, 50));
  }
  assert.fail(`not in time: ${what}`);
}

const responses = (world) => [...world.responses.values()].map((text) => JSON.parse(text));

/** The whole survey, by what is heard: nothing below looks at the page. */
async function surveyBySound({ listener, world }, language, begin) {
  const says = catalogue(language);
  const chosen = async (text) => {
    const from = (await listener.heard()).length;
    await listener.chooses(text);
    const at = await listener.hears(says["kiosk.speech.chosen"], from);
    await listener.hears(text, at);
    return at;
  };
  await begin();
  await listener.chooses(says["language.name"]);
  await listener.hears(says["kiosk.visit.title"]);
  await listener.chooses(says["kiosk.visit.none"]);
  await listener.hears(says["kiosk.respondent.title"]);
  let from = await chosen(says["kiosk.respondent.carer"]);
  for (const [item, answer] of [
    ["diagnosis", "partly"],
    ["treatment", "no"],
    ["next-steps", "yes"],
  ]) {
    await listener.hears(says[`question.${item}.kiosk`], from);
    from = await chosen(says[`answer.${answer}`]);
  }
  await listener.hears(says["kiosk.thanks.saved"], from);
  await eventually(() => responses(world).length === 1, "the response arrives");
  const { language: stored, respondent, answers, outcome } = responses(world)[0];
  assert.deepEqual(
    { stored, respondent, answers, outcome },
    {
      stored: language,
      respondent: "carer",
      answers: { diagnosis: "partly", treatment: "no", "next-steps": "yes" },
      outcome: "complete",
    },
  );
}

test("a complete survey in Spanish by sound alone, with swipes and touches", () =>
  kiosk((patient) =>
    surveyBySound(patient, "es", async () => {
      await patient.listener.swipes();
      await patient.listener.hears(catalogue("en")["kiosk.speech.headphones"]);
    }),
  ));

test("a complete survey in Arabic by sound alone, with arrow keys and Enter", () =>
  kiosk(
    (patient) =>
      surveyBySound(patient, "ar", async () => {
        await patient.page.keyboard.press("ArrowDown");
        await patient.listener.hears(catalogue("en")["kiosk.speech.headphones"]);
      }),
    { spoken: ["en", "ar"], keys: true },
  ));

test("a language without a voice shows no listen button, and its neighbours keep theirs", () =>
  kiosk(
    async ({ at }) => {
      await at("listen").waitFor();
      await at("language-tl").click();
      await at("screen-visit").waitFor();
      assert.equal(await at("listen").count(), 0);
      await at("back").click();
      await at("language-en").click();
      await at("screen-visit").waitFor();
      await at("listen").waitFor();
    },
    { spoken: ["en", "tl"] },
  ));

test("listen stands in the same corner of every screen, in every direction of writing", () =>
  kiosk(
    async ({ at }) => {
      const corner = async () => {
        const { x, y, height } = await at("listen").boundingBox();
        return { x, bottom: y + height };
      };
      const first = await corner();
      for (const [go, screen] of [
        ["language-ar", "screen-visit"],
        ["no-code", "screen-respondent"],
        ["respondent-patient", "screen-question"],
      ]) {
        await at(go).click();
        await at(screen).waitFor();
        assert.deepEqual(await corner(), first, screen);
      }
      await at("listen").click();
      await at("repeat").waitFor();
      assert.deepEqual(await corner(), first, "while it reads");
    },
    { spoken: ["en", "ar"] },
  ));

test("what was being said ends with the patient, and the next one finds the tablet as it was", () =>
  kiosk(async ({ page, at, listener }) => {
    await at("strong-contrast").click();
    await at("large-text").click();
    await at("language-en").click();
    await at("listen").click();
    await listener.hears(catalogue("en")["kiosk.speech.headphones"]);
    await at("quieter").click();
    await page.goBack();
    await at("screen-welcome").waitFor();
    const left = await page.evaluate(() => ({
      silent: window.loudspeaker.paused && !window.loudspeaker.hasAttribute("src"),
      look: document.documentElement.className,
    }));
    assert.deepEqual(left, { silent: true, look: "" });
    assert.equal(await at("listen").getAttribute("aria-pressed"), "false");
    assert.equal((await listener.heard()).at(-1), "|");
  }));

test("who walks away from a first screen that reads aloud leaves it silent", () =>
  kiosk(
    async ({ page, at, listener }) => {
      await at("listen").click();
      await listener.hears("Español");
      await at("large-text").click();
      await page.goBack();
      await eventually(() =>
        page.evaluate(() => window.loudspeaker.paused && document.documentElement.className === ""),
      );
      assert.equal(await at("listen").getAttribute("aria-pressed"), "false");
    },
    { clock: true },
  ));

test("the warning is spoken to everybody, any touch extends the time, and without one the screen is cleared", () =>
  kiosk(
    async ({ page, at, listener }) => {
      const says = catalogue("en");
      await at("language-en").click();
      await at("no-code").click();
      await at("screen-respondent").waitFor();
      await page.clock.runFor(91_000);
      await at("idle-warning").waitFor();
      await listener.hears(says["kiosk.idle.title"]);
      await listener.hears(inThirtySeconds(says["kiosk.idle.text"], "en"));
      await listener.touches();
      await at("idle-warning").waitFor({ state: "detached" });
      await at("screen-respondent").waitFor();
      await page.clock.runFor(89_000);
      assert.equal(await at("idle-warning").count(), 0);
      await page.clock.runFor(2_000);
      await at("idle-warning").waitFor();
      await page.keyboard.press("x");
      await at("idle-warning").waitFor({ state: "detached" });
      await page.clock.runFor(91_000);
      await at("idle-warning").waitFor();
      await page.clock.runFor(31_000);
      await at("screen-welcome").waitFor();
      await eventually(() => page.evaluate(() => window.loudspeaker.paused));
    },
    { clock: true },
  ));

test("the tablet reads aloud without a network", () =>
  kiosk(async ({ page, at, listener, context, world }) => {
    const expected = ["en", "es"].reduce(
      (sum, language) => sum + new Set(Object.values(audioOf(language))).size + 1,
      0,
    );
    await eventually(
      () =>
        page.evaluate(async (all) => (await (await caches.open("homeward-speech")).keys()).length === all, expected),
      "all audio is kept",
    );
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await context.setOffline(true);
    await page.reload();
    await at("screen-welcome").waitFor();
    const asked = world.requests.length;
    await at("listen").click();
    await listener.hearsToTheEnd(catalogue("en")["kiosk.speech.headphones"]);
    await listener.hearsToTheEnd("Español");
    assert.deepEqual(
      world.requests
        .slice(asked)
        .map(({ path }) => path)
        .filter((path) => path.includes("speech")),
      [],
    );
  }));

/** With a switch for Tab and one for Enter, or a keyboard of which no more can be reached. */
test("a complete survey with two switches, whose place is always seen", () =>
  kiosk(async ({ page, at, world }) => {
    const choose = async (id) => {
      for (let tabs = 0; tabs < 60; tabs++) {
        await page.keyboard.press("Tab");
        const place = await page.evaluate(() => {
          const { activeElement } = document;
          if (!activeElement || activeElement === document.body) return null;
          const { outlineStyle, outlineWidth } = getComputedStyle(activeElement);
          return {
            id: activeElement.dataset.testid,
            seen: outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 3,
          };
        });
        if (place) assert.ok(place.seen, `the focus is not seen on ${place.id}`);
        if (place?.id === id) return page.keyboard.press("Enter");
      }
      assert.fail(`Tab never came to ${id}`);
    };
    await choose("large-text");
    await choose("language-en");
    await at("screen-visit").waitFor();
    await choose("no-code");
    await at("screen-respondent").waitFor();
    await choose("respondent-interpreter");
    for (const [step, answer] of ["no", "partly", "yes"].entries()) {
      await page.getByText(`${step + 1} of 3`).waitFor();
      await page.locator("[data-testid=answer-yes]:enabled").waitFor();
      await choose(`answer-${answer}`);
    }
    await at("thanks").waitFor();
    await page.locator("[data-testid=done]:enabled").waitFor();
    await choose("done");
    await at("screen-welcome").waitFor();
    await eventually(() => responses(world).length === 1);
    assert.deepEqual(responses(world)[0].answers, { diagnosis: "no", treatment: "partly", "next-steps": "yes" });
  }));

for (const [what, options, before] of [
  ["read aloud", {}, ["listen"]],
  ["in strong contrast and large text", {}, ["strong-contrast", "large-text"]],
  ["where the system asks for contrast", { contrast: "more" }, []],
  ["where the system chooses the colours", { forcedColors: "active" }, []],
]) {
  test(`every screen ${what} breaks no rule of accessibility, and its answers are 60 pixels or more`, () =>
    kiosk(
      async ({ page, at }) => {
        const look = async (screen) => {
          await at(screen).waitFor();
          await page.locator("button:disabled").first().waitFor({ state: "detached" });
          const { violations } = await new AxeBuilder({ page })
            .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
            .analyze();
          assert.deepEqual(
            violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target}`),
            [],
            screen,
          );
          const small = await page.evaluate(() =>
            [...document.querySelectorAll(".answer, .choice, .language, .tool")]
              .map((one) => [one.dataset.testid, one.getBoundingClientRect()])
              .filter(([, { width, height }]) => Math.min(width, height) < 60)
              .map(([id]) => id),
          );
          assert.deepEqual(small, [], screen);
        };
        for (const id of before) await at(id).click();
        await look("screen-welcome");
        const choose = async (id) => {
          await at(id).focus();
          await page.keyboard.press("Enter");
        };
        await choose("language-es");
        await look("screen-visit");
        await choose("no-code");
        await look("screen-respondent");
        await choose("respondent-patient");
        await look("screen-question");
        for (const answer of ["yes", "no", "partly"]) {
          await page.locator("[data-testid=answer-yes]:enabled").waitFor();
          const step = await at("progress").textContent();
          await choose(`answer-${answer}`);
          await eventually(
            async () => (await at("progress").count()) === 0 || (await at("progress").textContent()) !== step,
          );
        }
        await look("thanks");
      },
      { ...options, reducedMotion: "reduce" },
    ));
}

/** Seconds of an Ogg Opus file: the last page's granule position, at 48 kHz (RFC 7845). */
function seconds(file) {
  const bytes = readFileSync(file);
  return Number(bytes.readBigInt64LE(bytes.lastIndexOf("OggS") + 6)) / 48_000;
}

/** The warning as it comes: its blank is a number, or a plural by ICU. */
function inThirtySeconds(text, language) {
  const [plural, cases] = /\{seconds, plural,((?: \w+ \{[^}]*\})+)\}/.exec(text) ?? ["{seconds}", " other {#}"];
  const forms = new Map([...cases.matchAll(/(\w+) \{([^}]*)\}/g)].map(([, category, form]) => [category, form]));
  const form = forms.get(new Intl.PluralRules(language).select(30)) ?? forms.get("other");
  return text.replace(plural, form.replace("#", new Intl.NumberFormat(`${language}-u-nu-latn`).format(30)));
}

/** What the build made for a language: its texts and their files. */
function audioOf(language) {
  const name = catalogue(language)["language.name"];
  return readdirSync(speech)
    .filter((file) => file.endsWith(".json") && file !== "voices.json")
    .map((file) => JSON.parse(readFileSync(speech + file, "utf8")))
    .map(({ recorded, synthesised }) => ({ ...synthesised, ...recorded }))
    .find((texts) => name in texts);
}

/** Every text that the kiosk says in a language, with its blanks filled in. */
function spokenIn(language) {
  const texts = Object.entries(catalogue(language))
    .filter(([key]) => /^(kiosk\.|answer\.|language\.name$|consent\.text$|question\..+\.kiosk$)/.test(key))
    .filter(([key]) => key !== "kiosk.demonstration")
    .map(([, text]) => inThirtySeconds(text, language))
    .flatMap((text) =>
      text.includes("{step}")
        ? [..."123"]
            .map((n) => [n, 3])
            .concat([..."12345678"].map((n) => [n, 8]))
            .map(([step, steps]) => text.replace("{step}", step).replace("{steps}", steps))
        : [text],
    );
  return new Set([...texts, ..."0123456789ABCDEFGHJKMNPQRSTVWXYZ+"]);
}

test("every language with a voice has a file of plausible length for all that the kiosk says, and Tagalog says it has none", () => {
  const voices = JSON.parse(readFileSync(`${speech}voices.json`, "utf8"));
  assert.deepEqual(Object.keys(voices).sort(), [...languages].sort());
  assert.deepEqual(voices.tl, { voice: null, recorded: 0, synthesised: 0 });
  for (const language of languages.filter((one) => one !== "tl")) {
    const list = audioOf(language);
    assert.ok(list, `${language} has audio`);
    assert.deepEqual(
      [...spokenIn(language)].filter((text) => !list[text]),
      [],
      language,
    );
    for (const [text, file] of Object.entries(list)) {
      if (!file.endsWith(".opus")) continue;
      const long = seconds(speech + file);
      // A letter's name takes a fifth of a second at least; nobody reads slower than three characters a second.
      assert.ok(long > 0.2 && long < 2 + text.length / 3, `${language} "${text}": ${long} s`);
    }
  }
});

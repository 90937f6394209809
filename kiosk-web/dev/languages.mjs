import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import { launch } from "./browser.mjs";
import { answeredCode, closedCode, knownCode, startServer } from "./server.mjs";

/**
 * Every screen of the kiosk in every language, against the small server: nothing scrolls on a tablet either way up, nothing
 * is cut off at 200 % zoom, targets are large, axe finds nothing, and each screen says its language and its direction.
 * Pictures go to target/pictures/languages. Run after a build: `node --test dev/languages.mjs`.
 */

const survey = new URL("../../backend/src/main/resources/org/homeward/survey/", import.meta.url);
const read = (name) => JSON.parse(readFileSync(new URL(name, survey), "utf8"));
const languages = read("languages.json");
const pictures = fileURLToPath(new URL("../../target/pictures/languages/", import.meta.url));

/** Each screen is seen in all of them. A browser at 200 % lays a page out as one of half the width and height. */
const views = {
  zoomed: { size: { width: 400, height: 640 }, mayScroll: true, axe: true },
  landscape: { size: { width: 1280, height: 800 } },
  portrait: { size: { width: 800, height: 1280 }, axe: true },
};

const smallestTarget = 44;
const smallestAnswer = 60;

/** How to come from one screen to the next, in the order of a walk. A new screen needs one line here. */
const walk = [
  ["welcome", () => {}],
  ["visit", (kiosk) => kiosk.tap("language-{}")],
  ["visit-mistyped", (kiosk) => kiosk.type("7K3M9QX2")],
  [
    "visit-unknown",
    async (kiosk) => {
      for (let typed = 0; typed < 8; typed++) await kiosk.tap("key-delete");
      await kiosk.enterCode("000000Z1");
      await kiosk.page.waitForSelector(".visit-says.trouble");
    },
  ],
  ["scan", (kiosk) => kiosk.tap("scan")],
  [
    "respondent",
    async (kiosk) => {
      await kiosk.tap("scan-type");
      for (let typed = 0; typed < 8; typed++) await kiosk.tap("key-delete");
      await kiosk.enterCode(knownCode);
    },
  ],
  ["question-1", (kiosk) => kiosk.tap("respondent-interpreter")],
  ["help", (kiosk) => kiosk.tap("answer-no")],
  ["question-2", (kiosk) => kiosk.tap("help-yes")],
  ["question-3", (kiosk) => kiosk.tap("answer-yes")],
  [
    "question-2-again",
    async (kiosk) => {
      await kiosk.tap("back");
      await kiosk.at("answer-yes").and(kiosk.page.locator("[aria-pressed=true]")).waitFor();
    },
  ],
  ["idle", (kiosk) => kiosk.pass(92_000, "idle-warning")],
  [
    "teach-back",
    async (kiosk) => {
      await kiosk.tap("idle-stay");
      await kiosk.tap("answer-yes");
      await kiosk.tap("answer-yes");
    },
  ],
  ["number", (kiosk) => kiosk.tap("teach-back-skip")],
  [
    "number-short",
    async (kiosk) => {
      await kiosk.tap("digit-2");
      await kiosk.tap("number-agree");
    },
  ],
  [
    "thanks",
    async (kiosk) => {
      await kiosk.tap("number-decline");
      await kiosk.at("thanks").waitFor();
    },
  ],
  [
    "already-answered",
    async (kiosk) => {
      await kiosk.pass(11_000, "screen-welcome");
      await kiosk.tap("language-{}");
      await kiosk.enterCode(answeredCode);
      await kiosk.at("already-answered").waitFor();
    },
  ],
  [
    "not-open",
    async (kiosk) => {
      await kiosk.pass(11_000, "screen-welcome");
      await kiosk.tap("language-{}");
      await kiosk.enterCode(closedCode);
      await kiosk.at("not-open").waitFor();
    },
  ],
  [
    "asking",
    async (kiosk) => {
      await kiosk.pass(11_000, "screen-welcome");
      await kiosk.tap("staff-corner");
      await kiosk.tap("staff-ask");
    },
  ],
  [
    "asked-aloud",
    async (kiosk) => {
      await kiosk.tap("asking-{}");
      await kiosk.enterCode(knownCode);
      await kiosk.tap("respondent-carer");
    },
  ],
  [
    "save-failed",
    async (kiosk) => {
      await kiosk.tap("stop");
      await kiosk.page.evaluate(() => {
        IDBObjectStore.prototype.add = () => {
          throw new DOMException("no room", "QuotaExceededError");
        };
      });
      await kiosk.tap("language-{}");
      await kiosk.enterCode(knownCode);
      await kiosk.tap("respondent-patient");
      for (let answered = 0; answered < 3; answered++) await kiosk.tap("answer-yes");
      await kiosk.tap("teach-back-skip");
      await kiosk.tap("number-decline");
      await kiosk.at("save-failed").waitFor();
    },
  ],
  [
    "unavailable",
    async (kiosk) => {
      kiosk.world.revoked = true;
      await kiosk.page.reload();
      await kiosk.at("screen-unavailable").waitFor();
    },
  ],
];

let browser;

before(async () => {
  mkdirSync(pictures, { recursive: true });
  browser = await launch();
});

after(() => browser?.close());

for (const language of languages) {
  test(`every screen in ${language}`, async () => {
    const server = await startServer(0, [language, ...languages.filter((other) => other !== language)]);
    server.world.options = { offerHelp: true, askNumber: true, teachBack: true, keepAbandonedAnswers: false };
    try {
      assert.deepEqual(await complaints(server, language), []);
    } finally {
      await server.close();
    }
  });
}

async function complaints(server, language) {
  const { context, kiosk } = await enrolled(server, language);
  const { page, wording } = kiosk;
  const found = [];
  for (const [screen, reach] of walk) {
    await reach(kiosk);
    await kiosk.settled();
    for (const [view, { size, mayScroll, axe }] of Object.entries(views)) {
      await page.setViewportSize(size);
      const problems = [
        ...(await page.evaluate(look, { mayScroll, smallestTarget, smallestAnswer })),
        ...(await page.evaluate(spoken, { language, direction: wording["catalogue.direction"] })),
        ...(axe ? await violations(page) : []),
      ];
      found.push(...problems.map((problem) => `${screen}, ${view}: ${problem}`));
      await page.screenshot({ path: `${pictures}${language}-${view}-${screen}.png` });
    }
  }
  await picturesTogether(context, language);
  await context.close();
  return found;
}

/** All screens of a language on one sheet, for the documents: target/pictures/languages-<tag>.jpeg. */
async function picturesTogether(context, language) {
  const sheet = await context.newPage();
  await sheet.setViewportSize({ width: 1090, height: 100 });
  const images = walk.map(([screen]) => {
    const picture = readFileSync(`${pictures}${language}-portrait-${screen}.png`).toString("base64");
    return `<img width="150" height="240" src="data:image/png;base64,${picture}">`;
  });
  await sheet.setContent(
    `<body style="margin:5px;background:#857c69;display:flex;flex-wrap:wrap;gap:5px">${images.join("")}</body>`,
  );
  const path = fileURLToPath(new URL(`../languages-${language}.jpeg`, `file://${pictures}`));
  await sheet.screenshot({ path, type: "jpeg", quality: 70, fullPage: true });
}

async function enrolled(server, language) {
  const viewport = views.portrait.size;
  const context = await browser.newContext({ viewport, locale: "en", hasTouch: true, reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.clock.install();
  const at = (id) => page.getByTestId(id);
  const kiosk = {
    page,
    at,
    world: server.world,
    wording: read(`wording/${language}.json`),
    tap: (id) => at(id.replace("{}", language)).tap(),
    async type(code) {
      for (const symbol of code) await at(`key-${symbol}`).tap();
    },
    async enterCode(code) {
      await kiosk.type(code);
      await kiosk.tap("visit-continue");
    },
    async pass(milliseconds, screen) {
      await page.clock.runFor(milliseconds);
      await at(screen).waitFor();
    },
    /** A screen takes touches once it has stood a moment, and its letters are there. */
    async settled() {
      await page.clock.runFor(1_000);
      await page.waitForFunction(() => !document.querySelector(".answer:disabled, [data-testid=done]:disabled"));
      await page.evaluate(() => document.fonts.ready);
    },
  };
  await page.goto(`${server.url}/kiosk/#enrol=ABCDEFGH`);
  await kiosk.tap("enrol-submit");
  await at("screen-welcome").waitFor();
  return { context, kiosk };
}

async function violations(page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}

/** In the page: what a patient with poor eyes or an unsure hand would complain of. */
function look({ mayScroll, smallestTarget, smallestAnswer }) {
  const problems = [];
  const { scrollHeight, clientHeight, scrollWidth, clientWidth } = document.documentElement;
  if (!mayScroll && scrollHeight > clientHeight) problems.push(`scrolls down by ${scrollHeight - clientHeight}px`);
  if (scrollWidth > clientWidth) problems.push(`scrolls sideways by ${scrollWidth - clientWidth}px`);
  const dialog = document.querySelector("[role=dialog], [role=alertdialog]");
  const looked = "button, textarea, h1, h2, p, main, .answers, .choices, .keypad, .typed, .typed-number";
  for (const element of (dialog ?? document).querySelectorAll(looked)) {
    const { top, left, bottom, right, width, height } = element.getBoundingClientRect();
    if (width <= 1 || height <= 1) continue;
    const name = element.getAttribute("data-testid") ?? element.textContent?.slice(0, 20);
    const scrolled = mayScroll && element.closest(".page, .dialog, body");
    if (left < -1 || right > innerWidth + 1) problems.push(`${name} is cut off`);
    if (!scrolled && (top < -1 || bottom > innerHeight + 1)) problems.push(`${name} is cut off`);
    if (element.scrollWidth > element.clientWidth + 1) problems.push(`${name} is too wide for its place`);
    if (!scrolled && element.scrollHeight > element.clientHeight + 1 && element.matches("main, button")) {
      problems.push(`${name} is too high for its place by ${element.scrollHeight - element.clientHeight}px`);
    }
    if (scrolled && element.tagName === "BUTTON" && !reachable(element)) problems.push(`${name} cannot be reached`);
    if (element.tagName === "BUTTON" && Math.min(width, height) < smallestTarget) {
      problems.push(`${name} is only ${Math.round(width)}×${Math.round(height)}px`);
    }
    if (element.matches(".answer, .choice, .language") && Math.min(width, height) < smallestAnswer) {
      problems.push(`${name} is only ${Math.round(width)}×${Math.round(height)}px`);
    }
  }
  function reachable(button) {
    button.scrollIntoView({ block: "center" });
    const { top, left, width, height } = button.getBoundingClientRect();
    const there = document.elementFromPoint(left + width / 2, top + height / 2);
    return there !== null && (button.contains(there) || there.contains(button));
  }
  const boxes = [...document.querySelectorAll("main > *, .visit-code > *, .asked > *, .answer > *, .stage > *")].map(
    (element) => ({
      name: element.className?.baseVal ?? (element.className || element.tagName),
      parent: element.parentElement,
      box: element.getBoundingClientRect(),
    }),
  );
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
}

/** In the page: whether it says its language and runs its way, but for what is spelled in Latin letters. */
function spoken({ language, direction }) {
  const problems = [];
  const { lang, dir } = document.documentElement;
  if (lang !== language) problems.push(`says that it is in ${lang}`);
  if (dir !== direction) problems.push(`runs ${dir}`);
  const back = document.querySelector("[data-testid=back]");
  if (back) {
    const { left, right } = back.getBoundingClientRect();
    if ((direction === "rtl") !== left + right > innerWidth) problems.push("Back is on the wrong side");
    const mirrored = new DOMMatrix(getComputedStyle(back.querySelector("svg")).transform).a < 0;
    if (mirrored !== (direction === "rtl")) problems.push("Back points the wrong way");
  }
  for (const latin of document.querySelectorAll(".keypad, .typed, .typed-number")) {
    if (getComputedStyle(latin).direction !== "ltr") problems.push(`${latin.className} is mirrored`);
  }
  return problems;
}

import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import AxeBuilder from "@axe-core/playwright";
import { launch } from "../dev/browser.mjs";
import { password, run } from "./homeward.mjs";

/**
 * The whole story, as people live it, in a real browser against what `scripts/run` starts: a tablet is enrolled, a
 * discharge is entered, the patient answers on the kiosk and days later by text, and the dashboard shows both.
 */

const pictures = fileURLToPath(new URL("../../target/pictures/", import.meta.url));
const phoneNumber = "+12025550123";
const unit = "Medical Ward 2";

let homeward;
let browser;
let staff;
const trouble = [];

before(async () => {
  await mkdir(pictures, { recursive: true });
  homeward = await run();
  browser = await launch();
  staff = await page({ width: 1440, height: 900 });
});

after(async () => {
  await browser?.close();
  await homeward?.stop();
});

async function page(viewport) {
  const opened = await (await browser.newContext({ viewport, locale: "en-US" })).newPage();
  opened.on("pageerror", (error) => trouble.push(error.message));
  opened.on("console", (message) => {
    // A browser reports every refused request on the console: being signed out at first is one.
    if (message.type() === "error" && !/status of 40[14]/.test(message.text())) trouble.push(message.text());
  });
  return opened;
}

const picture = (of, name) => of.screenshot({ path: `${pictures}${name}.png` });

async function accessible(of, what) {
  const { violations } = await new AxeBuilder({ page: of })
    .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
    .analyze();
  assert.deepEqual(
    violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target}`),
    [],
    what,
  );
}

/** The numbers of one card on the dashboard's first screen. */
function card(item, { touchpoint, channel }) {
  const series = staff.locator(
    `[data-testid=series][data-unit="${unit}"][data-item=${item}][data-touchpoint=${touchpoint}][data-channel=${channel}]`,
  );
  const value = async (field) => Number(await series.locator(`[data-field=${field}]`).getAttribute("data-value"));
  return { soFar: () => value("partial-n"), centre: () => value("centre"), series };
}

async function within(milliseconds, condition, message) {
  const end = Date.now() + milliseconds;
  for (;;) {
    if (await condition()) return;
    assert.ok(Date.now() < end, message);
    await new Promise((later) => setTimeout(later, 50));
  }
}

const kioskSeries = { touchpoint: "at-discharge", channel: "kiosk" };
const textSeries = { touchpoint: "day-2", channel: "sms" };
let facility;
let visitCode;
let tablet;

test("an administrator signs in and sees the demonstration hospital", async () => {
  await staff.goto(`${homeward.url}/admin/`);
  await staff.getByTestId("sign-in").locator("[name=name]").fill("admin");
  await staff.getByTestId("sign-in").locator("[name=password]").fill(password);
  await staff.keyboard.press("Enter");
  await staff.getByTestId("series").first().waitFor();
  await staff.getByTestId("demonstration").waitFor();
  await choose(unit);
  await picture(staff, "dashboard");
  await accessible(staff, "the first screen");
});

/** Goes to the facility that has the unit. */
async function choose(name) {
  const wanted = staff.locator(`[data-testid=series][data-unit="${name}"]`).first();
  if ((await wanted.count()) === 0) {
    const switcher = staff.getByTestId("facility-switcher");
    const names = await switcher.locator("option").allTextContents();
    await switcher.selectOption({ index: names.findIndex((option) => !option.startsWith("Harbor")) });
    await wanted.waitFor();
  }
  facility = new URL(staff.url()).hash.split("/")[1];
}

const open = async (path) => {
  await staff.goto(`${homeward.url}/admin/#/${facility}/${path}`);
};

test("a tablet is enrolled with a code from the dashboard", async () => {
  facility ||= (await (await staff.request.get(`${homeward.url}/api/v1/session`)).json()).facilities.find((f) =>
    f.units.some(({ name }) => name === unit),
  ).id;
  await open("devices");
  const form = staff.getByTestId("enrol-form");
  await form.locator("[name=unit]").selectOption({ label: unit });
  await form.locator("[name=name]").fill("By the door");
  await form.locator("button[type=submit]").click();
  const code = await staff.getByTestId("enrolment").locator("[data-field=enrolment-code]").textContent();
  tablet = await page({ width: 800, height: 1280 });
  await tablet.goto(`${homeward.url}/kiosk/`);
  await tablet.getByTestId("enrol-code").fill(code.trim());
  await tablet.getByTestId("enrol-submit").click();
  await tablet.getByTestId("screen-welcome").waitFor();
  await tablet.getByTestId("demonstration").waitFor();
  await picture(tablet, "kiosk-welcome");
  await accessible(tablet, "the kiosk's first screen");
});

test("a discharge is entered and gets a visit code and a slip", async () => {
  await open("discharges");
  const form = staff.getByTestId("discharge-form");
  await form.locator("[name=visitNumber]").fill("A-1001");
  await form.locator("[name=unit]").selectOption({ label: unit });
  await form.locator("[name=language]").selectOption("en");
  await form.locator("[name=phone]").fill("(202) 555-0123");
  await form.locator("[name=consent]").check();
  await staff.getByTestId("consent-wording").waitFor();
  await form.locator("button[type=submit]").click();
  const entered = staff.getByTestId("entered");
  visitCode = (await entered.locator("[data-field=visit-code]").textContent()).replace(/[^0-9A-Z]/g, "");
  assert.match(visitCode, /^[0-9A-HJKMNP-TV-Z]{8}$/);
  await picture(staff, "discharges");
  await accessible(staff, "the discharges page");
});

test("the patient answers on the kiosk and the dashboard shows it within two seconds, its centre line unmoved", async () => {
  await open("");
  await staff.locator(`[data-testid=series][data-unit="${unit}"]`).first().waitFor();
  const items = ["diagnosis", "treatment", "next-steps", "all-three"].map((item) => card(item, kioskSeries));
  const before = await Promise.all(items.map(async ({ soFar, centre }) => [await soFar(), await centre()]));
  await answerOnKiosk("language-en", visitCode, ["answer-yes", "answer-partly", "answer-no"]);
  for (const [i, { soFar, centre }] of items.entries()) {
    await within(2_000, async () => (await soFar()) === before[i][0] + 1, `item ${i} did not grow within two seconds`);
    assert.equal(await centre(), before[i][1]);
  }
});

async function answerOnKiosk(language, code, answers) {
  await tablet.getByTestId(language).click();
  if (code) {
    for (const key of code) await tablet.getByTestId(`key-${key}`).click();
    await picture(tablet, "kiosk-visit-code");
    await tablet.getByTestId("visit-continue").click();
  } else {
    await tablet.getByTestId("no-code").click();
  }
  await tablet.getByTestId("respondent-patient").click();
  for (const [i, answer] of answers.entries()) {
    await tablet
      .getByTestId("progress")
      .getByText(String(i + 1))
      .first()
      .waitFor();
    await tablet.getByTestId(answer).isEnabled();
    if (i === 1) {
      await picture(tablet, language === "language-es" ? "kiosk-es" : "kiosk");
      await accessible(tablet, "a question");
    }
    await tablet.getByTestId(answer).click();
    if (answer !== "answer-yes" && !answers.slice(0, i).some((before) => before !== "answer-yes")) {
      await picture(tablet, language === "language-es" ? "kiosk-help-es" : "kiosk-help");
      await accessible(tablet, "the offer of help");
      await tablet.getByTestId("help-no").click();
    }
  }
  await tablet.getByTestId("thanks").waitFor();
  await picture(tablet, `thanks-${language}`);
  await tablet.getByTestId("done").click();
  await tablet.getByTestId("screen-welcome").waitFor();
}

test("a patient without a code answers in Spanish and is thanked", async () => {
  await answerOnKiosk("language-es", "", ["answer-no", "answer-yes", "answer-partly"]);
});

test("the same code again is told kindly that it was answered", async () => {
  await tablet.getByTestId("language-en").click();
  for (const key of visitCode) await tablet.getByTestId(`key-${key}`).click();
  await tablet.getByTestId("visit-continue").click();
  await tablet.getByTestId("already-answered").waitFor();
});

/** What each item's question speaks of: a text begins with what was not understood at discharge. */
const spokenOf = [
  ["diagnosis", /made you ill/],
  ["treatment", /treatment/],
  ["next-steps", /at home/],
];

test("the day-2 text arrives, is answered by digits, and the dashboard shows that too", async () => {
  await open("?touchpoint=day-2&channel=sms");
  await staff.locator(`[data-testid=series][data-unit="${unit}"][data-touchpoint=day-2]`).first().waitFor();
  const items = spokenOf.map(([item]) => card(item, textSeries));
  const before = await Promise.all(items.map(async ({ soFar, centre }) => [await soFar(), await centre()]));

  const phone = await page({ width: 1100, height: 860 });
  await phone.goto(homeward.phones);
  await within(
    20_000,
    async () => {
      await phone.locator("#due-now").click();
      await phone.waitForTimeout(500);
      return (await phone.locator(`[data-phone="${phoneNumber}"]`).count()) > 0;
    },
    "no text came",
  );
  await phone.locator(`[data-phone="${phoneNumber}"]`).click();
  const received = phone.locator('.text[data-direction="to-phone"]');
  for (const [i, reply] of ["1", "2", "3"].entries()) {
    await within(10_000, async () => (await received.count()) === i + 1, `text ${i + 1} did not come`);
    const question = await received.nth(i).textContent();
    const asked = spokenOf.findIndex(([, words]) => words.test(question));
    assert.ok(asked >= 0, `no item is asked about in: ${question}`);
    await phone.locator("#reply-text").fill(reply);
    await phone.locator("#reply-send").click();
    await within(2_000 + 10_000, async () => (await received.count()) === i + 2, `nothing followed reply ${reply}`);
    await within(
      2_000,
      async () => (await items[asked].soFar()) === before[asked][0] + 1,
      `answer ${i + 1} was not on the dashboard within two seconds`,
    );
    assert.equal(await items[asked].centre(), before[asked][1]);
  }
  await picture(phone, "phone");
  assert.equal(await received.count(), 4, "three questions and one thanks");
});

test("a patient who says stop is not texted again", async () => {
  const phone = await page({ width: 1100, height: 860 });
  await phone.goto(homeward.phones);
  await phone.locator(`[data-phone="${phoneNumber}"]`).click();
  const received = phone.locator('.text[data-direction="to-phone"]');
  await within(5_000, async () => (await received.count()) === 4, "the thread is there");
  // Another visit, agreed to before the stop: a consent given after it would let texts go again.
  await open("discharges");
  const form = staff.getByTestId("discharge-form");
  await form.locator("[name=visitNumber]").fill("A-1002");
  await form.locator("[name=unit]").selectOption({ label: unit });
  await form.locator("[name=language]").selectOption("en");
  await form.locator("[name=phone]").fill(phoneNumber);
  await form.locator("[name=consent]").check();
  await form.locator("button[type=submit]").click();
  await staff.getByTestId("entered").waitFor();
  await phone.locator("#reply-text").fill("please stop texting me");
  await phone.locator("#reply-send").click();
  await within(10_000, async () => (await received.count()) === 5, "one confirmation");
  await phone.locator("#due-now").click();
  const discharges = await (await staff.request.get(`${homeward.url}/api/v1/discharges?facility=${facility}`)).json();
  const { id } = discharges.items.find(({ visitNumber }) => visitNumber === "A-1002");
  const settled = async () => {
    const answer = await staff.request.get(
      `${homeward.url}/api/v1/discharges/${id}/conversations?facility=${facility}`,
    );
    const { items } = await answer.json();
    return items.length === 1 && items[0].state !== "planned" ? items[0] : undefined;
  };
  await within(20_000, settled, "its conversation was settled");
  const conversation = await settled();
  assert.equal(conversation.messages.filter(({ status }) => status === "delivered" || status === "sent").length, 0);
  assert.equal(await received.count(), 5, "no text went after the stop");
});

test("no page logged an error", () => {
  assert.deepEqual(trouble, []);
});

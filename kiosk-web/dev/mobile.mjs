import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import AxeBuilder from "@axe-core/playwright";
import { launch } from "./browser.mjs";
import { startServer } from "./server.mjs";

/** The patient's own phone, against a service that can be made to fail. Run after a build: `node --test dev/mobile.mjs`. */

const survey = new URL("../../backend/src/main/resources/org/homeward/survey/", import.meta.url);
const wording = (language) => JSON.parse(readFileSync(new URL(`wording/${language}.json`, survey), "utf8"));
const items = ["diagnosis", "treatment", "next-steps"];
const pictures = fileURLToPath(new URL("../../target/pictures/", import.meta.url));
mkdirSync(pictures, { recursive: true });

async function phone(journey, { answered = {}, status = "open", locale = "en" } = {}) {
  const files = await startServer();
  const browser = await launch();
  const service = { answers: { ...answered }, status, away: false, stopped: 0, tokens: new Set(), known: true };
  const progress = () => ({ status: service.status, answered: Object.keys(service.answers) });
  try {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale });
    const page = await context.newPage();
    await page.route("**/api/v1/link**", async (route) => {
      const request = route.request();
      const url = new URL(request.url());
      const reply = (code, body) => route.fulfill({ status: code, contentType: "application/json", json: body });
      if (service.away) return route.abort();
      service.tokens.add(request.headers().authorization);
      if (!service.known) return reply(401, { code: "link-unknown" });
      if (url.pathname.endsWith("/stop")) {
        service.stopped++;
        return reply(200, progress());
      }
      if (url.pathname.endsWith("/closing")) {
        if (Object.keys(service.answers).length > 0) service.status = "done";
        return reply(200, progress());
      }
      if (request.method() === "PUT") {
        service.answers[url.pathname.split("/").at(-1)] = request.postDataJSON();
        if (items.every((item) => service.answers[item])) service.status = "done";
        return reply(200, progress());
      }
      const language = url.searchParams.get("language") ?? "en";
      return reply(200, {
        ...progress(),
        facility: { name: "Riverside General Hospital", demonstration: false },
        touchpoint: "day-2",
        language,
        languages: ["en", "es", "ar"].map((code) => ({ code, name: wording(code)["language.name"] })),
        instrument: { version: 1, items },
        wording: wording(language),
      });
    });
    const at = (id) => page.getByTestId(id);
    const answer = async (step, given, of = 3) => {
      await page.waitForFunction(
        (says) =>
          document.querySelector("[data-testid=progress]")?.textContent === says &&
          document.querySelector("[data-testid=answer-yes]:enabled"),
        `${step} of ${of}`,
      );
      await at(`answer-${given}`).click();
    };
    await page.goto(`${files.url}/r/a-token-of-a-text`);
    await journey({ page, at, service, answer });
  } finally {
    await browser.close();
    await files.close();
  }
}

const given = (service) =>
  Object.fromEntries(Object.entries(service.answers).map(([item, { answer }]) => [item, answer]));

async function accessible(page) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
    .analyze();
  assert.deepEqual(
    violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target}`),
    [],
  );
}

test("three questions are answered on the patient's own phone, and each is sent as it is given", () =>
  phone(async ({ page, at, service, answer }) => {
    await at("link-start").waitFor();
    await accessible(page);
    await page.screenshot({ path: `${pictures}mobile-start.png` });
    await at("start").click();
    await at("respondent-carer").click();
    await answer(1, "yes");
    await answer(2, "partly");
    assert.equal(service.answers.diagnosis.respondent, "carer");
    await page.screenshot({ path: `${pictures}mobile-question.png` });
    await accessible(page);
    await answer(3, "no");
    await at("thanks").waitFor();
    assert.deepEqual(given(service), { diagnosis: "yes", treatment: "partly", "next-steps": "no" });
    assert.deepEqual([...service.tokens], ["Bearer a-token-of-a-text"]);
    await accessible(page);
    await page.screenshot({ path: `${pictures}mobile-thanks.png` });
  }));

test("what was answered before is not asked again when the link is opened once more", () =>
  phone(
    async ({ page, at, service, answer }) => {
      await at("resumed").waitFor();
      await at("start").click();
      await at("respondent-patient").click();
      await answer(1, "no", 2);
      await page.reload();
      await at("start").click();
      await at("respondent-patient").click();
      await answer(1, "yes", 1);
      await at("thanks").waitFor();
      assert.deepEqual(given(service), { diagnosis: "yes", treatment: "no", "next-steps": "yes" });
    },
    { answered: { diagnosis: { answer: "yes" } } },
  ));

test("without a connection nobody is thanked, and the answers go out when it is back", () =>
  phone(async ({ page, at, service, answer }) => {
    await at("start").click();
    await at("respondent-patient").click();
    service.away = true;
    await answer(1, "yes");
    await answer(2, "yes");
    await answer(3, "partly");
    await at("unsent").waitFor();
    await accessible(page);
    await page.screenshot({ path: `${pictures}mobile-unsent.png` });
    assert.deepEqual(given(service), {});
    service.away = false;
    await at("again").click();
    await at("thanks").waitFor();
    assert.deepEqual(given(service), { diagnosis: "yes", treatment: "yes", "next-steps": "partly" });
  }));

test("the page can be read in another language, from right to left too", () =>
  phone(async ({ page, at }) => {
    await at("language-ar").click();
    await page.waitForFunction(() => document.documentElement.lang === "ar");
    assert.equal(await page.evaluate(() => document.documentElement.dir), "rtl");
    await at("start").waitFor();
    await accessible(page);
    await page.screenshot({ path: `${pictures}mobile-start-ar.png` });
  }));

test("no more texts: asked once more, then done", () =>
  phone(async ({ page, at, service }) => {
    await at("stop-texts").click();
    await at("stop-texts-no").click();
    assert.equal(service.stopped, 0);
    await at("stop-texts").click();
    await page.screenshot({ path: `${pictures}mobile-stop.png` });
    await at("stop-texts-yes").click();
    await at("texts-stopped").waitFor();
    assert.equal(service.stopped, 1);
  }));

test("a closed link says so kindly", () =>
  phone(
    async ({ page, at }) => {
      await at("over").waitFor();
      await accessible(page);
      await page.screenshot({ path: `${pictures}mobile-over.png` });
    },
    { status: "over" },
  ));

test("an unknown link and a service out of reach are told apart, in the phone's language", () =>
  phone(
    async ({ page, at, service }) => {
      service.known = false;
      await page.reload();
      await at("unknown").waitFor();
      assert.equal(await page.evaluate(() => document.documentElement.lang), "es");
      service.away = true;
      await page.reload();
      await at("unreachable").waitFor();
      await accessible(page);
      service.away = false;
      service.known = true;
      await at("again").click();
      await at("link-start").waitFor();
    },
    { locale: "es-MX" },
  ));

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import AxeBuilder from "@axe-core/playwright";
import { launch } from "./browser.mjs";

/** The outreach plan and the texts of a discharge in the dashboard, against its pretended server. Run after a build. */

async function freePort() {
  const server = createServer();
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}

async function administrator(journey) {
  const port = await freePort();
  const script = fileURLToPath(new URL("dashboard-fake/server.mjs", import.meta.url));
  const child = spawn(process.execPath, [script, "--port", String(port)], { stdio: ["ignore", "pipe", "inherit"] });
  await new Promise((ready) => child.stdout.once("data", ready));
  const browser = await launch();
  try {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
    await page.goto(`http://localhost:${port}/admin/`);
    await page.locator("input[name=name]").fill("admin");
    await page.locator("input[type=password]").fill("admin");
    await page.locator("button[type=submit]").click();
    await page.getByRole("link", { name: "Set-up" }).click();
    await journey(page, (id) => page.getByTestId(id));
  } finally {
    await browser.close();
    child.kill();
  }
}

async function accessible(page) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
    .analyze();
  assert.deepEqual(
    violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target}`),
    [],
  );
}

test("an administrator sees by an example what a plan does, and saves it", () =>
  administrator(async (page, at) => {
    await page.getByRole("link", { name: "When and how often patients are texted" }).click();
    await at("plan-example").getByText("Day 2, 10:00").waitFor();
    assert.equal(await page.getByRole("button", { name: "Save the plan" }).isDisabled(), true);
    await page.getByLabel("Day 30", { exact: true }).check();
    await page.getByLabel("The first question goes at").selectOption("18:30");
    await at("plan-example").getByText("Day 30, 18:30").waitFor();
    await accessible(page);
    await page.getByRole("button", { name: "Save the plan" }).click();
    await at("plan-edition").getByText("Last changed").waitFor();
  }));

test("a discharge shows what will be texted, and why", () =>
  administrator(async (page, at) => {
    await page.getByRole("link", { name: "Discharges" }).click();
    const form = at("discharge-form");
    await form.locator("[name=visitNumber]").fill("V1");
    await form.locator("[name=phone]").fill("+1 202 555 0123");
    await form.locator("[name=zone]").selectOption("Pacific/Honolulu");
    await form.getByRole("checkbox").check();
    await form.getByRole("button", { name: "Enter the discharge" }).click();
    await page.getByRole("link", { name: "See the discharge" }).click();
    await at("coming")
      .getByText("Day 30: the first question (put off: the number has had its texts of the day)")
      .waitFor();
    await at("trail").getByText("Why: everything that happened").click();
    await at("trail").getByText("The first question waits: outside the hours for texts").waitFor();
    await at("discharge-facts").getByText("Pacific/Honolulu time").waitFor();
    await accessible(page);
  }));

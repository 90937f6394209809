import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import AxeBuilder from "@axe-core/playwright";
import { launch } from "./browser.mjs";

/** What an administrator sees of senders and of the words of texts. Run after a build: `node --test dev/texts.mjs`. */

const pictures = fileURLToPath(new URL("../../target/pictures/", import.meta.url));
mkdirSync(pictures, { recursive: true });

async function startDashboard() {
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const program = fileURLToPath(new URL("dashboard-fake/server.mjs", import.meta.url));
  const service = spawn(process.execPath, [program, "--port", String(port)], { stdio: ["ignore", "pipe", "inherit"] });
  await new Promise((ready, broken) => {
    service.stdout.once("data", ready);
    service.once("exit", () => broken(new Error("The pretended dashboard ended")));
  });
  return { url: `http://127.0.0.1:${port}/admin/`, close: () => service.kill() };
}

test("a stopped sender is shown with its reason and let go again, and each text says what it costs", async () => {
  const server = await startDashboard();
  const browser = await launch();
  try {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
    const at = (id) => page.getByTestId(id);
    const clean = async (what) => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      assert.deepEqual(
        violations.map((violation) => violation.id),
        [],
        what,
      );
    };
    await page.goto(server.url);
    await page.getByLabel("Name").fill("admin");
    await page.getByLabel("Password").fill("admin");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("link", { name: "Set-up" }).click();
    await at("sender-form").getByRole("textbox").fill("+12025550123");
    await at("sender-form").getByRole("button").click();
    await page.getByText("error 30007").waitFor();
    await clean("a stopped sender");
    await page.screenshot({ path: `${pictures}sender-stopped.png` });
    await at("release-sender").click();
    await page.getByText("error 30007").waitFor({ state: "detached" });
    await page.getByRole("link", { name: "What the texts say" }).click();
    await at("texts").waitFor();
    assert.match(await at("texts-summary").innerText(), /1 of 2 are not in the carriers’ alphabet/);
    assert.equal(await page.getByText("because of ’").count(), 1);
    await clean("the texts");
    await page.screenshot({ path: `${pictures}texts.png`, fullPage: true });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.screenshot({ path: `${pictures}texts-phone.png`, fullPage: true });
    await at("texts-language").selectOption("es");
    assert.match(await at("texts-summary").innerText(), /All are in the carriers’ alphabet/);
  } finally {
    await browser.close();
    server.close();
  }
});

import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import AxeBuilder from "@axe-core/playwright";
import { launch } from "../dev/browser.mjs";
import { cameras, launchBefore, watchCameras } from "../dev/camera.mjs";
import { password, run } from "./homeward.mjs";

/** The life of a tablet and its ways to a visit, in real browsers against what `scripts/run` starts. */

const pictures = fileURLToPath(new URL("../../target/pictures/", import.meta.url));
const unit = "Medical Ward 2";
const pin = "284617";

let homeward;
let browser;
let staff;
let facility;
let unitId;
let tablet;
let discharges;

before(async () => {
  await mkdir(pictures, { recursive: true });
  homeward = await run();
  browser = await launch();
  staff = await (await browser.newContext({ viewport: { width: 1440, height: 1000 }, locale: "en-US" })).newPage();
  await staff.goto(`${homeward.url}/admin/`);
  await staff.getByTestId("sign-in").locator("[name=name]").fill("admin");
  await staff.getByTestId("sign-in").locator("[name=password]").fill(password);
  await staff.keyboard.press("Enter");
  await staff.getByTestId("series").first().waitFor();
  const { facilities } = await (await staff.request.get(`${homeward.url}/api/v1/session`)).json();
  const here = facilities.find(({ units }) => units.some(({ name }) => name === unit));
  facility = here.id;
  unitId = here.units.find(({ name }) => name === unit).id;
  discharges = [await discharge("T-2001"), await discharge("T-2002"), await discharge("T-2003")];
});

after(async () => {
  await tablet?.context().browser().close();
  await browser?.close();
  await homeward?.stop();
});

const api = (path) => `${homeward.url}/api/v1/${path}?facility=${facility}`;

async function discharge(visitNumber) {
  const answer = await staff.request.post(api("discharges"), {
    data: { visitNumber, unitId, dischargedAt: new Date(Date.now() - 60_000).toISOString(), language: "en" },
  });
  assert.equal(answer.status(), 201);
  return answer.json();
}

const at = (id) => tablet.getByTestId(id);
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

/** The tablet's next regular contact: one that begins now, not one that is under way. */
async function contact() {
  const asked = tablet.waitForRequest((request) => request.url().endsWith("/api/v1/kiosk/contact"));
  await tablet.clock.runFor(6 * 60_000);
  await (await asked).response();
}

async function devices() {
  await staff.goto(`${homeward.url}/admin/#/${facility}/overview`);
  await staff.goto(`${homeward.url}/admin/#/${facility}/devices`);
  return staff.getByTestId("kiosk").filter({ hasText: "By the camera" });
}

async function act(action) {
  await (await devices()).locator(`[data-action=${action}]`).click();
  await staff.getByTestId("confirm-yes").click();
  await staff.getByTestId("confirm").waitFor({ state: "detached" });
}

test("only the kiosk's pages may use a camera", async () => {
  const policy = async (path) => (await staff.request.get(homeward.url + path)).headers()["permissions-policy"];
  assert.match(await policy("/kiosk/"), /camera=\(self\)/);
  for (const path of ["/admin/", "/r/x", "/openapi"]) assert.match(await policy(path), /camera=\(\)/);
});

test("a tablet with a camera is enrolled", async () => {
  const enrolment = await staff.request.post(api("kiosk-enrolments"), { data: { unitId, name: "By the camera" } });
  const eyes = await launchBefore(discharges[0].visitCode);
  const context = await eyes.newContext({ viewport: { width: 800, height: 1280 }, locale: "en-US" });
  await context.grantPermissions(["camera"], { origin: homeward.url });
  tablet = await context.newPage();
  await tablet.clock.install();
  await watchCameras(tablet);
  await tablet.goto((await enrolment.json()).url);
  await at("enrol-submit").click();
  await at("screen-welcome").waitFor();
});

test("the camera reads the slip, and the answers belong to its visit", async () => {
  await at("language-en").click();
  await picture(tablet, "kiosk-visit");
  await at("scan").click();
  await at("screen-respondent").waitFor();
  assert.deepEqual(await cameras(tablet), ["ended"]);
  await at("respondent-patient").click();
  await at("stop").click();
  await at("screen-welcome").waitFor();
});

test("an administrator sets the unit's PIN, and staff pick a visit behind it", async () => {
  await devices();
  const row = staff.locator(`[data-testid=pin][data-unit="${unit}"]`);
  await row.locator("[data-action=set-pin]").click();
  await staff.locator("[name=pin]").fill("123456");
  await staff.getByTestId("confirm-yes").click();
  await staff.locator("[data-code=pin-malformed]").waitFor();
  await staff.locator("[name=pin]").fill(pin);
  await staff.getByTestId("confirm-yes").click();
  await row.locator("[data-action=remove-pin]").waitFor();
  await contact();
  await at("staff-corner").click();
  await at("staff-pick").click();
  for (const digit of "000000") await at(`pin-${digit}`).click();
  await at("pin-enter").click();
  await tablet.getByText("This is not the unit's PIN.").waitFor();
  await picture(tablet, "kiosk-pin");
  for (const digit of pin) await at(`pin-${digit}`).click();
  await at("pin-enter").click();
  await at("day-visit").filter({ hasText: "T-2002" }).waitFor();
  await picture(tablet, "kiosk-day");
  await accessible(tablet, "the day's discharges");
  await at("day-visit").filter({ hasText: "T-2002" }).click();
  await at("pick-en").click();
  await at("screen-respondent").waitFor();
  assert.ok(!(await tablet.content()).includes("T-2002"));
  await at("stop").click();
  await at("screen-welcome").waitFor();
});

test("a visit whose patient was readmitted asks nobody, and does not say why", async () => {
  await staff.request.post(api(`discharges/${discharges[2].id}/standing`), { data: { standing: "readmitted" } });
  await at("language-en").click();
  for (const symbol of discharges[2].visitCode) await at(`key-${symbol}`).click();
  await at("visit-continue").click();
  await at("not-open").waitFor();
  await picture(tablet, "kiosk-not-open");
  assert.ok(!(await tablet.content()).includes("readmitted"));
  await tablet.clock.runFor(11_000);
  await at("screen-welcome").waitFor();
});

test("the Devices page shows how the tablet is, and it is renamed there", async () => {
  await contact();
  const row = await devices();
  await row.getByText("nothing unsent").waitFor();
  await picture(staff, "devices");
  await accessible(staff, "the Devices page");
  await row.locator("[data-action=change]").click();
  await accessible(staff, "changing a tablet");
  await staff.locator("[name=new-name]").fill("By the camera, left");
  await staff.getByTestId("confirm-yes").click();
  await staff.getByTestId("kiosk").locator("strong").getByText("By the camera, left").waitFor();
});

test("a locked tablet asks nobody until it is unlocked", async () => {
  await act("lock");
  await contact();
  await at("screen-unavailable").waitFor();
  await act("unlock");
  await contact();
  await at("screen-welcome").waitFor();
});

test("a revoked tablet says so to staff and keeps what it holds", async () => {
  await act("revoke");
  await at("language-en").click();
  await at("no-code").click();
  await at("respondent-patient").click();
  await at("stop").click();
  await at("screen-unavailable").waitFor();
  await at("staff-corner").click();
  await at("staff-connection").getByText("was revoked").waitFor();
  await at("staff-unsent").getByText("1").waitFor();
});

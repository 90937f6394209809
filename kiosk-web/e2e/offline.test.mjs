import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as later } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { launch } from "../dev/browser.mjs";
import { startServer } from "../dev/server.mjs";
import { open } from "./chromium.mjs";
import { answerByTheClock, teach, visitCode } from "./patients.mjs";
import { findIn } from "./profile.mjs";
import { releaseAfter } from "./release.mjs";

/**
 * Answers are never lost, never doubled and never readable on the tablet: a day without a network, a browser that is killed,
 * a profile directory searched byte for byte, an update in the middle. In Chromium, against the small server, which can be
 * made to misbehave. `HOMEWARD_KILLS` and `HOMEWARD_SEED` make the killing longer and different.
 */

const dist = fileURLToPath(new URL("../dist/", import.meta.url));
const kills = Number(process.env.HOMEWARD_KILLS ?? 8);
const seed = Number(process.env.HOMEWARD_SEED ?? 20261122);

/** Mulberry32: the same chances for the same seed. */
function chances(from) {
  let state = from >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const at = (page, id) => page.getByTestId(id);
const isPut = (method) => method === "PUT";
const codesStored = (world) => [...world.responses.values()].map((text) => JSON.parse(text).visitCode);

/**
 * What becomes of submissions on their way. Audio never comes: it is hundreds of files, and Chromium lets a new worker step in
 * only when the old one has nothing under way.
 */
function meddle(world, withPut = () => null) {
  world.meddle = (method, path) => {
    if (path.includes("/speech/")) return "lose";
    return isPut(method) ? withPut() : null;
  };
}

/** A server whose submissions get through. */
async function serve() {
  const server = await startServer();
  meddle(server.world);
  return server;
}

async function enrol(page, url) {
  await page.goto(`${url}/kiosk/#enrol=ABCDEFGH`);
  await at(page, "enrol-submit").click();
  await at(page, "screen-welcome").waitFor();
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
}

async function unsent(page) {
  await at(page, "staff-corner").click();
  const count = Number(await at(page, "staff-unsent").textContent());
  await at(page, "staff-close").click();
  return count;
}

/** Each id was always sent as the same bytes. */
function assertSameBytes(world) {
  const sent = new Map();
  for (const { method, path, text } of world.requests) {
    if (!isPut(method)) continue;
    assert.equal(sent.get(path) ?? text, text, `${path} was sent as other bytes`);
    sent.set(path, text);
  }
}

async function withProfile(use) {
  const profile = await mkdtemp(join(tmpdir(), "homeward-profile-"));
  const server = await serve();
  try {
    await use({ profile, server, world: server.world });
  } finally {
    await server.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

test("eight hours offline with 500 surveys: each arrives once and in order, through a flapping network and a broken server", async () => {
  const server = await serve();
  const browser = await launch();
  try {
    const { world } = server;
    const context = await browser.newContext({ viewport: { width: 800, height: 1280 }, locale: "en" });
    const page = await context.newPage();
    await page.clock.install({ time: new Date("2026-11-22T08:00:00Z") });
    await teach(page);
    await enrol(page, server.url);

    await context.setOffline(true);
    const start = await page.evaluate(() => Date.now());
    const given = [];
    for (let patient = 0; patient < 500; patient++) {
      given.push(visitCode(patient));
      await answerByTheClock(page, { code: given[patient] });
      const due = start + ((patient + 1) * 8 * 3_600_000) / 500;
      await page.clock.runFor(Math.max(1, due - (await page.evaluate(() => Date.now()))));
    }
    assert.ok((await page.evaluate(() => Date.now())) - start >= 8 * 3_600_000);
    assert.equal(world.responses.size, 0);
    assert.equal(await unsent(page), 500);

    const chance = chances(seed);
    meddle(world, () => {
      const luck = chance();
      return luck < 0.05 ? "lose" : luck < 0.1 ? "forget" : null;
    });
    for (let flaps = 0; world.responses.size < 150; flaps++) {
      assert.ok(flaps < 400, `only ${world.responses.size} got through the flapping network`);
      await context.setOffline(flaps % 2 === 1);
      await runFor(page, 30_000, 150);
    }
    let broken = 6;
    meddle(world, () => (broken-- > 0 ? { status: 500, body: { code: "internal" } } : null));
    await context.setOffline(false);
    for (let arrived = 0, still = 0; arrived < 500; still++) {
      // A slow machine may take long over five hundred, but not over the next one.
      if (world.responses.size > arrived) still = 0;
      arrived = world.responses.size;
      assert.ok(still < 300, `only ${arrived} arrived`);
      await runFor(page, 10_000, 100);
    }
    for (let waits = 0; (await unsent(page)) > 0; waits++) {
      assert.ok(waits < 100, "the tablet did not let go of what had arrived");
      await runFor(page, 10_000, 100);
    }

    assert.deepEqual(codesStored(world), given);
    assertSameBytes(world);
  } finally {
    await browser.close();
    await server.close();
  }
});

test("whenever thanks was shown the answer is there, and never twice, however the browser was killed", () =>
  withProfile(async ({ profile, server, world }) => {
    const chance = chances(seed);
    const thanked = [];
    let patient = 0;
    // The tablet's token lies in local storage, which Chromium writes out a while later.
    const setUp = await open(profile);
    await enrol(setUp.page, server.url);
    await setUp.close();
    for (let kill = 0; kill < kills; kill++) {
      const browser = await open(profile);
      const { page } = browser;
      page.on("console", (message) => {
        const [said, code] = message.text().split(" ");
        if (said === "thanked") thanked.push(code);
      });
      await teach(page);
      // A network that is sometimes away, sometimes loses what it carries, and sometimes works.
      const luck = 0.9 * chance();
      meddle(world, () => (chance() < luck ? (chance() < 0.5 ? "lose" : "forget") : null));
      await page.goto(`${server.url}/kiosk/`);
      await at(page, "screen-welcome").waitFor();
      const codes = Array.from({ length: 50 }, () => visitCode(patient++));
      for (const code of codes) world.visits.add(code);
      void page
        .evaluate(async (all) => {
          for (const code of all) {
            await globalThis.answerSurvey({ code });
            console.log(`thanked ${code}`);
            await globalThis.leaveThanks();
          }
        }, codes)
        .catch(() => {});
      await later(1_500 + 5_000 * chance());
      await browser.kill();
    }
    meddle(world);
    assert.ok(thanked.length > kills, `only ${thanked.length} were thanked`);

    const browser = await open(profile);
    await browser.page.goto(`${server.url}/kiosk/`);
    await at(browser.page, "screen-welcome").waitFor();
    const missing = () => thanked.filter((code) => !codesStored(world).includes(code));
    for (let tries = 0; missing().length > 0 && tries < 200; tries++) await later(50);
    await browser.close();

    assert.deepEqual(missing(), []);
    const complete = [...world.responses.values()]
      .map((text) => JSON.parse(text))
      .filter((one) => one.outcome === "complete");
    assert.equal(new Set(complete.map(({ visitCode: code }) => code)).size, complete.length, "one came twice");
    assertSameBytes(world);
  }));

const patients = Array.from({ length: 50 }, (_, at) => ({
  code: visitCode(1_000 + at),
  words: `canary ${at} takes the blue pills at ${at}:15`,
  number: String(2_025_550_100 + at),
}));
const canaries = patients.flatMap(({ code, words, number }) => [code, words, number]);

test("nothing of fifty patients can be read in the browser's profile", () =>
  withProfile(async ({ profile, server, world }) => {
    const browser = await open(profile);
    const { page } = browser;
    await page.clock.install();
    await teach(page);
    world.options = { ...world.options, teachBack: true, askNumber: true };
    await enrol(page, server.url);
    meddle(world, () => ({ status: 503, body: { code: "unavailable" } }));
    for (const { code } of patients) world.visits.add(code);
    for (const patient of patients) await answerByTheClock(page, patient);
    assert.equal(await unsent(page), 50);
    await browser.close();

    // While the queue is full.
    const words = [...canaries, '"at-discharge"', '"answeredAt"', '"respondent"'];
    for (const [word, places] of await findIn(profile, words)) assert.deepEqual(places, [], `${word} can be read`);
    // What the search finds in the same profile: the queue is there, and the tablet's own token is not sealed.
    for (const [word, places] of await findIn(profile, ["homeward-outbox", "homeward-token"])) {
      assert.ok(places.length > 0, `${word} is not found`);
    }

    // The server, which has the key, reads all of it.
    meddle(world);
    const again = await open(profile);
    await again.page.goto(`${server.url}/kiosk/`);
    await at(again.page, "screen-welcome").waitFor();
    for (let tries = 0; world.responses.size < 50 && tries < 200; tries++) await later(50);
    await again.close();
    const told = [...world.responses.values()].join("\n");
    for (const word of canaries) assert.ok(told.includes(word), `${word} was never given`);
    for (const [word, places] of await findIn(profile, canaries)) assert.deepEqual(places, [], `${word} can be read`);
  }));

test("and the same search finds them where they are not sealed", () =>
  withProfile(async ({ profile, server }) => {
    const browser = await open(profile);
    await enrol(browser.page, server.url);
    const token = await browser.page.evaluate(() => localStorage.getItem("homeward-token"));
    await browser.page.evaluate(async (words) => {
      const opened = await new Promise((resolve, reject) => {
        const request = indexedDB.open("homeward-outbox");
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const tx = opened.transaction("quarantine", "readwrite");
      const store = tx.objectStore("quarantine");
      const put = (number, record) => store.put({ id: `record ${String(number).padStart(4, "0")}`, ...record });
      for (const [number, word] of words.entries()) {
        put(number, { body: new TextEncoder().encode(JSON.stringify({ word })) });
        // As text too, once for each way in which it may be written: by V8 in one byte or two, by LevelDB squeezed.
        put(number + 1_000, { wide: `${word} ☃`, narrow: `${word} plain`, repeated: word.repeat(20) });
      }
      // So much else that LevelDB's log overflows into tables.
      for (let number = 2_000; number < 2_300; number++) {
        put(number, { noise: crypto.getRandomValues(new Uint8Array(30_000)) });
      }
      await new Promise((resolve, reject) => {
        tx.oncomplete = resolve;
        tx.onerror = () => reject(tx.error);
      });
    }, canaries);
    await browser.close();
    const found = await findIn(profile, [...canaries, token]);
    for (const [word, places] of found) assert.ok(places.length > 0, `${word} is not found`);
    const everywhere = [...found.values()].flat();
    assert.ok(
      everywhere.some((place) => place.endsWith("(table)")),
      "no table was read",
    );
    assert.ok(
      everywhere.some((place) => place.endsWith("(log)")),
      "no log was read",
    );
  }));

test("an update with a queue waits for the patient to go, and for a release that reads the queue, and loses nothing", async () => {
  const built = await mkdtemp(join(tmpdir(), "homeward-releases-"));
  const server = await serve();
  const browser = await launch();
  try {
    const { world } = server;
    const page = await (await browser.newContext({ viewport: { width: 800, height: 1280 }, locale: "en" })).newPage();
    await page.clock.install();
    await teach(page);
    await enrol(page, server.url);
    const version = async () => {
      await at(page, "staff-corner").click();
      const shown = await at(page, "staff-version").textContent();
      await at(page, "staff-close").click();
      return shown;
    };
    const first = await version();
    meddle(world, () => ({ status: 503, body: { code: "unavailable" } }));

    // One answer as the first release stored it, and two as this one does.
    await storeUnsealed(page, visitCode(0));
    for (const code of [1, 2].map(visitCode)) {
      world.visits.add(code);
      await answerByTheClock(page, { code });
    }

    world.files = await releaseAfter(dist, join(built, "unable"), { version: "8.8.8", reads: [1] });
    await idleFor(page, 5 * 60_000);
    await isWaiting(page, "8.8.8");
    await idleFor(page, 20 * 60_000);
    assert.equal(await version(), first, "a release that cannot read the queue took over");

    world.files = await releaseAfter(dist, join(built, "able"), { version: "9.9.9", reads: [1, 2] });
    await at(page, "language-en").click();
    await at(page, "screen-visit").waitFor();
    await page.evaluate(async () => void (await (await navigator.serviceWorker.getRegistration()).update()));
    await isWaiting(page, "9.9.9");
    await page.clock.runFor(80_000);
    assert.ok(await at(page, "screen-visit").isVisible(), "the update went over a patient");
    await page.goBack();
    await at(page, "screen-welcome").waitFor();
    for (let tries = 0; (await version()) !== "9.9.9"; tries++) {
      // For five minutes Chromium lets a worker that has something under way keep the new one waiting.
      assert.ok(tries < 320, "the new release never took over");
      await idleFor(page, 60_000);
      await later(750);
    }
    assert.ok((await unsent(page)) >= 3);

    meddle(world);
    for (let waits = 0; (await unsent(page)) > 0; waits++) {
      assert.ok(waits < 100, "the new release did not send the queue");
      await idleFor(page, 60_000);
    }
    for (const patient of [0, 1, 2]) {
      assert.equal(codesStored(world).filter((code) => code === visitCode(patient)).length, 1);
    }
    assertSameBytes(world);
  } finally {
    await browser.close();
    await server.close();
    await rm(built, { recursive: true, force: true });
  }
});

/** Moves the tablet's clock. What that sets off, requests among it, has so many real milliseconds to happen. */
async function runFor(page, milliseconds, meanwhile) {
  await page.clock.runFor(milliseconds);
  await later(meanwhile);
}

/** Nobody is at the tablet for so long by its clock. */
async function idleFor(page, milliseconds) {
  await runFor(page, milliseconds, 250);
  await at(page, "screen-welcome").waitFor();
}

/** A new release is on the tablet, whole, and waits. */
async function isWaiting(page, version) {
  for (let tries = 0; tries < 240; tries++) {
    const there = await page.evaluate(async (release) => {
      const kept = (await caches.keys()).some((name) => name.endsWith(release));
      return kept && (await navigator.serviceWorker.getRegistration()).waiting !== null;
    }, version);
    if (there) return;
    await later(250);
  }
  assert.fail(`release ${version} was not installed`);
}

/** An entry as the first release wrote it, and as it would still lie there after an update. */
async function storeUnsealed(page, visitCode) {
  await page.evaluate(async (code) => {
    const opened = await new Promise((resolve, reject) => {
      const request = indexedDB.open("homeward-outbox");
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const body = new TextEncoder().encode(
      JSON.stringify({
        visitCode: code,
        touchpoint: "at-discharge",
        channel: "kiosk",
        respondent: "patient",
        language: "en",
        instrument: 1,
        outcome: "complete",
        answers: { diagnosis: "yes" },
        answeredAt: "2026-11-22T10:15:00.000Z",
      }),
    );
    const tx = opened.transaction("waiting", "readwrite");
    tx.objectStore("waiting").add({ id: "01900000-0000-7000-8000-000000000001", body, madeAt: Date.now(), format: 1 });
    await new Promise((resolve, reject) => {
      tx.oncomplete = resolve;
      tx.onerror = () => reject(tx.error);
    });
    opened.close();
  }, visitCode);
}

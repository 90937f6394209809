import { describe, expect, test } from "vitest";
import { type Report, Server } from "./server";

const setup = {
  id: "01900000-0000-7000-8000-0000000000aa",
  name: "Ward 4, by the lift",
  facility: { id: "01900000-0000-7000-8000-0000000000f1", name: "Riverside General Hospital", demonstration: true },
  unit: { name: "Ward 4" },
  languages: ["en", "es"],
  instrument: { version: 1, items: ["diagnosis", "treatment", "next-steps"] },
  sealing: { keyId: "01900000-0000-7000-8000-0000000000b1", publicKey: "BA==" },
  wording: { en: { "language.name": "English" }, es: { "language.name": "Español" } },
};

const json = (status: number, body: unknown) => async () => new Response(JSON.stringify(body), { status });
const problem = (status: number, code: string) => json(status, { status, code });
const portal = async () => new Response("<html>Welcome to the hospital's Wi-Fi</html>");
const offline = async () => Promise.reject(new TypeError("failed to fetch"));

const out = (because: string) => ({ type: "unreachable", because });

const answering = (fetch: () => Promise<Response>) => new Server(fetch as typeof globalThis.fetch, 4_000);

describe("looking a visit up", () => {
  const code = "7K3M9QX1";

  test.each([
    [
      "found",
      json(200, { visitCode: code, language: "es", answered: [] }),
      { type: "found", answered: false, numberMissing: false },
    ],
    [
      "found, with only a later touchpoint answered",
      json(200, { visitCode: code, language: "es", answered: ["day-2"] }),
      { type: "found", answered: false, numberMissing: false },
    ],
    [
      "answered before",
      json(200, { visitCode: code, language: "es", answered: ["at-discharge"] }),
      { type: "found", answered: true, numberMissing: false },
    ],
    ["not open", json(200, { visitCode: code, language: "es", open: false, answered: [] }), { type: "closed" }],
    ["too many codes tried", problem(429, "too-many-attempts"), { type: "unreachable" }],
    ["unknown", problem(404, "visit-code-unknown"), { type: "unknown" }],
    ["a 404 of something else", problem(404, "not-found"), { type: "unreachable" }],
    ["a 401", problem(401, "kiosk-revoked"), { type: "unreachable" }],
    ["a captive portal", portal, { type: "unreachable" }],
    ["no network", offline, { type: "unreachable" }],
  ])("%s", async (_what, fetch, found) => {
    expect(await answering(fetch).lookUp("token", code)).toEqual(found);
  });

  test("takes no longer than a patient's patience", async () => {
    const never = (_path: string, init: RequestInit) =>
      new Promise<Response>((_, reject) => {
        init.signal?.addEventListener("abort", () => reject(init.signal?.reason));
      });
    const server = new Server(never as typeof globalThis.fetch, 20);
    expect(await server.lookUp("token", code)).toEqual({ type: "unreachable" });
  });
});

describe("enrolling", () => {
  test("gives the tablet its token and its set-up", async () => {
    const enrolment = await answering(json(201, { token: "t", kiosk: setup })).enrol("ABCDEFGH");
    expect(enrolment).toMatchObject({ type: "enrolled", token: "t", setup: { name: "Ward 4, by the lift" } });
  });

  test.each([
    ["an unknown code", problem(404, "enrolment-code-unknown"), "code-unknown"],
    ["a captive portal", portal, "unreachable"],
    ["a set-up without wording", json(201, { token: "t", kiosk: { ...setup, wording: {} } }), "unreachable"],
    ["no network", offline, "unreachable"],
  ])("%s", async (_what, fetch, type) => {
    expect(await answering(fetch).enrol("ABCDEFGH")).toEqual({ type });
  });
});

const report: Report = {
  deviceTime: "2026-11-22T20:30:00Z",
  appVersion: "0.1.0",
  unsent: 0,
  oldestUnsentSeconds: null,
  quarantined: 0,
  storagePersisted: null,
  batteryPercent: null,
  charging: null,
};

describe("picking from the day's discharges", () => {
  const item = {
    visitNumber: "V-7",
    visitCode: "7K3M9QX1",
    dischargedAt: "2026-11-22T19:30:00Z",
    language: "es",
    answered: ["at-discharge"],
    numberKnown: false,
  };

  const { numberKnown: _, ...shown } = item;

  test.each([
    [
      "shown",
      json(200, { items: [item] }),
      { type: "shown", visits: [{ ...shown, answered: true, numberMissing: true }] },
    ],
    ["a wrong PIN", problem(403, "pin-refused"), { type: "pin-refused" }],
    ["a unit without a PIN", problem(409, "pin-not-set"), { type: "not-here" }],
    ["a tablet out of use", problem(403, "kiosk-locked"), { type: "not-here" }],
    ["a captive portal", portal, { type: "unreachable" }],
    ["no network", offline, { type: "unreachable" }],
  ])("%s", async (_what, fetch, picking) => {
    expect(await answering(fetch).pick("token", "284617")).toEqual(picking);
  });

  test("too many wrong PINs, with the time to wait", async () => {
    const fetch = async () =>
      new Response(JSON.stringify({ code: "too-many-attempts" }), { status: 429, headers: { "Retry-After": "600" } });
    expect(await answering(fetch).pick("token", "284617")).toEqual({ type: "locked-out", wait: 600 });
  });
});

describe("keeping in contact", () => {
  test("drops a language that has no wording", async () => {
    const news = await answering(json(200, { ...setup, languages: ["en", "vi"] })).contact("token", report, null);
    expect(news).toMatchObject({ type: "refreshed", setup: { languages: ["en"] } });
  });

  test.each([
    ["a revoked tablet", problem(401, "kiosk-revoked"), { type: "not-known", code: "kiosk-revoked" }],
    ["a 401 that is not our server's", async () => new Response("", { status: 401 }), out("network")],
    ["a captive portal", portal, out("portal")],
    ["a redirect", async () => new Response("", { status: 302 }), out("portal")],
    ["no network", offline, out("network")],
    ["a set-up without a key to seal with", json(200, { ...setup, sealing: undefined }), out("network")],
    [
      "an item this version cannot ask",
      json(200, { ...setup, instrument: { version: 2, items: ["warning-signs"] } }),
      out("network"),
    ],
  ])("%s", async (_what, fetch, news) => {
    expect(await answering(fetch).contact("token", report, null)).toEqual(news);
  });
});

import { describe, expect, test } from "vitest";
import { Server } from "./server";

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
    ["found", json(200, { visitCode: code, language: "es", answered: [] }), { type: "found", answered: false }],
    [
      "found, with only a later touchpoint answered",
      json(200, { visitCode: code, language: "es", answered: ["day-2"] }),
      { type: "found", answered: false },
    ],
    [
      "answered before",
      json(200, { visitCode: code, language: "es", answered: ["at-discharge"] }),
      { type: "found", answered: true },
    ],
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

describe("refreshing", () => {
  test("drops a language that has no wording", async () => {
    const news = await answering(json(200, { ...setup, languages: ["en", "vi"] })).refresh("token", null);
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
    expect(await answering(fetch).refresh("token", null)).toEqual(news);
  });
});

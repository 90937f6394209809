import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { Aes128Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from "@hpke/core";

/** The kiosk's side of the service, from memory: for trying the pages out and for taking pictures of them. */

const here = fileURLToPath(new URL(".", import.meta.url));
const dist = join(here, "../dist");
const catalogues = join(here, "../../backend/src/main/resources/org/homeward/survey/wording");
const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".woff2": "font/woff2",
  ".opus": "audio/ogg",
  ".json": "application/json",
};
const policy = "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

const wording = (language) => JSON.parse(readFileSync(join(catalogues, `${language}.json`), "utf8"));

const facility = "01900000-0000-7000-8000-0000000000f1";
const sealedType = "application/vnd.homeward.sealed";
const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes128Gcm() });
const pair = await suite.kem.generateKeyPair();
const point = new Uint8Array(await suite.kem.serializePublicKey(pair.publicKey));
const sealing = {
  keyId: "01900000-0000-7000-8000-0000000000b1",
  publicKey: Buffer.from(point).toString("base64"),
};

/** What a tablet sealed to this server as that response, in words. */
async function opened(sealed, id) {
  const bytes = new Uint8Array(sealed);
  const info = new TextEncoder().encode(`homeward/response/1\n${facility}\n${id}`);
  const plain = await suite.open({ recipientKey: pair.privateKey, enc: bytes.slice(17, 82), info }, bytes.slice(82));
  return Buffer.from(plain).toString("utf8");
}

const threeQuestionsOnly = { offerHelp: false, askNumber: false, teachBack: false, keepAbandonedAnswers: false };

const setup = (languages, { options }) => ({
  id: "01900000-0000-7000-8000-0000000000aa",
  name: "Ward 4, by the lift",
  locked: false,
  picking: true,
  facility: {
    id: facility,
    name: "Riverside General Hospital",
    zone: "America/New_York",
    demonstration: true,
  },
  unit: { id: "01900000-0000-7000-8000-0000000000e4", name: "Ward 4" },
  languages,
  instrument: { version: 1, items: ["diagnosis", "treatment", "next-steps"] },
  options,
  consent: { version: 1 },
  wording: Object.fromEntries(languages.map((language) => [language, wording(language)])),
  sealing,
});

export const knownCode = "7K3M9QX1";
export const answeredCode = "0000001Y";
export const knownPin = "284617";
export const closedCode = "CM0SED0J";

/**
 * `world.files`: what was built. `world.meddle` looks at each request and may answer it (`{ status, body }`), or cut the line
 * before the server sees it (`"lose"`) or before the tablet hears of it (`"forget"`).
 */
export function startServer(port = 0, languages = ["en", "es"]) {
  /** What a test may look at and turn. Responses are kept opened; `sent` has the bytes, by which a replay is known. */
  const world = {
    responses: new Map(),
    sent: new Map(),
    requests: [],
    revoked: false,
    locked: false,
    discharges: [],
    down: false,
    options: threeQuestionsOnly,
    numberKnown: false,
    files: dist,
    meddle: () => null,
    visits: new Set([knownCode]),
  };
  const problem = (status, code) => ({ status, type: "application/problem+json", body: { status, code } });

  async function api(method, path, headers, sent) {
    if (world.down) return problem(503, "unavailable");
    const text = sent.toString("utf8");
    const body = text && headers["content-type"] !== sealedType ? JSON.parse(text) : {};
    if (path === "/api/v1/kiosk/enrolment") {
      return body.code === "ABCDEFGH"
        ? { status: 201, body: { token: "a-token", kiosk: setup(languages, world) } }
        : problem(404, "enrolment-code-unknown");
    }
    if (world.revoked || headers.authorization !== "Bearer a-token") return problem(401, "kiosk-revoked");
    if (path === "/api/v1/kiosk/contact") {
      return { status: 200, body: { ...setup(languages, world), locked: world.locked } };
    }
    if (path === "/api/v1/kiosk/discharges") {
      return body.pin === knownPin ? { status: 200, body: { items: world.discharges } } : problem(403, "pin-refused");
    }
    if (path === "/api/v1/kiosk/visits") {
      const { visitCode } = body;
      const { numberKnown } = world;
      if (world.visits.has(visitCode)) {
        return { status: 200, body: { visitCode, language: "es", open: true, answered: [], numberKnown } };
      }
      if (visitCode === closedCode) {
        return { status: 200, body: { visitCode, language: "en", open: false, answered: [], numberKnown } };
      }
      if (visitCode === answeredCode) {
        const answered = ["at-discharge"];
        return { status: 200, body: { visitCode, language: "en", open: true, answered, numberKnown } };
      }
      return problem(404, "visit-code-unknown");
    }
    if (method === "PUT" && path.startsWith("/api/v1/responses/")) {
      const id = path.split("/").pop();
      const known = world.sent.get(id);
      if (known !== undefined && !known.equals(sent)) return problem(409, "response-conflicting");
      world.sent.set(id, sent);
      world.responses.set(id, headers["content-type"] === sealedType ? await opened(sent, id) : text);
      return { status: known === undefined ? 201 : 200, body: { id, standing: "counted" } };
    }
    return problem(404, "not-found");
  }

  function file(path) {
    const page = path.replace(/^\/r\/(?!assets\/).*/, "/r/index.html").replace(/\/$/, "/index.html");
    const name = normalize(join(world.files, page));
    if (!name.startsWith(normalize(world.files))) return { status: 404 };
    try {
      return { status: 200, type: types[extname(name)], raw: readFileSync(name) };
    } catch {
      return { status: 404 };
    }
  }

  const server = createServer(async (request, response) => {
    const path = new URL(request.url, "http://localhost").pathname;
    const parts = [];
    for await (const part of request) parts.push(part);
    const sent = Buffer.concat(parts);
    world.requests.push({ method: request.method, path, headers: request.headers, text: sent.toString("latin1") });
    const meddled = world.meddle(request.method, path);
    if (meddled === "lose") return request.socket.destroy();
    if (meddled?.status) {
      response.writeHead(meddled.status, { "Content-Type": "application/json", ...meddled.headers });
      return response.end(typeof meddled.body === "string" ? meddled.body : JSON.stringify(meddled.body));
    }
    const answer = path.startsWith("/api/") ? await api(request.method, path, request.headers, sent) : file(path);
    if (meddled === "forget") return request.socket.destroy();
    response.writeHead(answer.status, {
      "Content-Type": answer.type ?? "application/json",
      "Content-Security-Policy": policy,
      "Cache-Control": "no-store",
    });
    response.end(answer.raw ?? JSON.stringify(answer.body ?? {}));
  });
  return new Promise((started) => {
    server.listen(port, "127.0.0.1", () => {
      const close = () => new Promise((closed) => server.close(closed) && server.closeAllConnections());
      started({ url: `http://localhost:${server.address().port}`, world, close });
    });
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url } = await startServer(Number(process.env.PORT ?? 5180));
  console.log(`${url}/kiosk/#enrol=ABCDEFGH   visit codes: ${knownCode}, answered before: ${answeredCode}`);
}

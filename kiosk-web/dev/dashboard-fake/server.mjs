// The dashboard's server, pretended: `node dev/dashboard-fake/server.mjs [--empty] [--port 4173]` serves dist/admin and
// answers its API from memory. Sign in as "admin" with "admin", or as "analyst". Nothing is kept.

import { createHash, randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { answer, answersOf, date, seriesOf, uuid } from "./data.mjs";
import { concernsOf, ofUnit, page, teachBacksOf } from "./desk.mjs";

const DAY = 86_400_000;
const empty = process.argv.includes("--empty");
const port = Number(process.argv[process.argv.indexOf("--port") + 1]) || 4173;
const origin = `http://localhost:${port}`;
const dist = fileURLToPath(new URL("../../dist/admin/", import.meta.url));
const today = Math.floor(Date.now() / DAY) * DAY;
const items = ["diagnosis", "treatment", "next-steps", "all-three"];

const consentWording = {
  en: {
    version: 1,
    text: "May we text you one or two short questions about how well we explained things? About 4 messages. Message and data rates may apply. Reply STOP at any time and we stop. You do not have to agree to be cared for.",
  },
  es: {
    version: 1,
    text: "¿Podemos enviarle por mensaje de texto una o dos preguntas cortas sobre si le explicamos bien las cosas? Unos 4 mensajes. Pueden aplicarse tarifas. Responda STOP cuando quiera y dejaremos de escribirle. No tiene que aceptar para recibir atención.",
  },
};

const slip = (title, instructions, code, choice, help) => ({
  "slip.title": title,
  "slip.instructions": instructions,
  "slip.code": code,
  "slip.choice": choice,
  "slip.help": help,
});

const slipWording = {
  en: slip(
    "Before you go home",
    "Please answer three short questions on the tablet. Choose your language, then type this code.",
    "Your code",
    "It is your choice. Your care stays the same.",
    "You can also ask a member of staff.",
  ),
  es: slip(
    "Antes de irse a casa",
    "Por favor, conteste tres preguntas cortas en la tableta. Elija su idioma y escriba este código.",
    "Su código",
    "Usted decide. Su atención será la misma.",
    "También puede preguntar al personal.",
  ),
};

const units = [
  ["Ward 2 Surgery", 14, 0.02, []],
  ["Ward 4 Medicine", 11, -0.01, [{ item: "next-steps", since: 190, by: -0.12 }]],
  ["Ward 6 Cardiology", 10, 0.03, [{ item: "treatment", since: 150, by: 0.09 }]],
  ["Maternity", 8, 0.04, []],
  ["Emergency", 22, -0.05, [{ item: "next-steps", since: 120, by: 0.06 }]],
  ["Day surgery", 9, 0.05, []],
  ["Outpatient clinic", 6, 0.01, []],
  ["Physiotherapy", 1, 0.0, []],
].map(([name, perDay, lift, shifts], index) => ({
  id: uuid(10 + index),
  name,
  perDay,
  lift,
  shifts,
  seed: 11 + index,
}));

const planOf = (facility) =>
  facility.plan ?? {
    edition: 0,
    setBy: null,
    setAt: null,
    followups: [{ touchpoint: "day-2", answeringDays: 7 }],
    opens: "09:00",
    closes: "20:00",
    preferred: "10:00",
    reminders: 1,
    remindAfterHours: 24,
    dailyCap: 1,
    weeklyCap: 3,
  };

function facilityOf(id, name, zone, its, demonstration) {
  const data = {};
  for (const unit of its) {
    data[unit.id] = {
      "at-discharge": answersOf(unit, "at-discharge", 78 * 7 + 3, today),
      "day-2": answersOf(unit, "day-2", 78 * 7 + 3, today).slice(0, -2),
    };
  }
  return {
    id,
    name,
    zone,
    demonstration,
    languages: ["en", "es"],
    callbackNumber: "+12025550100",
    emergencyNumber: "911",
    its,
    data,
    senders: ["+12025550199"],
    kiosks: [],
    pins: [],
    options: { offerHelp: true, askNumber: false, teachBack: false, keepAbandonedAnswers: false },
    concerns: empty ? [] : concernsOf(its),
    teachBacks: empty ? [] : teachBacksOf(its),
    discharges: [],
    changes: [],
    version: 1,
  };
}

const facilities = empty
  ? []
  : [
      facilityOf(uuid(1), "Riverside General Hospital", "America/New_York", units.slice(0, 5), true),
      facilityOf(uuid(2), "Lakeside Clinic", "America/Chicago", units.slice(5), true),
    ];

if (!empty) seed(facilities[0]);

function locked({ facility, match }, at) {
  facility.kiosks.find((kiosk) => kiosk.id === match[1]).lockedAt = at;
  return { status: 204 };
}

function seed(facility) {
  facility.changes = [
    { id: uuid(501), on: date(today - 340 * DAY), description: "New discharge letter in plain words", unitIds: [] },
    {
      id: uuid(502),
      on: date(today - 186 * DAY),
      description: "Pharmacist’s bedside visit ended",
      unitIds: [units[1].id],
    },
    {
      id: uuid(503),
      on: date(today - 148 * DAY),
      description: "Teach-back before every discharge",
      unitIds: [units[2].id],
    },
  ];
  facility.kiosks = facility.its.map((unit, index) => ({
    id: uuid(600 + index),
    name: `${unit.name.split(" ").slice(0, 2).join(" ")}, exit`,
    unitId: unit.id,
    enrolledAt: new Date(today - 500 * DAY).toISOString(),
    lastContactAt: new Date(Date.now() - index * 41 * 60_000).toISOString(),
    lockedAt: index === 2 ? new Date(today - 2 * DAY).toISOString() : null,
    revokedAt: index === 3 ? new Date(today - 20 * DAY).toISOString() : null,
    appVersion: "0.1.0",
    condition: {
      unsent: index === 1 ? 3 : 0,
      unsentSince: index === 1 ? new Date(Date.now() - 3 * 3_600_000).toISOString() : null,
      quarantined: index === 1 ? 1 : 0,
      storagePersisted: index !== 4,
      batteryPercent: [82, 14, 100, 50, null][index],
      charging: index === 2,
      clockAheadSeconds: index === 1 ? 7_230 : 2,
    },
  }));
  facility.pins = [{ unitId: facility.its[0].id, setAt: new Date(today - 9 * DAY).toISOString() }];
  const codes = ["7K3MPQ2X", "0ZT4H9WC", "QF6N2V8B", "M1XCR5DK", "3GYJ7TSA", "HW8P4E0N", "B6V2KZ9Q"];
  codes.forEach((visitCode, index) => {
    facility.discharges.push({
      id: uuid(700 + index),
      visitNumber: `V-10${4210 + index * 7}`,
      visitCode,
      unitId: facility.its[index % facility.its.length].id,
      dischargedAt: new Date(Date.now() - index * 53 * 60_000).toISOString(),
      language: index % 3 === 1 ? "es" : "en",
      phoneEnding: index % 2 ? null : `01${30 + index}`,
      consent:
        index % 2
          ? null
          : { givenAt: new Date(Date.now() - index * 53 * 60_000).toISOString(), wordingVersion: 1, language: "en" },
      standing: index === 5 ? "readmitted" : "active",
      createdAt: new Date(Date.now() - index * 50 * 60_000).toISOString(),
      correctedAt: null,
      answered: index > 2 ? ["at-discharge"] : [],
    });
  });
}

if (!process.argv.includes("--still")) {
  setInterval(() => {
    for (const facility of facilities) {
      const unit = facility.its[Math.floor(Math.random() * facility.its.length)];
      if (!unit?.seed) continue;
      answer(facility.data[unit.id]["at-discharge"].at(-1).cells, unit, "at-discharge", 0);
      facility.version++;
    }
  }, 2_500).unref();
}

const survey = new URL("../../../backend/src/main/resources/org/homeward/survey/", import.meta.url);
const read = (name) => JSON.parse(readFileSync(new URL(name, survey), "utf8"));
const languagesOf = (facility) => ({
  enabled: facility.languages,
  languages: read("languages.json").map((language) => {
    const wording = read(`wording/${language}.json`);
    return {
      language,
      name: wording["language.name"],
      direction: wording["catalogue.direction"],
      review: wording["catalogue.status"],
      decidedBy: null,
      decidedAt: null,
      ...facility.decisions?.[language],
    };
  }),
});

/** The carrier filters a sender that ends in 0123. */
const sendersOf = (facility) => ({
  items: facility.senders.map((address) => {
    const stopped = address.endsWith("0123") && !facility.released?.includes(address);
    return {
      address,
      state: stopped ? "stopped" : "sending",
      stoppedAt: stopped ? "2026-11-22T15:04:00Z" : null,
      heldUntil: null,
      errorCode: stopped ? 30007 : null,
    };
  }),
});

const proof = (language, key, body, segments, costly = []) => ({
  language,
  key,
  body,
  characters: body.length,
  encoding: costly.length > 0 ? "UCS-2" : "GSM-7",
  segments,
  costly,
});
const textsOf = (facility) => ({
  items: [
    proof(
      "en",
      "sms.invitation",
      `${facility.name}: Hello. Some short questions about your visit of Nov 20. Do you understand what made you ill? Reply 1 for yes, 2 for partly, 3 for no. We do not watch replies for emergencies: if you need help now, call 911. Text STOP to end.`,
      2,
    ),
    proof("en", "sms.thanks", "Thank you for your answers. If anything isn’t clear, please call the hospital.", 2, [
      "’",
    ]),
    proof("es", "sms.thanks", "Gracias por sus respuestas. Si algo no queda claro, llame al hospital.", 1),
  ],
});

const sessions = new Map();
const refuse = (status, code, title, more = {}) => ({
  status,
  body: { type: `urn:homeward:problem:${code}`, title, status, code, ...more },
});
const shown = (facility, role) => {
  const { its, data, kiosks, pins, discharges, changes, version, ...rest } = facility;
  return { ...rest, role, units: its.map(({ id, name }) => ({ id, name })) };
};
const sessionBody = (name) => ({
  person: { id: uuid(77), name },
  facilities: facilities.map((facility) => shown(facility, name === "analyst" ? "analyst" : "administrator")),
  consentWording,
  slipWording,
  languages: ["en", "es"],
  canCreateFacility: name !== "analyst",
  carrier: { kind: "sandbox", phonesUrl: "http://localhost:8090/" },
});

const routes = [
  [
    "POST",
    /^\/session$/,
    ({ body, headers }) => {
      if (body.password !== "admin") return refuse(401, "sign-in-refused", "Sign-in refused");
      const id = randomUUID();
      sessions.set(id, body.name);
      headers["Set-Cookie"] = `homeward=${id}; HttpOnly; SameSite=Strict; Path=/`;
      return { status: 200, body: sessionBody(body.name) };
    },
  ],
  ["GET", /^\/session$/, ({ who }) => ({ status: 200, body: sessionBody(who) })],
  [
    "DELETE",
    /^\/session$/,
    ({ cookie }) => {
      sessions.delete(cookie);
      return { status: 204 };
    },
  ],
  [
    "POST",
    /^\/facilities$/,
    ({ body, who }) => {
      const facility = {
        ...facilityOf(randomUUID(), body.name, body.zone, [], false),
        ...body,
        callbackNumber: body.callbackNumber ?? null,
        emergencyNumber: null,
        senders: [],
      };
      facilities.push(facility);
      return { status: 201, body: shown(facility, who === "analyst" ? "analyst" : "administrator") };
    },
  ],
  [
    "POST",
    /^\/units$/,
    ({ body, facility }) => {
      const unit = { id: randomUUID(), name: body.name };
      facility.its.push(unit);
      facility.data[unit.id] = { "at-discharge": [], "day-2": [] };
      return { status: 201, body: unit };
    },
  ],
  [
    "POST",
    /^\/senders$/,
    ({ body, facility }) => {
      if (facilities.some((each) => each.senders.includes(body.address)))
        return refuse(409, "sender-taken", "Sender taken");
      facility.senders.push(body.address);
      return { status: 201, body };
    },
  ],
  ["GET", /^\/senders$/, ({ facility }) => ({ status: 200, body: sendersOf(facility) })],
  [
    "POST",
    /^\/senders\/release$/,
    ({ body, facility }) => {
      facility.released = [...(facility.released ?? []), body.address];
      return { status: 200, body: sendersOf(facility) };
    },
  ],
  ["GET", /^\/texts$/, ({ facility }) => ({ status: 200, body: textsOf(facility) })],
  ["GET", /^\/kiosk-options$/, ({ facility }) => ({ status: 200, body: facility.options })],
  [
    "PUT",
    /^\/kiosk-options$/,
    ({ body, facility }) => {
      facility.options = body;
      return { status: 200, body };
    },
  ],
  [
    "GET",
    /^\/concerns$/,
    ({ facility, search }) => page(ofUnit(facility.concerns, search).filter((one) => !one.ended)),
  ],
  [
    "GET",
    /^\/concerns\/ended$/,
    ({ facility, search }) => page(ofUnit(facility.concerns, search).filter((one) => one.ended)),
  ],
  [
    "POST",
    /^\/concerns\/([^/]+)\/(taking|ending)$/,
    ({ facility, match, body, who }) => {
      const one = facility.concerns.find(({ id }) => id === match[1]);
      if (!one) return refuse(404, "not-found", "Not found");
      const at = new Date().toISOString();
      one.taken ??= { by: uuid(7201), name: who, at };
      if (match[2] === "ending") one.ended = { outcome: body.outcome, at };
      return { status: 200, body: one };
    },
  ],
  ["GET", /^\/teach-backs$/, ({ facility, search }) => page(ofUnit(facility.teachBacks, search))],
  [
    "POST",
    /^\/teach-backs\/([^/]+)\/mark$/,
    ({ facility, match }) => {
      facility.teachBacks = facility.teachBacks.filter(({ id }) => id !== match[1]);
      return { status: 204 };
    },
  ],
  ["GET", /^\/languages$/, ({ facility }) => ({ status: 200, body: languagesOf(facility) })],
  [
    "PUT",
    /^\/languages$/,
    ({ body, facility, who }) => {
      const added = body.languages.filter((language) => !facility.languages.includes(language));
      const drafts = languagesOf(facility).languages.filter(({ review }) => review === "draft");
      if (drafts.some(({ language }) => added.includes(language) && !body.confirmedDrafts.includes(language))) {
        return refuse(409, "draft-unconfirmed", "The language is a draft");
      }
      for (const language of added) {
        facility.decisions = {
          ...facility.decisions,
          [language]: { decidedBy: who, decidedAt: new Date().toISOString() },
        };
      }
      facility.languages = body.languages;
      return { status: 200, body: languagesOf(facility) };
    },
  ],
  ["GET", /^\/kiosks$/, ({ facility }) => ({ status: 200, body: { items: facility.kiosks, next: null } })],
  [
    "POST",
    /^\/kiosk-enrolments$/,
    ({ body, facility }) => {
      if (body.name.startsWith("Soon")) {
        setTimeout(
          () =>
            facility.kiosks.unshift({
              id: randomUUID(),
              ...body,
              enrolledAt: new Date().toISOString(),
              lastContactAt: new Date().toISOString(),
              lockedAt: null,
              revokedAt: null,
              appVersion: "0.1.0",
              condition: null,
            }),
          2_000,
        ).unref();
      }
      return {
        status: 201,
        body: {
          code: "H7QK-3M2X",
          expiresAt: new Date(Date.now() + 900_000).toISOString(),
          url: `${origin}/kiosk/#enrol=H7QK3M2X`,
        },
      };
    },
  ],
  [
    "POST",
    /^\/kiosks\/([^/]+)\/revocation$/,
    ({ facility, match }) => {
      facility.kiosks.find((kiosk) => kiosk.id === match[1]).revokedAt = new Date().toISOString();
      return { status: 204 };
    },
  ],
  [
    "PATCH",
    /^\/kiosks\/([^/]+)$/,
    ({ facility, match, body }) => ({
      status: 200,
      body: Object.assign(
        facility.kiosks.find((kiosk) => kiosk.id === match[1]),
        body,
      ),
    }),
  ],
  ["PUT", /^\/kiosks\/([^/]+)\/lock$/, (asked) => locked(asked, new Date().toISOString())],
  ["DELETE", /^\/kiosks\/([^/]+)\/lock$/, (asked) => locked(asked, null)],
  ["GET", /^\/kiosk-pins$/, ({ facility }) => ({ status: 200, body: { items: facility.pins, next: null } })],
  [
    "PUT",
    /^\/kiosk-pins\/([^/]+)$/,
    ({ facility, match, body }) => {
      if (!/^\d{6,8}$/.test(body.pin)) return refuse(422, "pin-malformed", "A PIN has 6 to 8 digits.");
      facility.pins = facility.pins.filter(({ unitId }) => unitId !== match[1]);
      facility.pins.push({ unitId: match[1], setAt: new Date().toISOString() });
      return { status: 204 };
    },
  ],
  [
    "POST",
    /^\/discharges$/,
    ({ body, facility }) => {
      if (body.phone && !/^\+[\d ]{8,}$/.test(body.phone)) return refuse(422, "phone-invalid", "Phone invalid");
      const { phone, ...rest } = body;
      const known = facility.discharges.find((each) => each.visitNumber === body.visitNumber);
      const entered = {
        id: randomUUID(),
        visitCode: "5RD8W2NE",
        standing: "active",
        createdAt: new Date().toISOString(),
        correctedAt: null,
        answered: [],
        ...known,
        ...rest,
        phoneEnding: phone ? phone.slice(-4) : null,
        consent: body.consent && { ...body.consent, givenAt: new Date().toISOString() },
      };
      if (!known) facility.discharges.unshift(entered);
      return { status: known ? 200 : 201, body: { ...entered, outcome: known ? "corrected" : "created" } };
    },
  ],
  [
    "GET",
    /^\/discharges$/,
    ({ facility, search }) => {
      const local = (instant) => new Date(instant).toLocaleDateString("sv-SE", { timeZone: facility.zone });
      return {
        status: 200,
        body: {
          items: facility.discharges.filter((each) => local(each.dischargedAt) === search.get("day")),
          next: null,
        },
      };
    },
  ],
  [
    "POST",
    /^\/discharges\/lookup$/,
    ({ body, facility }) => {
      const found = facility.discharges.find(
        (each) => each.visitNumber === body.visitNumber || each.visitCode === body.visitCode,
      );
      return found ? { status: 200, body: found } : refuse(404, "discharge-unknown", "Discharge unknown");
    },
  ],
  [
    "POST",
    /^\/discharges\/import$/,
    ({ text, facility }) => {
      const lines = text.trim().split(/\r?\n/).slice(1);
      const problems = lines.flatMap((line, index) => {
        const [, unit, , , phone] = line.split(",");
        if (!facility.its.some((each) => each.name === unit))
          return [{ line: index + 2, code: "unit-unknown", detail: `There is no unit “${unit}”.` }];
        return phone && !phone.startsWith("+")
          ? [{ line: index + 2, code: "phone-invalid", detail: "The phone number cannot be texted." }]
          : [];
      });
      return problems.length
        ? refuse(422, "import-refused", "Import refused", { problems })
        : { status: 200, body: { created: lines.length, unchanged: 0, corrected: 0 } };
    },
  ],
  [
    "GET",
    /^\/discharges\/([^/]+)$/,
    ({ facility, match }) => {
      const found = facility.discharges.find((each) => each.id === match[1]);
      return found ? { status: 200, body: found } : refuse(404, "discharge-unknown", "Discharge unknown");
    },
  ],
  [
    "PATCH",
    /^\/discharges\/([^/]+)$/,
    ({ facility, match, body }) => {
      const found = facility.discharges.find((each) => each.id === match[1]);
      const { phone, ...rest } = body;
      Object.assign(found, rest, { correctedAt: new Date().toISOString() });
      if (phone !== undefined) found.phoneEnding = phone?.slice(-4);
      return { status: 200, body: found };
    },
  ],
  [
    "POST",
    /^\/discharges\/([^/]+)\/standing$/,
    ({ facility, match, body }) => {
      const found = facility.discharges.find((each) => each.id === match[1]);
      found.standing = body.standing;
      return { status: 200, body: found };
    },
  ],
  [
    "GET",
    /^\/discharges\/([^/]+)\/conversations$/,
    ({ facility, match }) => {
      const found = facility.discharges.find((each) => each.id === match[1]);
      const at = new Date(Date.parse(found.dischargedAt) + 2 * DAY).toISOString();
      return {
        status: 200,
        body: {
          items: found.consent
            ? [
                {
                  id: uuid(800),
                  touchpoint: "day-2",
                  state: "waiting-for-reply",
                  dueAt: at,
                  messages: [
                    { direction: "out", purpose: "invitation", status: "delivered", at, errorCode: null },
                    { direction: "in", purpose: "answer", status: "received", at, errorCode: null },
                  ],
                },
              ]
            : [],
        },
      };
    },
  ],
  [
    "GET",
    /^\/discharges\/([^/]+)\/outreach$/,
    ({ facility, match }) => {
      const found = facility.discharges.find((each) => each.id === match[1]);
      const due = Date.parse(found.dischargedAt) + 2 * DAY;
      const at = (days) => new Date(due + days * DAY).toISOString();
      const entry = (event, because = null, until = null) => ({
        touchpoint: "day-2",
        at: at(0),
        subject: "conversation",
        purpose: null,
        event,
        because,
        until,
        errorCode: null,
      });
      const texted = found.consent && found.standing === "active";
      return {
        status: 200,
        body: {
          zone: facility.zone,
          zones: [facility.zone],
          followups: texted
            ? [{ touchpoint: "day-2", state: "asking", because: null }]
            : [
                {
                  touchpoint: "day-2",
                  state: null,
                  because: found.consent ? `discharge-${found.standing}` : "no-consent",
                },
              ],
          coming: texted
            ? [
                { touchpoint: "day-2", purpose: "reminder", at: at(1), waits: [] },
                { touchpoint: "day-30", purpose: "invitation", at: at(28), waits: ["daily-cap"] },
              ]
            : [],
          trail: texted
            ? [entry("planned", null, at(0)), entry("held", "quiet-hours", at(0)), entry("asking", "diagnosis", at(1))]
            : [],
        },
      };
    },
  ],
  ["GET", /^\/outreach-plan$/, ({ facility }) => ({ status: 200, body: planOf(facility) })],
  [
    "PUT",
    /^\/outreach-plan$/,
    ({ facility, body }) => {
      if (body.edition !== planOf(facility).edition) {
        return refuse(409, "plan-changed", "The plan was changed meanwhile");
      }
      facility.plan = { ...body, edition: body.edition + 1, setBy: "person:1", setAt: new Date().toISOString() };
      return { status: 200, body: facility.plan };
    },
  ],
  ["GET", /^\/changes$/, ({ facility }) => ({ status: 200, body: { items: facility.changes } })],
  [
    "POST",
    /^\/changes$/,
    ({ facility, body }) => {
      const change = { id: randomUUID(), ...body };
      facility.changes.push(change);
      return { status: 201, body: change };
    },
  ],
  [
    "POST",
    /^\/baselines$/,
    ({ facility, body }) => {
      facility.version++;
      return { status: 201, body };
    },
  ],
  [
    "GET",
    /^\/metrics\/trend$/,
    ({ facility, search }) => {
      const split = (search.get("split") ?? "").split(",");
      const [touchpoint, channel, period] = ["touchpoint", "channel", "period"].map((name) => search.get(name));
      const its = facility.its.filter((unit) => !search.get("unit") || unit.id === search.get("unit"));
      const groups = split.includes("unit") ? its.map((unit) => [unit]) : [its];
      const series = groups.flatMap((group) =>
        items.map((item) => {
          const unit = split.includes("unit") ? { id: group[0].id, name: group[0].name } : null;
          return seriesOf({
            place: unit?.name ?? facility.name,
            unit,
            item,
            touchpoint,
            channel,
            period,
            today,
            sources: group.map((each) => facility.data[each.id][touchpoint] ?? []),
          });
        }),
      );
      const { id, name, zone, demonstration } = facility;
      return {
        status: 200,
        tagged: true,
        body: {
          facility: { id, name, zone, demonstration },
          period,
          from: date(today - 549 * DAY),
          to: date(today),
          asOf: new Date().toISOString(),
          series,
        },
      };
    },
  ],
];

const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".woff2": "font/woff2",
};

createServer(async (request, response) => {
  const url = new URL(request.url, origin);
  const headers = {
    "Content-Security-Policy": "default-src 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
  };
  const reply = (status, type, content) =>
    response.writeHead(status, type ? { ...headers, "Content-Type": type } : headers).end(content);
  if (!url.pathname.startsWith("/api/v1/")) {
    const file = join(dist, normalize(url.pathname.replace(/^\/admin\/?/, "/")).replace(/^\/$/, "/index.html"));
    return existsSync(file) && extname(file) ? reply(200, types[extname(file)], readFileSync(file)) : reply(404);
  }
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString("utf8");
  const cookie = /homeward=([\w-]+)/.exec(request.headers.cookie ?? "")?.[1];
  const path = url.pathname.slice("/api/v1".length);
  const who = sessions.get(cookie);
  const found = routes
    .map(([method, pattern, handle]) => (method === request.method ? [pattern.exec(path), handle] : [null]))
    .find(([match]) => match);
  const facility = facilities.find((each) => each.id === url.searchParams.get("facility"));
  const open = path === "/session" && request.method === "POST";
  let answered = refuse(404, "not-found", "Not found");
  if (!who && !open) answered = refuse(401, "sign-in-required", "Sign in first");
  else if (found) {
    const body = text && request.headers["content-type"]?.includes("json") ? JSON.parse(text) : {};
    answered = found[1]({ body, text, facility, match: found[0], search: url.searchParams, who, cookie, headers });
  }
  if (answered.tagged) {
    const tag = `"${createHash("sha256").update(JSON.stringify(answered.body.series)).digest("hex").slice(0, 16)}"`;
    headers.ETag = tag;
    if (request.headers["if-none-match"] === tag) return reply(304);
  }
  reply(
    answered.status,
    answered.status < 400 ? "application/json" : "application/problem+json",
    answered.body && JSON.stringify(answered.body),
  );
}).listen(port, "127.0.0.1", () => console.log(`The dashboard, pretended: ${origin}/admin/`));

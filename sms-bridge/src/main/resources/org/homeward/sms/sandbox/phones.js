"use strict";

const FAILURES = {
  THROTTLED: { label: "answer 429, and take nothing", fields: ["seconds"] },
  ERROR: { label: "answer 500, and take nothing", fields: [] },
  ERROR_AFTER_ACCEPTING: { label: "take the text, but answer 500", fields: [] },
  TIME_OUT_AFTER_ACCEPTING: { label: "take the text, but never answer", fields: [] },
  REFUSED: { label: "refuse the text with a code", fields: ["code"] },
  UNDELIVERED: { label: "take the text, but not deliver it", fields: ["code"] },
  CALLBACKS_LATE: { label: "report statuses late", fields: ["seconds"] },
  CALLBACKS_TWICE: { label: "report statuses twice", fields: [] },
  CALLBACKS_OUT_OF_ORDER: { label: "report statuses out of order", fields: [] },
  INBOUND_TWICE: { label: "pass a reply on twice", fields: [] },
  INBOUND_LOST: { label: "keep a reply to itself", fields: [] },
  LISTING_ERROR: { label: "answer 500 when texts are listed", fields: [] },
};
const TROUBLED = new Set(["undelivered", "failed"]);

const at = (id) => document.getElementById(id);
const element = (name, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

let state = { phones: [], numbers: [], failures: [], publicUrl: "" };
let tag = "";
let chosen = decodeURIComponent(location.hash.slice(1));
/** Our numbers that phones without a text are to write to. */
const opened = new Map();
let shown = "";

async function post(path, body) {
  const answer = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  return { ok: answer.ok, body: answer.status === 204 ? {} : await answer.json() };
}

function trouble(sentence) {
  at("trouble").textContent = sentence;
  at("trouble").hidden = !sentence;
}

/** Posts an order, shows what went wrong if anything did, and then what changed. */
async function order(path, body) {
  try {
    const answer = await post(path, body);
    trouble(answer.ok ? "" : answer.body.sentence);
    await refresh();
    return answer;
  } catch {
    trouble("The sandbox does not answer. Is it still running?");
    return { ok: false, body: {} };
  }
}

async function refresh() {
  const answer = await fetch("/sandbox/state", {
    cache: "no-store",
    headers: tag ? { "If-None-Match": tag } : {},
  });
  if (answer.status !== 304) {
    state = await answer.json();
    tag = answer.headers.get("ETag") ?? "";
    await show();
  }
}

async function show() {
  showPhones();
  showFailures();
  await showThread();
}

function time(iso) {
  return new Date(iso).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
}

function day(iso) {
  return new Date(iso).toLocaleDateString([], { weekday: "long", day: "numeric", month: "long" });
}

function showPhones() {
  const focused = document.activeElement?.dataset?.phone;
  const silent = [...opened.keys()].filter((phone) => !state.phones.some((p) => p.phone === phone));
  const entries = [
    ...silent.map((phone) => entry(phone, "No text yet", null)),
    ...state.phones.map((last) =>
      entry(last.phone, (last.direction === "from-phone" ? "Patient: " : "") + last.body, last.at),
    ),
  ];
  at("phones").replaceChildren(...entries);
  at("no-phones").hidden = entries.length > 0;
  at("our-numbers").replaceChildren(
    ...state.numbers.map((number) => element("option", { value: number })),
  );
  if (!at("new-to").value && state.numbers.length > 0) {
    at("new-to").value = state.numbers[0];
  }
  if (focused) {
    document.querySelector(`[data-phone="${CSS.escape(focused)}"]`)?.focus();
  }
}

function entry(phone, last, when) {
  const button = element(
    "button",
    { type: "button" },
    element(
      "span",
      { className: "who" },
      element("span", { className: "number", textContent: phone }),
      ...(when ? [element("time", { dateTime: when, textContent: time(when) })] : []),
    ),
    element("span", { className: "last", textContent: last }),
  );
  button.dataset.phone = phone;
  button.setAttribute("aria-current", String(phone === chosen));
  button.addEventListener("click", () => choose(phone));
  return element("li", {}, button);
}

async function choose(phone) {
  chosen = phone;
  history.replaceState(null, "", "#" + encodeURIComponent(phone));
  document.body.dataset.view = "phone";
  shown = "";
  await show();
}

function counterpart() {
  return opened.get(chosen) ?? state.phones.find((last) => last.phone === chosen)?.number ?? "";
}

async function showThread() {
  const phone = chosen;
  const known = opened.has(phone) || state.phones.some((last) => last.phone === phone);
  for (const control of at("reply-form").querySelectorAll("button, textarea")) {
    control.disabled = !known;
  }
  at("phone-number").textContent = known ? phone : "No phone chosen";
  at("phone-talks-to").textContent = known ? "with " + counterpart() : "";
  if (!known) {
    at("thread").replaceChildren(
      element("li", { className: "empty", textContent: "Choose a phone to see its texts." }),
    );
    return;
  }
  const answer = await fetch("/sandbox/thread?phone=" + encodeURIComponent(phone));
  const written = await answer.text();
  if (phone !== chosen || written === shown) {
    return;
  }
  const thread = at("thread");
  const atTheEnd = !shown || thread.scrollHeight - thread.scrollTop - thread.clientHeight < 40;
  shown = written;
  thread.replaceChildren(...bubbles(JSON.parse(written).texts));
  if (atTheEnd) {
    thread.scrollTop = thread.scrollHeight;
  }
}

function bubbles(texts) {
  const items = [];
  let today = "";
  for (const text of texts) {
    if (day(text.at) !== today) {
      today = day(text.at);
      items.push(element("li", { className: "day", textContent: today }));
    }
    items.push(bubble(text));
  }
  if (items.length === 0) {
    items.push(element("li", { className: "empty", textContent: "No texts yet. Write one below." }));
  }
  return items;
}

function bubble(text) {
  const item = element(
    "li",
    { className: "text" },
    element("div", { className: "bubble" }, ...linked(text.body)),
    element("div", { className: "facts", textContent: facts(text) }),
  );
  item.dataset.direction = text.direction;
  item.dataset.sid = text.sid;
  item.dataset.status = text.status;
  const lost = text.direction === "from-phone" && text.webhook && !text.webhook.startsWith("received");
  if (TROUBLED.has(text.status) || lost) {
    item.dataset.trouble = "";
  }
  return item;
}

/** Addresses can be touched, as on a phone. */
function linked(body) {
  return body.split(/(https?:\/\/\S+)/).map((part, index) =>
    index % 2 === 0
      ? part
      : element("a", { href: part, target: "_blank", rel: "noreferrer", textContent: part }),
  );
}

function facts(text) {
  const parts = [time(text.at)];
  if (text.direction === "to-phone") {
    parts.push(text.errorCode ? `${text.status}, error ${text.errorCode}` : text.status);
  } else if (text.webhook) {
    parts.push(text.webhook);
  }
  parts.push(`${text.segments} ${text.segments === 1 ? "segment" : "segments"} ${text.encoding}`);
  return parts.map((part) => part.replaceAll(" ", "\u00a0")).join(" · ");
}

function showFailures() {
  at("failures").replaceChildren(
    ...state.failures.map((failure) => {
      const kind = FAILURES[failure.kind];
      const detail = [
        kind.fields.includes("code") ? failure.code : "",
        kind.fields.includes("seconds") ? `${failure.seconds} s` : "",
        failure.times === 0 ? "until cleared" : `${failure.times} more`,
      ];
      const clear = element("button", { type: "button", textContent: "Clear" });
      clear.addEventListener("click", () =>
        order("/sandbox/failures/clear", { kind: failure.kind }),
      );
      const sentence = `Will ${kind.label}: ${detail.filter(Boolean).join(", ")}`;
      const item = element("li", {}, element("span", { textContent: sentence }), clear);
      item.dataset.failure = failure.kind;
      return item;
    }),
  );
}

function showFields() {
  const fields = FAILURES[at("failure-kind").value].fields;
  for (const field of document.querySelectorAll("[data-field]")) {
    field.hidden = !fields.includes(field.dataset.field);
  }
}

async function send(body) {
  if (body.trim() === "" || !counterpart()) {
    return false;
  }
  const answer = await order("/sandbox/texts", { phone: chosen, number: counterpart(), body });
  at("thread").scrollTop = at("thread").scrollHeight;
  return answer.ok;
}

at("reply-form").addEventListener("submit", async (event) => {
  event.preventDefault();
  if (await send(at("reply-text").value)) {
    at("reply-text").value = "";
  }
  at("reply-text").focus();
});

at("reply-text").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    at("reply-form").requestSubmit();
  }
});

for (const button of document.querySelectorAll("[data-quick]")) {
  button.addEventListener("click", () => send(button.dataset.quick));
}

at("new-phone").addEventListener("click", () => {
  const form = at("new-phone-form");
  form.hidden = !form.hidden;
  at("new-phone").setAttribute("aria-expanded", String(!form.hidden));
  if (!form.hidden) {
    at("new-number").focus();
  }
});

at("new-phone-form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const bare = (id) => at(id).value.replace(/[\s().-]/g, "");
  if (!/^\+[1-9]\d{6,14}$/.test(bare("new-number")) || !/^\+[1-9]\d{6,14}$/.test(bare("new-to"))) {
    trouble("Write both numbers with + and the country, like +12025550147.");
    return;
  }
  trouble("");
  const phone = bare("new-number");
  opened.set(phone, bare("new-to"));
  at("new-number").value = "";
  at("new-phone").click();
  await choose(phone);
  at("reply-text").focus();
});

at("back").addEventListener("click", () => {
  document.body.dataset.view = "list";
});

at("failure-kind").replaceChildren(
  ...Object.entries(FAILURES).map(([value, kind]) =>
    element("option", { value, textContent: kind.label }),
  ),
);
at("failure-kind").addEventListener("change", showFields);
showFields();

at("failure-form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const fields = FAILURES[at("failure-kind").value].fields;
  await order("/sandbox/failures", {
    kind: at("failure-kind").value,
    code: fields.includes("code") ? Number(at("failure-code").value) : 0,
    seconds: fields.includes("seconds") ? Number(at("failure-seconds").value) : 0,
    times: Number(at("failure-times").value),
  });
});

at("due-now").addEventListener("click", async () => {
  at("due-now").disabled = true;
  at("due-outcome").textContent = "";
  const answer = await order("/sandbox/due-now", {});
  trouble("");
  at("due-outcome").textContent = answer.body.sentence ?? "The sandbox does not answer.";
  at("due-now").disabled = false;
});

if (chosen) {
  document.body.dataset.view = "phone";
}

(async function live() {
  try {
    await refresh();
    if (at("trouble").dataset.away) {
      delete at("trouble").dataset.away;
      trouble("");
    }
  } catch {
    at("trouble").dataset.away = "yes";
    trouble("The sandbox does not answer. Is it still running?");
  }
  setTimeout(live, 1000);
})();

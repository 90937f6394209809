/* The kiosk's files, kept so that a tablet without a network still starts. Built into `sw.js`, with the files filled in. */

/** Path to integrity: a captive portal's page, which also answers 200, is not what was built and is not kept. */
const files = __FILES__;
const release = "__RELEASE__";
/** The formats of queued answers that this release can send. */
const reads = __FORMATS__;
const prefix = "homeward-kiosk-";
const name = prefix + release;
const start = "/kiosk/";
/** The page itself keeps audio here, for the languages of its facility: it outlives releases. */
const speech = "homeward-speech";

self.addEventListener("install", (event) => {
  const requests = Object.entries(files).map(
    ([path, integrity]) => new Request(path, { integrity, cache: "reload", credentials: "omit" }),
  );
  event.waitUntil(caches.open(name).then((cache) => cache.addAll(requests)));
});

// A new release waits until the page says that no patient is at the tablet, and then for a queue that it can read. The
// first release's page says no more than "take-over"; what it queued is format 1.
self.addEventListener("message", (event) => {
  const queued = event.data === "take-over" ? [1] : event.data?.type === "take-over" ? event.data.queued : null;
  if (queued?.every((format) => reads.includes(format))) self.skipWaiting();
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((all) => all.filter((other) => other.startsWith(prefix) && other !== name))
      .then((old) => Promise.all(old.map((other) => caches.delete(other))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  const path = request.mode === "navigate" && pathname.startsWith(start) ? start : pathname;
  if (path in files) event.respondWith(kept(name, path, request));
  else if (path.startsWith("/kiosk/assets/speech/")) event.respondWith(kept(speech, path, request));
});

async function kept(name, path, request) {
  const cache = await caches.open(name);
  return (await cache.match(path)) ?? fetch(request);
}

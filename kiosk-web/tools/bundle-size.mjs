import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const kilobyte = 1024;
/** Scripts a tablet loads before the first question; a slow ward network should not be felt. */
const budgets = { kiosk: 50 * kilobyte };

const dist = join(dirname(fileURLToPath(import.meta.url)), "..", "dist");

function gzipped(file) {
  return gzipSync(readFileSync(file)).length;
}

/** The entry and everything it imports without being asked to. */
function scriptsOf(bundle) {
  const manifest = JSON.parse(readFileSync(join(dist, bundle, ".vite", "manifest.json"), "utf8"));
  const seen = new Set();
  const visit = (key) => {
    const chunk = manifest[key];
    if (seen.has(chunk.file)) return;
    seen.add(chunk.file);
    for (const imported of chunk.imports ?? []) visit(imported);
  };
  for (const [key, chunk] of Object.entries(manifest)) if (chunk.isEntry) visit(key);
  return [...seen];
}

function refuseInline(bundle) {
  const page = readFileSync(join(dist, bundle, "index.html"), "utf8");
  if (/<style|style=|<script(?![^>]*\bsrc=)/.test(page)) {
    throw new Error(`${bundle}: an inline script or style, which the pages' policy forbids`);
  }
}

let failed = false;
for (const bundle of ["kiosk", "admin", "r"]) {
  refuseInline(bundle);
  const size = scriptsOf(bundle).reduce((sum, file) => sum + gzipped(join(dist, bundle, file)), 0);
  const budget = budgets[bundle];
  const over = budget !== undefined && size > budget;
  failed ||= over;
  const limit = budget === undefined ? "" : ` of ${budget / kilobyte} kB${over ? " — TOO LARGE" : ""}`;
  console.log(`${bundle.padEnd(6)} ${(size / kilobyte).toFixed(1)} kB gzip JS${limit}`);
}
process.exitCode = failed ? 1 : 0;

import { createHash } from "node:crypto";
import { cp, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** What was built, once more as a later release: another version on its pages, and a service worker that says what it reads. */
export async function releaseAfter(dist, to, { version, reads }) {
  await cp(dist, to, { recursive: true, filter: (from) => !from.includes("/speech") });
  const assets = join(to, "kiosk/assets");
  const current = JSON.parse(await readFile(new URL("../package.json", import.meta.url), "utf8")).version;
  let worker = await readFile(join(to, "kiosk/sw.js"), "utf8");
  for (const name of await readdir(assets)) {
    if (!name.endsWith(".js")) continue;
    const before = await readFile(join(assets, name), "utf8");
    const after = before.replaceAll(current, version);
    worker = worker.replaceAll(integrity(before), integrity(after));
    await writeFile(join(assets, name), after);
  }
  worker = worker.replace(/const reads = .*;/, `const reads = ${JSON.stringify(reads)};`);
  worker = worker.replace(/const release = "(.*)";/, `const release = "$1-${version}";`);
  await writeFile(join(to, "kiosk/sw.js"), worker);
  return to;
}

const integrity = (text) => `sha256-${createHash("sha256").update(text).digest("base64")}`;

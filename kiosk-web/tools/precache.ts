import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Plugin } from "vite";
import { formats } from "../src/kiosk/outbox/formats.ts";

/**
 * Writes the service worker beside what was built, with every file's path and hash in it. Not the audio: a tablet keeps
 * that for the languages that its facility has enabled, see `speech/keeping.ts`.
 */
export function precache(template: string, base: string, outDir: string): Plugin {
  return {
    name: "homeward-precache",
    writeBundle() {
      const built = readdirSync(outDir, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !/\.vite|assets.speech/.test(entry.parentPath) && entry.name !== "sw.js")
        .map((entry) => join(entry.parentPath, entry.name))
        .sort();
      const files = Object.fromEntries(
        built.map((file) => [
          base + relative(outDir, file).replaceAll("\\", "/").replace("index.html", ""),
          `sha256-${createHash("sha256").update(readFileSync(file)).digest("base64")}`,
        ]),
      );
      const listed = JSON.stringify(files);
      const worker = readFileSync(template, "utf8").replace("__FORMATS__", JSON.stringify(formats));
      const release = createHash("sha256").update(listed).update(worker).digest("hex").slice(0, 12);
      writeFileSync(join(outDir, "sw.js"), worker.replace("__FILES__", listed).replace("__RELEASE__", release));
    },
  };
}

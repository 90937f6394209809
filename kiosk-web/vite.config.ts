import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import preact from "@preact/preset-vite";
import { defineConfig } from "vitest/config";
import { fonts } from "./tools/fonts.ts";
import { precache } from "./tools/precache.ts";
import { speech } from "./tools/speech/speech.ts";
import { languages, wordingFolder, wordingOf } from "./tools/wording.ts";

const { version } = JSON.parse(readFileSync(new URL("./package.json", import.meta.url), "utf8"));

/** One mode per bundle, so that no page ever loads another page's code. */
const bundles: Record<string, { root: string; base: string; outDir: string; worker?: string }> = {
  kiosk: { root: "src/kiosk", base: "/kiosk/", outDir: "dist/kiosk", worker: "src/kiosk/serviceWorker.js" },
  admin: { root: "src/dashboard", base: "/admin/", outDir: "dist/admin" },
  r: { root: "src/mobile", base: "/r/", outDir: "dist/r" },
};

/** What the mobile page says while the service does not answer, in every language. */
function loneWords(): Record<string, Record<string, string>> {
  return Object.fromEntries(
    languages().map((language) => {
      const said = Object.entries(wordingOf(language)).filter(([key]) =>
        /^(link\.(unknown|unreachable|again)|catalogue\.direction)/.test(key),
      );
      return [language, Object.fromEntries(said)];
    }),
  );
}

export default defineConfig(({ mode }) => {
  const bundle = bundles[mode];
  return {
    define: {
      __APP_VERSION__: JSON.stringify(version),
      ...((mode === "r" || mode === "test") && { __LONE_WORDS__: JSON.stringify(loneWords()) }),
    },
    plugins: [
      preact({ devToolsEnabled: false, prefreshEnabled: false }),
      fonts(),
      ...(bundle?.worker
        ? [
            speech({
              wording: wordingFolder,
              recordings: resolve("recordings"),
              kept: resolve("target/speech"),
              out: resolve(bundle.outDir),
            }),
            precache(resolve(bundle.worker), bundle.base, resolve(bundle.outDir)),
          ]
        : []),
    ],
    ...(bundle && {
      root: resolve(bundle.root),
      base: bundle.base,
      build: {
        outDir: resolve(bundle.outDir),
        emptyOutDir: true,
        // The pages' policy is `default-src 'self'`: nothing may become a data: URL or an inline script.
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        target: "es2022",
        manifest: true,
      },
    }),
    test: { root: resolve("."), include: ["{src,tools}/**/*.test.{ts,tsx}"], environment: "node" },
  };
});

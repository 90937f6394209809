import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

export const password = "a password that only tests use";

async function freePort() {
  const server = createServer();
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}

/** What a person types: `scripts/run`, on a data directory and ports of its own. */
export async function run(...options) {
  const data = await mkdtemp(join(tmpdir(), "homeward-story-"));
  const port = await freePort();
  const phonesPort = await freePort();
  const child = spawn(join(root, "scripts/run"), options, {
    cwd: root,
    env: {
      ...process.env,
      HOMEWARD_DATA: data,
      HOMEWARD_PORT: String(port),
      HOMEWARD_SANDBOX_PORT: String(phonesPort),
      HOMEWARD_ADMIN_PASSWORD: password,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const ready = new Promise((resolve, reject) => {
    const hear = (chunk) => {
      said += chunk;
      if (/Homeward is ready: /.test(said) && /Sandbox phones: /.test(said)) resolve();
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.on("exit", (code) => reject(new Error(`scripts/run ended with ${code}:\n${said}`)));
  });
  await ready;
  return {
    url: `http://localhost:${port}`,
    phones: `http://localhost:${phonesPort}`,
    async stop() {
      const ended = new Promise((exit) => child.on("exit", exit));
      child.kill("SIGINT");
      const code = await ended;
      await rm(data, { recursive: true, force: true });
      return code;
    },
  };
}

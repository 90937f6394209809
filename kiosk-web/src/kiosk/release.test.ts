import { expect, test, vi } from "vitest";
import { Release } from "./release";

class Workers extends EventTarget {
  controller: unknown = null;
  waiting: { postMessage: ReturnType<typeof vi.fn> } | null = null;
  register = vi.fn(async () => ({
    waiting: this.waiting,
    update: async () => {},
  }));

  replace() {
    this.controller = {};
    this.dispatchEvent(new Event("controllerchange"));
  }
}

async function started(workers: Workers) {
  const restart = vi.fn();
  const release = new Release(workers as unknown as ServiceWorkerContainer, restart);
  await release.start();
  return { release, restart };
}

test("the first worker of a tablet is no reason to start again", async () => {
  const workers = new Workers();
  const { release, restart } = await started(workers);
  workers.replace();
  release.nobodyIsAtTheTablet([2]);
  expect(restart).not.toHaveBeenCalled();
});

test("a new release steps in, and the page starts again, only when nobody is at the tablet", async () => {
  const workers = new Workers();
  workers.controller = {};
  const postMessage = vi.fn();
  workers.waiting = { postMessage };
  const { release, restart } = await started(workers);
  expect(postMessage).not.toHaveBeenCalled();

  release.nobodyIsAtTheTablet([2]);
  expect(postMessage).toHaveBeenCalledWith({ type: "take-over", queued: [2] });
  workers.replace();
  expect(restart).not.toHaveBeenCalled();

  release.nobodyIsAtTheTablet([2]);
  expect(restart).toHaveBeenCalledOnce();
});

test("a browser without service workers still has a kiosk", async () => {
  const release = new Release(undefined, () => {});
  await release.start();
  expect(() => release.nobodyIsAtTheTablet([2])).not.toThrow();
});

test("the browser's cache never hides a new worker", async () => {
  const workers = new Workers();
  await started(workers);
  expect(workers.register).toHaveBeenCalledWith("/kiosk/sw.js", { scope: "/kiosk/", updateViaCache: "none" });
});

import { describe, expect, test } from "vitest";
import { Letterbox } from "./letterbox";
import type { Given, LinkServer, Progress, Reached } from "./link";

const given = (item: Given["item"], answer: Given["answer"]): Given => ({
  item,
  answer,
  respondent: "patient",
  language: "en",
});

/** A service that keeps what reaches it. */
function service() {
  const stored = new Map<string, string>();
  const world = { away: false, closed: 0, stored };
  const progress = (): Reached<Progress> =>
    world.away
      ? { type: "unreachable" }
      : { type: "reached", value: { status: stored.size === 3 || world.closed > 0 ? "done" : "open", answered: [] } };
  const server: LinkServer = {
    open: () => Promise.reject(new Error("not asked here")),
    stop: () => Promise.reject(new Error("not asked here")),
    async answer({ item, answer }) {
      if (!world.away) stored.set(item, answer);
      return progress();
    },
    async close() {
      if (!world.away) world.closed++;
      return progress();
    },
  };
  return { server, world };
}

describe("answers on the patient's phone", () => {
  test("go out as they are given, and three of them end it", async () => {
    const { server, world } = service();
    const letterbox = new Letterbox(server);
    letterbox.put(given("diagnosis", "yes"));
    letterbox.put(given("treatment", "no"));
    letterbox.put(given("next-steps", "partly"));
    expect(await letterbox.finish()).toBe("done");
    expect([...world.stored.values()]).toEqual(["yes", "no", "partly"]);
  });

  test("that could not be sent wait, and none is thanked for before all have arrived", async () => {
    const { server, world } = service();
    const letterbox = new Letterbox(server);
    world.away = true;
    letterbox.put(given("diagnosis", "yes"));
    letterbox.put(given("treatment", "no"));
    expect(await letterbox.finish()).toBe("unreachable");
    world.away = false;
    expect(await letterbox.finish()).toBe("done");
    expect(world.stored).toEqual(
      new Map([
        ["diagnosis", "yes"],
        ["treatment", "no"],
      ]),
    );
  });

  test("that were changed before they left go out as changed", async () => {
    const { server, world } = service();
    const letterbox = new Letterbox(server);
    letterbox.put(given("diagnosis", "yes"));
    letterbox.put(given("diagnosis", "no"));
    await letterbox.finish();
    expect(world.stored.get("diagnosis")).toBe("no");
  });

  test("that were withdrawn before they left do not go out", async () => {
    const { server, world } = service();
    const letterbox = new Letterbox(server);
    world.away = true;
    letterbox.put(given("diagnosis", "yes"));
    await letterbox.finish();
    letterbox.withdraw("diagnosis");
    world.away = false;
    expect(await letterbox.finish()).toBe("done");
    expect(world.stored.size).toBe(0);
  });
});

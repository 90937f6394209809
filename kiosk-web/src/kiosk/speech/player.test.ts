import { describe, expect, test } from "vitest";
import { Ears, english, settled } from "./testVoices";

describe("of the voices there are", () => {
  test("a person's recording comes before the tablet's own voice", async () => {
    const ears = new Ears().recorded("en", "Yes");
    ears.voices.add("en");
    void ears.player().say([english("Yes")]);
    expect(await ears.listens()).toEqual(["file:Yes"]);
  });

  test("the tablet's own voice comes before what a program read at build time", async () => {
    const ears = new Ears().synthesised("en", "Yes");
    ears.voices.add("en");
    void ears.player().say([english("Yes")]);
    expect(await ears.listens()).toEqual(["voice:Yes"]);
  });

  test("without a voice on the tablet the file is played", async () => {
    const ears = new Ears().synthesised("en", "Yes");
    void ears.player().say([english("Yes")]);
    expect(await ears.listens()).toEqual(["file:Yes"]);
  });

  test.each([
    ["a voice that stays silent", "synthesised", ["voice:Yes", "file:Yes"]],
    ["a recording that cannot be loaded", "recorded", ["file:Yes", "voice:Yes"]],
  ] as const)("%s gives way to the other", async (_what, kind, heard) => {
    const ears = new Ears()[kind]("en", "Yes");
    ears.voices.add("en");
    void ears.player().say([english("Yes")]);
    await settled();
    await ears.ends(false);
    expect(await ears.listens()).toEqual(heard);
  });

  test("a language without any has no listen button", () => {
    const ears = new Ears().synthesised("en", "Yes");
    expect(ears.player().speaks("en")).toBe(true);
    expect(ears.player().speaks("tl")).toBe(false);
    ears.voices.add("tl");
    expect(ears.player().speaks("tl")).toBe(true);
  });
});

describe("lines", () => {
  const ears = () => new Ears().synthesised("en", "One").synthesised("en", "Two").synthesised("en", "Three");

  test("are said one after another, and what nobody can say is left out", async () => {
    const heard = ears();
    void heard.player().say(["One", "Nobody reads this", "Two"].map(english));
    await settled();
    expect(heard.heard).toEqual(["file:One"]);
    expect(await heard.listens()).toEqual(["file:One", "file:Two"]);
  });

  test("give way at once to new ones", async () => {
    const heard = ears();
    const player = heard.player();
    void player.say([english("One"), english("Two")]);
    await settled();
    void player.say([english("Three")]);
    expect(await heard.listens()).toEqual(["file:One", "file:Three"]);
    expect(player.queue).toEqual([]);
  });

  test("are gone when the player is stopped, also while a file is looked for", async () => {
    const heard = ears();
    const player = heard.player();
    const said = player.say([english("One"), english("Two")]);
    expect(player.queue).toHaveLength(2);
    player.stop();
    expect(player.queue).toEqual([]);
    await said;
    expect(heard.heard).toEqual([]);
  });

  test("are as loud as they were asked to be", async () => {
    const heard = ears();
    const player = heard.player();
    player.volume = 0.4;
    void player.say([english("One")]);
    await heard.listens();
    expect(heard.volumes).toEqual([0.4]);
  });
});

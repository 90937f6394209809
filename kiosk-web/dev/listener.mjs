import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const speech = fileURLToPath(new URL("../dist/kiosk/assets/speech/", import.meta.url));

/** File to what it says, as somebody who hears it would know. */
function meanings() {
  const lists = readdirSync(speech).filter((file) => file.endsWith(".json") && file !== "voices.json");
  return new Map(
    lists.flatMap((list) => {
      const { recorded, synthesised } = JSON.parse(readFileSync(`${speech}${list}`, "utf8"));
      return [...Object.entries(synthesised), ...Object.entries(recorded)].map(([text, file]) => [file, text]);
    }),
  );
}

/**
 * Someone who does not see the tablet: they hear what its loudspeaker plays, swipe or press arrow keys, and touch twice in
 * the middle of the screen or press Enter. They never look at the page.
 */
export class Listener {
  #page;
  #keys;
  #touch;
  #meanings = meanings();

  constructor(page, { keys = false } = {}) {
    this.#page = page;
    this.#keys = keys;
  }

  /** Before the page is opened: notes each file as it begins, `|` where it was cut off, `.` where it came to its end. */
  async arrives() {
    this.#touch = await this.#page.context().newCDPSession(this.#page);
    await this.#page.addInitScript(() => {
      window.heard = [];
      const { play, pause } = HTMLMediaElement.prototype;
      HTMLMediaElement.prototype.play = function () {
        window.loudspeaker = this;
        window.heard.push(this.src.split("/").pop());
        this.addEventListener("ended", () => window.heard.push("."), { once: true, capture: true });
        return play.call(this);
      };
      HTMLMediaElement.prototype.pause = function () {
        window.heard.push("|");
        return pause.call(this);
      };
    });
  }

  /** Everything so far, in words. */
  async heard() {
    const files = await this.#page.evaluate(() => window.heard);
    return files.map((file) => this.#meanings.get(file) ?? file);
  }

  /** Waits until they hear these words, or words like these, after what they have heard before. */
  async hears(words, from = 0) {
    const said = (text) => (words instanceof RegExp ? words.test(text) : text === words);
    return this.#listensFor((heard) => heard.findIndex((text, at) => at >= from && said(text)), `"${words}"`);
  }

  async hearsToTheEnd(text, from = 0) {
    const at = await this.hears(text, from);
    return this.#listensFor((heard) => (heard[at + 1] === "." ? at : -1), `"${text}" to its end`);
  }

  /** Goes from choice to choice until the one they want is said, and takes it. */
  async chooses(text) {
    const said = [];
    for (let tries = 0; tries < 60; tries++) {
      const name = await this.#next();
      if (name === text) {
        await this.confirms();
        return;
      }
      said.push(name);
    }
    throw new Error(`nobody said "${text}", but: ${said.join(", ")}`);
  }

  async confirms() {
    if (this.#keys) return this.#page.keyboard.press("Enter");
    const { width, height } = this.#page.viewportSize();
    const middle = [[width / 2, height / 2]];
    // However long a busy machine takes to hand them on, the hand made them this far apart.
    const now = Date.now();
    await this.#finger(middle, now);
    await this.#finger(middle, now + 150);
  }

  async swipes() {
    const { width, height } = this.#page.viewportSize();
    const steps = [0, 0.1, 0.2, 0.3].map((part) => [width * (0.4 + part), height / 2]);
    await this.#finger(steps);
  }

  async touches() {
    const { width, height } = this.#page.viewportSize();
    await this.#finger([[width / 2, height * 0.9]]);
  }

  /** The name of the next choice: what is said after whatever was being said has been cut off. */
  async #next() {
    const before = (await this.heard()).length;
    if (this.#keys) await this.#page.keyboard.press("ArrowDown");
    else await this.swipes();
    const from = Math.max(before, (await this.heard()).lastIndexOf("|") + 1);
    const at = await this.#listensFor(
      (heard) => heard.findIndex((said, index) => index >= from && said !== "|" && said !== "."),
      "anything after a swipe",
    );
    return (await this.heard())[at];
  }

  async #listensFor(find, what) {
    for (let tries = 0; tries < 600; tries++) {
      const at = find(await this.heard());
      if (at >= 0) return at;
      await new Promise((later) => setTimeout(later, 50));
    }
    throw new Error(`did not hear ${what}, but: ${(await this.heard()).join(" / ")}`);
  }

  async #finger(places, when = Date.now()) {
    const [first, ...rest] = places.map(([x, y]) => ({ x, y }));
    const send = (type, touchPoints) =>
      this.#touch.send("Input.dispatchTouchEvent", { type, touchPoints, timestamp: when / 1000 });
    await send("touchStart", [first]);
    for (const place of rest) await send("touchMove", [place]);
    await send("touchEnd", []);
  }
}

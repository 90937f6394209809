import { describe, expect, test } from "vitest";
import { wordsFor } from "../words";
import { Speech } from "./speech";
import { Ears, settled } from "./testVoices";

const phrases = {
  "kiosk.speech.headphones": "Headphones.",
  "kiosk.speech.how": "How to choose.",
  "kiosk.speech.twice": "Touch twice.",
  "kiosk.speech.chosen": "You chose:",
};
const words = wordsFor({ languages: ["en"], wording: { en: phrases } }, "en");
const yes = { language: "en", name: "Yes", also: [], chosen: false };

function listening() {
  const ears = new Ears();
  ears.voices.add("en");
  const speech = new Speech(ears.player());
  const heard = async () => (await ears.listens()).splice(0).map((said) => said.replace("voice:", ""));
  return { ears, speech, heard };
}

test("nothing is said until somebody asks", async () => {
  const { speech, heard } = listening();
  speech.arrived(words, ["A question?", "Yes", "No"]);
  speech.announced(words, ["Something new"]);
  speech.selected(yes);
  expect(await heard()).toEqual([]);
});

test("whoever asks hears of headphones first, then the screen, then how to choose", async () => {
  const { speech, heard } = listening();
  speech.arrived(words, ["A question?", "Yes", "No"]);
  speech.turnOn();
  expect(await heard()).toEqual(["Headphones.", "A question?", "Yes", "No", "How to choose."]);
});

describe("once it reads aloud", () => {
  const reading = async () => {
    const all = listening();
    all.speech.arrived(words, ["A question?", "Yes", "No"]);
    all.speech.turnOn();
    await all.heard();
    return all;
  };

  test("each screen is read as it comes, without the explanations", async () => {
    const { speech, heard } = await reading();
    speech.arrived(words, ["Another question?", "Yes", "No"]);
    expect(await heard()).toEqual(["Another question?", "Yes", "No"]);
  });

  test("a choice says its name and how to take it", async () => {
    const { speech, heard } = await reading();
    speech.selected(yes);
    expect(await heard()).toEqual(["Yes", "Touch twice."]);
  });

  test("a choice made before says so", async () => {
    const { speech, heard } = await reading();
    speech.selected({ ...yes, chosen: true });
    expect(await heard()).toEqual(["You chose:", "Yes"]);
  });

  test("an answer is said back on the screen that follows, and only there", async () => {
    const { speech, heard } = await reading();
    speech.confirmed(yes);
    speech.arrived(words, ["Thank you"]);
    expect(await heard()).toEqual(["You chose:", "Yes", "Thank you"]);
    speech.arrived(words, ["Goodbye"]);
    expect(await heard()).toEqual(["Goodbye"]);
  });

  test("what is no answer is not said back", async () => {
    const { speech, heard } = await reading();
    speech.confirmed({ ...yes, name: "Back" });
    speech.arrived(words, ["The screen before"]);
    expect(await heard()).toEqual(["The screen before"]);
  });

  test("what changes on a screen is said, and asking again says the whole screen", async () => {
    const { speech, heard } = await reading();
    speech.announced(words, ["One moment"]);
    expect(await heard()).toEqual(["One moment"]);
    speech.repeat();
    expect(await heard()).toEqual(["A question?", "Yes", "No", "How to choose."]);
  });

  test("a new screen cuts off what was being said of the last one", async () => {
    const { ears, speech, heard } = await reading();
    speech.repeat();
    await settled();
    speech.arrived(words, ["Thank you"]);
    expect(ears.heard).toEqual(["voice:A question?"]);
    expect(await heard()).toEqual(["A question?", "Thank you"]);
  });

  test("louder and quieter stay within what can be heard", async () => {
    const { speech } = await reading();
    for (let times = 0; times < 9; times++) speech.louder();
    expect(speech.state.volume).toBe(1);
    for (let times = 0; times < 9; times++) speech.quieter();
    expect(speech.state.volume).toBe(0.2);
  });

  test("a screen in a language that nobody can say turns it off", async () => {
    const { speech } = await reading();
    speech.arrived(wordsFor({ languages: ["tl"], wording: { tl: {} } }, "tl"), ["Salamat"]);
    expect(speech.state.on).toBe(false);
  });

  test("a patient who leaves takes everything along: the queue, the volume and the reading", async () => {
    const { speech, heard } = await reading();
    speech.louder();
    await settled();
    expect(speech.speaking).toBe(true);
    speech.confirmed(yes);
    speech.forget();
    expect(speech.speaking).toBe(false);
    expect(speech.state).toEqual({ on: false, volume: 0.8 });
    await heard();
    speech.arrived(words, ["Welcome"]);
    expect(await heard()).toEqual([]);
    speech.turnOn();
    expect(await heard()).toEqual(["Headphones.", "Welcome", "How to choose."]);
  });
});

describe("the warning before the screen is cleared", () => {
  test("is said also to who did not ask for reading", async () => {
    const { speech, heard } = listening();
    speech.arrived(words, ["A question?"]);
    speech.warned(words, ["Are you still there?"]);
    expect(await heard()).toEqual(["Are you still there?"]);
    speech.calmed();
    expect(await heard()).toEqual([]);
  });

  test("leads back to the screen for who listens", async () => {
    const { speech, heard } = listening();
    speech.arrived(words, ["A question?"]);
    speech.turnOn();
    await heard();
    speech.warned(words, ["Are you still there?"]);
    await heard();
    speech.calmed();
    expect(await heard()).toEqual(["A question?", "How to choose."]);
  });
});

// @vitest-environment happy-dom
import { readdirSync, readFileSync } from "node:fs";
import { type ComponentChild, render } from "preact";
import { afterEach, describe, expect, test, vi } from "vitest";
import { spokenTexts } from "../../../tools/speech/spoken";
import { ComfortBar } from "../parts/ComfortBar";
import type { Setup } from "../setup";
import { choiceOf, choicesOn } from "../speech/choices";
import { linesOf, type Says } from "../speech/narrator";
import { Speech, SpeechContext } from "../speech/speech";
import { Ears } from "../speech/testVoices";
import { type Words, wordsFor } from "../words";
import { AlreadyAnswered, NotOpen, NotSaved, Saving, Thanks } from "./endings";
import { FollowUpNumber } from "./FollowUpNumber";
import { HelpOffer } from "./HelpOffer";
import { Question } from "./Question";
import { ScanCode } from "./ScanCode";
import { StillThere } from "./StillThere";
import { TeachBack } from "./TeachBack";
import { Unavailable } from "./Unavailable";
import { VisitCode } from "./VisitCode";
import { Welcome } from "./Welcome";
import { WhoAnswers } from "./WhoAnswers";

/** Every screen that a patient can come to says what it is, and each thing on it that can be chosen has a voice. */

const catalogue = "../backend/src/main/resources/org/homeward/survey/wording/en.json";
const texts: Record<string, string> = JSON.parse(readFileSync(catalogue, "utf8"));
const words = wordsFor({ languages: ["en"], wording: { en: texts } }, "en");
const sayable = new Set(spokenTexts(texts, words).map(({ text }) => text));

const setup = {
  languages: ["en"],
  wording: { en: texts },
  facility: { name: "Riverside General Hospital" },
} as unknown as Setup;

const nothing = () => {};
const ending = { words, showFor: 10_000, settleFor: 0, onDone: nothing };

const screens: Record<string, { file: string; shown: ComponentChild }> = {
  "the first screen": {
    file: "Welcome",
    shown: <Welcome setup={setup} needsStaff staffLabel="About this tablet" onLanguage={nothing} onStaff={nothing} />,
  },
  "a tablet out of use": {
    file: "Unavailable",
    shown: <Unavailable setup={setup} staffLabel="About this tablet" onStaff={nothing} />,
  },
  "the visit code": {
    file: "VisitCode",
    shown: (
      <VisitCode
        words={words}
        typed="7K3"
        trouble="short"
        looking={false}
        onSymbol={nothing}
        onDelete={nothing}
        onEnter={nothing}
        onScanned={nothing}
        onNoCode={nothing}
        onBack={nothing}
      />
    ),
  },
  "the camera": { file: "ScanCode", shown: <ScanCode words={words} onFound={nothing} onBack={nothing} /> },
  "who answers": {
    file: "WhoAnswers",
    shown: <WhoAnswers words={words} onChosen={nothing} onBack={nothing} onStop={nothing} />,
  },
  "a question": {
    file: "Question",
    shown: (
      <Question
        words={words}
        item="diagnosis"
        step={1}
        steps={3}
        respondent="carer"
        given="no"
        settleFor={0}
        onAnswer={nothing}
        onSkip={nothing}
        onBack={nothing}
        onStop={nothing}
      />
    ),
  },
  "the offer of help": {
    file: "HelpOffer",
    shown: <HelpOffer words={words} onChosen={nothing} onBack={nothing} onStop={nothing} />,
  },
  "the patient's own words": {
    file: "TeachBack",
    shown: <TeachBack words={words} onSaid={nothing} onSkip={nothing} onBack={nothing} onStop={nothing} />,
  },
  "the number for the follow-up": {
    file: "FollowUpNumber",
    shown: (
      <FollowUpNumber
        words={words}
        typed="+1"
        short={false}
        onSymbol={nothing}
        onDelete={nothing}
        onAgree={nothing}
        onDecline={nothing}
        onBack={nothing}
      />
    ),
  },
  saving: { file: "endings", shown: <Saving words={words} /> },
  thanks: { file: "endings", shown: <Thanks {...ending} answered help="told" /> },
  "thanks for nothing": { file: "endings", shown: <Thanks {...ending} answered={false} help={null} /> },
  "answered before": { file: "endings", shown: <AlreadyAnswered {...ending} /> },
  "a visit that is closed": { file: "endings", shown: <NotOpen {...ending} /> },
  "not saved": { file: "endings", shown: <NotSaved words={words} onAgain={nothing} onDone={nothing} /> },
  "the warning": {
    file: "StillThere",
    shown: <StillThere words={words} seconds={12} of={30} onStay={nothing} onMove={nothing} onLeave={nothing} />,
  },
};

/** For the employee who asks aloud. */
const forStaff = ["Asking"];

function listening() {
  const speech = new Speech(new Ears().player());
  const said: string[] = [];
  const note = (by: Words, says: Says) => void said.push(...linesOf(by, says).map(({ text }) => text));
  vi.spyOn(speech, "arrived").mockImplementation(note);
  vi.spyOn(speech, "warned").mockImplementation(note);
  return { speech, said };
}

afterEach(() => {
  render(null, document.body);
  vi.useRealTimers();
});

/** There is nothing to do on these but wait, for a moment or for staff. */
const waiting = ["saving", "a tablet out of use"];

describe.each(Object.entries(screens))("%s", (name, { shown }) => {
  test("says what it is when it comes, in words that have a voice", () => {
    const { speech, said } = listening();
    render(<SpeechContext.Provider value={speech}>{shown}</SpeechContext.Provider>, document.body);
    expect(said.length).toBeGreaterThan(0);
    expect(said.filter((text) => !sayable.has(text))).toEqual([]);
  });

  test("has a voice for each thing that can be chosen", () => {
    const { speech } = listening();
    render(<SpeechContext.Provider value={speech}>{shown}</SpeechContext.Provider>, document.body);
    for (const button of document.querySelectorAll("button")) button.disabled = false;
    const choices = choicesOn(document).map(choiceOf);
    const spoken = choices.flatMap(({ name, also }) => [name, ...also]);
    if (!waiting.includes(name)) expect(choices.length).toBeGreaterThan(0);
    expect(spoken.filter((text) => !sayable.has(text))).toEqual([]);
  });
});

test("what lies under every screen has a voice", () => {
  const { speech } = listening();
  speech.turnOn();
  const comfort = { strongContrast: false, largeText: false };
  render(<ComfortBar words={words} speech={speech} audible comfort={comfort} onComfort={nothing} />, document.body);
  const spoken = choicesOn(document).map((choice) => choiceOf(choice).name);
  expect(spoken).toHaveLength(6);
  expect(spoken.filter((text) => !sayable.has(text))).toEqual([]);
});

test("no screen is forgotten", () => {
  const files = readdirSync("src/kiosk/screens")
    .filter((file) => file.endsWith(".tsx") && !file.includes(".test."))
    .map((file) => file.replace(".tsx", ""));
  const covered = new Set([...Object.values(screens).map(({ file }) => file), ...forStaff]);
  expect(files.filter((file) => !covered.has(file))).toEqual([]);
});

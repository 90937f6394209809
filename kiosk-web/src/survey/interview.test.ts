import { describe, expect, test } from "vitest";
import { abandoned, askedAloud } from "./interview";
import type { Options } from "./options";
import { responseBody } from "./response";
import { Patient, threeItems } from "./scenario";

const code = "7K3M9QX1";
const mistyped = "7K3M9QX2";

const found = { type: "visit-found", visitCode: code, answered: false, numberMissing: true } as const;

const atTheQuestions = (options: Partial<Options> = {}) =>
  new Patient(options).chooses("en").enters(code).does(found).is("patient");

const owed = (patient: Patient) => abandoned(threeItems, patient.options, patient.state);

describe("a patient with a code", () => {
  test("answers three questions and is thanked once they are saved", () => {
    const patient = atTheQuestions().answers("yes", "partly", "no");
    expect(patient.state).toEqual({
      screen: "saving",
      submission: {
        channel: "kiosk",
        language: "en",
        visitCode: code,
        respondent: "patient",
        answers: { diagnosis: "yes", treatment: "partly", "next-steps": "no" },
        explain: [],
        teachBack: "",
        followUp: null,
        outcome: "complete",
      },
    });
    expect(patient.does({ type: "saved" }).state).toEqual({
      screen: "thanks",
      language: "en",
      answered: true,
      wantsHelp: false,
    });
  });

  test("may leave a question out", () => {
    const { state } = atTheQuestions().answers("yes").skips().answers("no");
    expect(state).toMatchObject({
      screen: "saving",
      submission: { outcome: "complete", answers: { diagnosis: "yes", "next-steps": "no" } },
    });
  });

  test("who leaves all of them out has stopped, and is still thanked", () => {
    const patient = atTheQuestions().skips().skips().skips();
    expect(patient.state).toMatchObject({ submission: { outcome: "stopped", answers: {} } });
    expect(patient.does({ type: "saved" }).state).toMatchObject({ screen: "thanks", answered: false });
  });

  test("can go back and change an answer", () => {
    const { state } = atTheQuestions().answers("no").goesBack().answers("yes", "yes", "yes");
    expect(state).toMatchObject({ submission: { answers: { diagnosis: "yes" } } });
  });

  test("can go back and take an answer away", () => {
    const { state } = atTheQuestions().answers("no").goesBack().skips().answers("yes", "yes");
    expect(state).toMatchObject({ submission: { answers: { treatment: "yes", "next-steps": "yes" } } });
    expect(state).not.toHaveProperty("submission.answers.diagnosis");
  });

  test("who went back past the first question and says someone else answers starts them afresh", () => {
    const { state } = atTheQuestions().answers("no").goesBack().goesBack().is("carer");
    expect(state).toMatchObject({ screen: "question", at: 0, sitting: { respondent: "carer", answers: {} } });
  });

  test("whose visit is closed is led to staff, and nothing is recorded", () => {
    const patient = new Patient().chooses("en").enters(code).does({ type: "visit-closed", visitCode: code });
    expect(patient.state).toEqual({ screen: "closed", language: "en" });
    expect(owed(patient)).toBeNull();
  });

  test("whose paper the camera reads is looked up like one who typed", () => {
    const patient = new Patient().chooses("en").types("7K").does({ type: "code-scanned", visitCode: code });
    expect(patient.state).toMatchObject({ typed: code, trouble: null, looking: true });
    expect(patient.does(found).state).toMatchObject({ screen: "respondent", visitCode: code });
  });

  test("is not sent on by a code that the camera misread", () => {
    const patient = new Patient().chooses("en").does({ type: "code-scanned", visitCode: mistyped });
    expect(patient.state).toMatchObject({ screen: "visit", typed: "", looking: false });
  });

  test("has it read as meant: small letters, O for 0, I and L for 1", () => {
    expect(new Patient().chooses("es").types("oil-7k").state).toMatchObject({ typed: "0117K" });
  });

  test("is told as soon as the last symbol shows that one is mistyped, and is not sent on", () => {
    const patient = new Patient().chooses("en").types(mistyped);
    expect(patient.state).toMatchObject({ screen: "visit", trouble: "mistyped" });
    expect(patient.does({ type: "code-entered" }).state).toMatchObject({ trouble: "mistyped", looking: false });
    expect(patient.does({ type: "symbol-deleted" }).state).toMatchObject({ trouble: null, typed: "7K3M9QX" });
  });

  test("who stops typing early hears how long a code is", () => {
    expect(new Patient().chooses("en").enters("7K3").state).toMatchObject({ trouble: "short", typed: "7K3" });
  });

  test("goes on when the code cannot be looked up now", () => {
    const { state } = new Patient().chooses("en").enters(code).does({ type: "visit-not-looked-up", visitCode: code });
    expect(state).toMatchObject({ screen: "respondent", language: "en", visitCode: code });
  });

  test("can correct a code nobody knows, or go on without one", () => {
    const patient = new Patient().chooses("en").enters(code).does({ type: "visit-unknown", visitCode: code });
    expect(patient.state).toMatchObject({ screen: "visit", trouble: "unknown", typed: code });
    expect(patient.does({ type: "no-code" }).state).toMatchObject({ screen: "respondent", visitCode: null });
  });

  test("who answered before is told so and asked nothing", () => {
    const patient = new Patient()
      .chooses("es")
      .enters(code)
      .does({ ...found, answered: true });
    expect(patient.state).toEqual({ screen: "answered", language: "es" });
    expect(owed(patient)).toBeNull();
  });

  test("is not moved by a look-up that comes late, after they changed the code", () => {
    const patient = new Patient().chooses("en").enters(code).does({ type: "symbol-deleted" });
    const before = patient.state;
    expect(patient.does(found).state).toBe(before);
  });

  test("keeps the language they chose, whatever the discharge says", () => {
    expect(atTheQuestions().state).toMatchObject({ sitting: { language: "en" } });
  });
});

describe("a patient who has not understood", () => {
  const options = { offerHelp: true };

  test("is asked once whether somebody shall explain, and everything unclear goes with the wish", () => {
    const patient = atTheQuestions(options).answers("yes", "partly");
    expect(patient.state).toMatchObject({ screen: "help", at: 1 });
    patient.wantsHelp(true);
    expect(patient.state).toMatchObject({ screen: "question", at: 2 });
    patient.answers("no");
    expect(patient.state).toMatchObject({ screen: "saving", submission: { explain: ["treatment", "next-steps"] } });
    expect(patient.does({ type: "saved" }).state).toMatchObject({ screen: "thanks", wantsHelp: true });
  });

  test("who would rather not is not asked again", () => {
    const { state } = atTheQuestions(options).answers("no").wantsHelp(false).answers("no", "partly");
    expect(state).toMatchObject({ screen: "saving", submission: { explain: [] } });
  });

  test("is asked after the last question too", () => {
    const patient = atTheQuestions(options).answers("yes", "yes", "partly");
    expect(patient.state).toMatchObject({ screen: "help", at: 2 });
    expect(patient.wantsHelp(true).state).toMatchObject({ submission: { explain: ["next-steps"] } });
  });

  test("can go back from there, and who then has understood is not asked", () => {
    const patient = atTheQuestions(options).answers("no").goesBack();
    expect(patient.state).toMatchObject({ screen: "question", at: 0 });
    expect(patient.answers("yes").state).toMatchObject({ screen: "question", at: 1 });
  });

  test("who changes the answer to yes has nothing to be explained", () => {
    const { state } = atTheQuestions(options).answers("no").wantsHelp(true).goesBack().answers("yes", "yes", "yes");
    expect(state).toMatchObject({ submission: { explain: [] } });
  });

  test("who leaves after asking for it is heard all the same", () => {
    const patient = atTheQuestions(options).answers("no").wantsHelp(true);
    expect(owed(patient)).toMatchObject({ outcome: "stopped", answers: {}, explain: ["diagnosis"] });
  });

  test("is asked nothing where the facility does not offer it", () => {
    expect(atTheQuestions().answers("no").state).toMatchObject({ screen: "question", at: 1 });
  });
});

describe("teach-back", () => {
  const options = { teachBack: true };

  test("comes after the three, in the patient's own words", () => {
    const patient = atTheQuestions(options).answers("yes", "yes", "yes");
    expect(patient.state).toMatchObject({ screen: "teach-back" });
    expect(patient.teachesBack("  take the white pill ").state).toMatchObject({
      submission: { teachBack: "take the white pill" },
    });
  });

  test("may be skipped, and one can go back from it", () => {
    const patient = atTheQuestions(options).answers("yes", "yes", "yes");
    expect(patient.goesBack().state).toMatchObject({ screen: "question", at: 2 });
    expect(patient.answers("no").skips().state).toMatchObject({ submission: { teachBack: "" } });
  });

  test("is not asked of whoever has answered nothing", () => {
    expect(atTheQuestions(options).skips().skips().skips().state).toMatchObject({ screen: "saving" });
  });
});

describe("the number for the follow-up text", () => {
  const options = { askNumber: true };
  const asked = () => atTheQuestions(options).answers("yes", "yes", "yes");

  test("is asked at the end, and kept with the consent that stood beside it", () => {
    const patient = asked().types("+1 (202) 555-0123");
    expect(patient.state).toMatchObject({ screen: "number", typed: "+12025550123" });
    expect(patient.does({ type: "number-given", consentVersion: 3 }).state).toMatchObject({
      screen: "saving",
      submission: { followUp: { number: "+12025550123", consent: { version: 3, language: "en" } } },
    });
  });

  test("that is too short is not taken yet", () => {
    const patient = asked().types("20255").does({ type: "number-given", consentVersion: 1 });
    expect(patient.state).toMatchObject({ screen: "number", short: true, typed: "20255" });
    expect(patient.types("5").state).toMatchObject({ short: false });
  });

  test("can be declined", () => {
    expect(asked().types("2025550123").skips().state).toMatchObject({ submission: { followUp: null } });
  });

  test("is asked of nobody whose visit has one, is not known for certain, or who is not the patient", () => {
    const answering = (patient: Patient) => patient.answers("yes", "yes", "yes").state.screen;
    const arriving = () => new Patient(options).chooses("en");
    expect(
      answering(
        arriving()
          .enters(code)
          .does({ ...found, numberMissing: false })
          .is("patient"),
      ),
    ).toBe("saving");
    const offline = { type: "visit-not-looked-up", visitCode: code } as const;
    expect(answering(arriving().enters(code).does(offline).is("patient"))).toBe("saving");
    expect(answering(arriving().does({ type: "no-code" }).is("patient"))).toBe("saving");
    expect(answering(arriving().enters(code).does(found).is("carer"))).toBe("saving");
    expect(answering(arriving().enters(code).does(found).is("interpreter"))).toBe("number");
  });
});

describe("an employee who asks aloud", () => {
  test("enters the answers, which are kept apart by their channel", () => {
    const patient = new Patient().does({ type: "staff-asks" });
    expect(patient.state).toEqual({ screen: "asking" });
    patient.chooses("es").enters(code).does(found).is("patient");
    expect(askedAloud(patient.state)).toBe(true);
    expect(patient.answers("yes", "no", "yes").state).toMatchObject({
      submission: { channel: "staff", language: "es" },
    });
  });

  test("can go back to choose the language, and from there to the first screen", () => {
    const patient = new Patient().does({ type: "staff-asks" }).chooses("es").goesBack();
    expect(patient.state).toEqual({ screen: "asking" });
    expect(patient.goesBack().state).toEqual({ screen: "welcome" });
  });
});

describe("a visit that staff have picked", () => {
  const picking = { type: "visit-picked", visitCode: code, language: "es", numberMissing: true } as const;
  const picked = () => new Patient().does(picking);

  test("begins with who answers, in the language that staff chose", () => {
    expect(picked().state).toEqual({
      screen: "respondent",
      channel: "kiosk",
      language: "es",
      visitCode: code,
      numberMissing: true,
    });
  });

  test("is answered like any other", () => {
    expect(picked().is("carer").answers("yes", "yes", "no").state).toMatchObject({
      submission: { visitCode: code, respondent: "carer", outcome: "complete" },
    });
  });

  test("changes nothing for a patient who is at the tablet already", () => {
    const patient = new Patient().chooses("en").types("7K");
    const before = patient.state;
    expect(patient.does(picking).state).toEqual(before);
  });
});

describe("a walk-up", () => {
  test("answers without a visit", () => {
    const { state } = new Patient().chooses("es").does({ type: "no-code" }).is("carer").answers("yes", "yes", "yes");
    expect(state).toMatchObject({ submission: { visitCode: null, respondent: "carer", language: "es" } });
  });
});

describe("a failed save", () => {
  test("is not thanked for, and can be tried again with the same answers", () => {
    const patient = atTheQuestions().answers("yes", "yes", "no");
    const { submission } = patient.state as { submission: unknown };
    patient.does({ type: "not-saved" });
    expect(patient.state).toEqual({ screen: "failed", submission });
    expect(patient.does({ type: "tried-again" }).state).toEqual({ screen: "saving", submission });
  });
});

describe("whoever leaves", () => {
  test("leaves nothing on the tablet", () => {
    expect(atTheQuestions().answers("no").does({ type: "ended" }).state).toEqual({ screen: "welcome" });
  });

  test("in the questions is recorded as stopped, without the answers touched so far", () => {
    const patient = atTheQuestions().answers("no", "no");
    expect(owed(patient)).toMatchObject({ outcome: "stopped", visitCode: code, answers: {} });
  });

  test("leaves the answers touched so far where the facility keeps them", () => {
    const patient = atTheQuestions({ keepAbandonedAnswers: true }).answers("no", "yes");
    expect(owed(patient)).toMatchObject({ outcome: "stopped", answers: { diagnosis: "no", treatment: "yes" } });
  });

  test("after the last question has answered, and leaves out only what would have come after", () => {
    const options = { offerHelp: true, teachBack: true, askNumber: true };
    const atHelp = atTheQuestions(options).answers("yes", "yes", "no");
    expect(atHelp.state).toMatchObject({ screen: "help" });
    expect(owed(atHelp)).toMatchObject({ outcome: "complete", answers: { "next-steps": "no" }, explain: [] });
    const atNumber = atTheQuestions(options).answers("yes", "yes", "yes").teachesBack("rest").types("202555");
    expect(owed(atNumber)).toMatchObject({ outcome: "complete", teachBack: "rest", followUp: null });
  });

  test("from where the code is typed, having come back to it, is recorded for the visit that was named", () => {
    const patient = new Patient().chooses("en").enters(code).does(found).goesBack().types("00");
    expect(patient.state).toMatchObject({ screen: "visit", typed: "00" });
    expect(owed(patient)).toMatchObject({ outcome: "stopped", visitCode: code, answers: {} });
  });

  test("from where the code is typed, having named no visit, is not recorded", () => {
    expect(owed(new Patient().chooses("en").types(code))).toBeNull();
  });

  test("after naming a visit is recorded as stopped", () => {
    const patient = new Patient().chooses("en").enters(code).does({ type: "visit-not-looked-up", visitCode: code });
    expect(owed(patient)).toMatchObject({ outcome: "stopped", visitCode: code });
  });

  test("before naming a visit or seeing a question is not recorded", () => {
    for (const patient of [
      new Patient(),
      new Patient().chooses("en").types("7K3"),
      new Patient().chooses("en").does({ type: "no-code" }),
    ]) {
      expect(owed(patient)).toBeNull();
    }
  });

  test("while saving or after it is not recorded a second time", () => {
    const patient = atTheQuestions().answers("yes", "yes", "yes");
    expect(owed(patient)).toBeNull();
    expect(owed(patient.does({ type: "saved" }))).toBeNull();
  });
});

test("an answer that comes when no question is shown changes nothing", () => {
  const { state } = new Patient().chooses("en").answers("yes");
  expect(state).toMatchObject({ screen: "visit", typed: "" });
});

test("the body says what was asked for besides, and only then", () => {
  const { state } = atTheQuestions({ offerHelp: true, teachBack: true, askNumber: true })
    .answers("no")
    .wantsHelp(true)
    .answers("yes", "yes")
    .teachesBack("rest")
    .types("2025550123")
    .does({ type: "number-given", consentVersion: 1 });
  if (state.screen !== "saving") throw new Error("not done");
  const bytes = responseBody(state.submission, threeItems, new Date("2026-11-22T10:15:00Z"));
  expect(JSON.parse(new TextDecoder().decode(bytes))).toMatchObject({
    explain: ["diagnosis"],
    teachBack: "rest",
    followUp: { number: "2025550123", consent: { version: 1, language: "en" } },
  });
});

test("the body says what the contract asks, in bytes that can be kept", () => {
  const { state } = atTheQuestions().answers("yes").skips().answers("no");
  if (state.screen !== "saving") throw new Error("not done");
  const bytes = responseBody(state.submission, threeItems, new Date("2026-11-22T10:15:00Z"));
  expect(JSON.parse(new TextDecoder().decode(bytes))).toEqual({
    visitCode: code,
    touchpoint: "at-discharge",
    channel: "kiosk",
    respondent: "patient",
    language: "en",
    instrument: 1,
    outcome: "complete",
    answers: { diagnosis: "yes", "next-steps": "no" },
    answeredAt: "2026-11-22T10:15:00.000Z",
  });
});

import { describe, expect, test } from "vitest";
import { abandoned } from "./interview";
import { responseBody } from "./response";
import { Patient, threeItems } from "./scenario";

const code = "7K3M9QX1";
const mistyped = "7K3M9QX2";

const atTheQuestions = () =>
  new Patient()
    .chooses("en")
    .enters(code)
    .does({ type: "visit-found", visitCode: code, answered: false })
    .is("patient");

describe("a patient with a code", () => {
  test("answers three questions and is thanked once they are saved", () => {
    const patient = atTheQuestions().answers("yes", "partly", "no");
    expect(patient.state).toEqual({
      screen: "saving",
      submission: {
        language: "en",
        visitCode: code,
        respondent: "patient",
        answers: { diagnosis: "yes", treatment: "partly", "next-steps": "no" },
        outcome: "complete",
      },
    });
    expect(patient.does({ type: "saved" }).state).toEqual({ screen: "thanks", language: "en", answered: true });
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
    expect(abandoned(patient.state)).toBeNull();
  });

  test("whose paper the camera reads is looked up like one who typed", () => {
    const patient = new Patient().chooses("en").types("7K").does({ type: "code-scanned", visitCode: code });
    expect(patient.state).toMatchObject({ typed: code, trouble: null, looking: true });
    expect(patient.does({ type: "visit-found", visitCode: code, answered: false }).state).toMatchObject({
      screen: "respondent",
      visitCode: code,
    });
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
    expect(state).toEqual({ screen: "respondent", language: "en", visitCode: code });
  });

  test("can correct a code nobody knows, or go on without one", () => {
    const patient = new Patient().chooses("en").enters(code).does({ type: "visit-unknown", visitCode: code });
    expect(patient.state).toMatchObject({ screen: "visit", trouble: "unknown", typed: code });
    expect(patient.does({ type: "no-code" }).state).toMatchObject({ screen: "respondent", visitCode: null });
  });

  test("who answered before is told so and asked nothing", () => {
    const { state } = new Patient()
      .chooses("es")
      .enters(code)
      .does({ type: "visit-found", visitCode: code, answered: true });
    expect(state).toEqual({ screen: "answered", language: "es" });
    expect(abandoned(state)).toBeNull();
  });

  test("is not moved by a look-up that comes late, after they changed the code", () => {
    const patient = new Patient().chooses("en").enters(code).does({ type: "symbol-deleted" });
    const before = patient.state;
    expect(patient.does({ type: "visit-found", visitCode: code, answered: false }).state).toBe(before);
  });

  test("keeps the language they chose, whatever the discharge says", () => {
    expect(atTheQuestions().state).toMatchObject({ sitting: { language: "en" } });
  });
});

describe("a visit that staff have picked", () => {
  const picked = () => new Patient().does({ type: "visit-picked", visitCode: code, language: "es" });

  test("begins with who answers, in the language that staff chose", () => {
    expect(picked().state).toEqual({ screen: "respondent", language: "es", visitCode: code });
  });

  test("is answered like any other", () => {
    expect(picked().is("carer").answers("yes", "yes", "no").state).toMatchObject({
      submission: { visitCode: code, respondent: "carer", outcome: "complete" },
    });
  });

  test("changes nothing for a patient who is at the tablet already", () => {
    const patient = new Patient().chooses("en").types("7K");
    const before = patient.state;
    expect(patient.does({ type: "visit-picked", visitCode: code, language: "es" }).state).toEqual(before);
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
    const { state } = atTheQuestions().answers("no", "no");
    expect(abandoned(state)).toMatchObject({ outcome: "stopped", visitCode: code, answers: {} });
  });

  test("from where the code is typed, having come back to it, is recorded for the visit that was named", () => {
    const named = new Patient()
      .chooses("en")
      .enters(code)
      .does({ type: "visit-found", visitCode: code, answered: false });
    const { state } = named.goesBack().types("00");
    expect(state).toMatchObject({ screen: "visit", typed: "00" });
    expect(abandoned(state)).toMatchObject({ outcome: "stopped", visitCode: code, answers: {} });
  });

  test("from where the code is typed, having named no visit, is not recorded", () => {
    expect(abandoned(new Patient().chooses("en").types(code).state)).toBeNull();
  });

  test("after naming a visit is recorded as stopped", () => {
    const { state } = new Patient().chooses("en").enters(code).does({ type: "visit-not-looked-up", visitCode: code });
    expect(abandoned(state)).toMatchObject({ outcome: "stopped", visitCode: code });
  });

  test("before naming a visit or seeing a question is not recorded", () => {
    for (const patient of [
      new Patient(),
      new Patient().chooses("en").types("7K3"),
      new Patient().chooses("en").does({ type: "no-code" }),
    ]) {
      expect(abandoned(patient.state)).toBeNull();
    }
  });

  test("while saving or after it is not recorded a second time", () => {
    const patient = atTheQuestions().answers("yes", "yes", "yes");
    expect(abandoned(patient.state)).toBeNull();
    expect(abandoned(patient.does({ type: "saved" }).state)).toBeNull();
  });
});

test("an answer that comes when no question is shown changes nothing", () => {
  const { state } = new Patient().chooses("en").answers("yes");
  expect(state).toMatchObject({ screen: "visit", typed: "" });
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

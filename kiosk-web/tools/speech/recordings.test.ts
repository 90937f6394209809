import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { recordingsIn } from "./recordings";
import { spokenTexts } from "./spoken";

const texts = [{ name: "answer.yes", text: "Yes" }];
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "homeward-recordings-"));
  mkdirSync(join(folder, "en"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (name: string, content = "") => writeFileSync(join(folder, "en", name), content);

test("a recording is used while the catalogue has the words that were read", () => {
  put("answer.yes.mp3");
  put("answer.yes.txt", "Yes\n");
  const { files, complaints } = recordingsIn(folder, "en", texts);
  expect([...files]).toEqual([["Yes", join(folder, "en", "answer.yes.mp3")]]);
  expect(complaints).toEqual([]);
});

test("a recording of words that have changed is not used, and whoever builds is told both", () => {
  put("answer.yes.opus");
  put("answer.yes.txt", "Yes, I do");
  const { files, complaints } = recordingsIn(folder, "en", texts);
  expect(files.size).toBe(0);
  expect(complaints).toEqual([
    'recordings/en/answer.yes.opus: says "Yes, I do", but the wording is now "Yes"; not used until it is recorded again',
  ]);
});

test("a recording that nobody can check, or that says nothing of ours, is not used", () => {
  put("answer.yes.opus");
  put("answer.maybe.opus");
  put("answer.maybe.txt", "Maybe");
  const { files, complaints } = recordingsIn(folder, "en", texts);
  expect(files.size).toBe(0);
  expect(complaints).toEqual([
    "recordings/en/answer.maybe.opus: the catalogue has no answer.maybe; not used",
    "recordings/en/answer.yes.opus: answer.yes.txt with the words that were read is missing; not used",
  ]);
});

test("a language without recordings has none", () => {
  expect(recordingsIn(folder, "ht", texts)).toEqual({ files: new Map(), complaints: [] });
});

test("a text with blanks that nobody fills in stops the build", () => {
  expect(() => spokenTexts({ "kiosk.new": "{count} things" }, () => "")).toThrow("kiosk.new has blanks");
});

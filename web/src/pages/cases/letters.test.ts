import { expect, test } from "vitest";

import type { CaseLetterRow } from "../../api/types";
import { answered, answering } from "./letters";

const letter = (change: Partial<CaseLetterRow["facts"]>, more: Partial<CaseLetterRow> = {}): CaseLetterRow => ({
  entry: 0,
  facts: { on: "2026-09-01", direction: "in", kind: "letter", party: "state", subject: "Prices", reference: "", owed: { by: "agency", due: "2026-09-20" }, ...change },
  answer: null,
  answers: [],
  awaits: true,
  overdue_days: null,
  withdrawn: false,
  corrections: [],
  registered: "2026-09-01",
  by: null,
  ...more,
});

test("what became of an answer is said in words", () => {
  expect(answered(letter({}))).toBe("owed by Implementing agency until 20 Sep 2026");
  expect(answered(letter({}, { overdue_days: 1 }))).toContain("1 day over");
  expect(answered(letter({}, { answer: { letter: 0, reason: null, on: "2026-09-02", by: null } }))).toBe("by 1");
  expect(answered(letter({}, { answer: { letter: null, reason: "Answered by telephone", on: "2026-09-02", by: null } }))).toBe("none needed: Answered by telephone");
  expect(answered(letter({ owed: null }))).toBe("none asked for");
});

test("an answer goes the other way, between the same parties, not before", () => {
  const asked = letter({});
  const fit = letter({ direction: "out", on: "2026-09-02" });
  const others = [letter({ direction: "out", on: "2026-08-31" }), letter({ direction: "out", party: "industry" }), letter({}), letter({ direction: "out" }, { withdrawn: true })];
  expect(answering(asked, [...others, fit])).toEqual([fit]);
});

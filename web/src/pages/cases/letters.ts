/** How correspondence is spoken of on the pages. */
import type { CaseLetterRow } from "../../api/types";
import type { Choice } from "../../parts/Filters";
import { day } from "../../parts/format";
import { days, HOLDERS, named } from "./words";

export const DIRECTIONS: Choice<CaseLetterRow["facts"]["direction"]> = [
  ["in", "Came in"],
  ["out", "Went out"],
];

export const LETTER_KINDS: Choice<CaseLetterRow["facts"]["kind"]> = [
  ["letter", "Letter"],
  ["email", "E-mail"],
  ["memorandum", "Memorandum"],
  ["cable", "Cable"],
];

/** Who may owe an answer to what came in: pools of the service. */
export const ANSWERERS = HOLDERS.filter(([party]) => ["sco", "agency", "case_writers", "program_managers"].includes(party));

/** How a letter is called in a list of choices. */
export const called = (row: CaseLetterRow): string =>
  `${row.entry + 1}: ${row.facts.direction === "in" ? "from" : "to"} ${named(HOLDERS, row.facts.party)}, ${day(row.facts.on)}, ${row.facts.subject}`;

/** The letters that could answer one: the other way, between the same parties, not before it. */
export const answering = (asked: CaseLetterRow, letters: CaseLetterRow[]): CaseLetterRow[] =>
  letters.filter(({ facts, withdrawn }) => !withdrawn && facts.direction !== asked.facts.direction && facts.party === asked.facts.party && facts.on >= asked.facts.on);

/** What became of the answer to a letter. */
export function answered({ facts, answer, overdue_days, withdrawn }: CaseLetterRow): string {
  if (withdrawn) return "withdrawn";
  if (answer?.reason) return `none needed: ${answer.reason}`;
  if (answer?.letter !== null && answer?.letter !== undefined) return `by ${answer.letter + 1}`;
  if (!facts.owed) return "none asked for";
  const owed = `owed by ${named(HOLDERS, facts.owed.by)} until ${day(facts.owed.due)}`;
  return overdue_days ? `${owed}, ${days(overdue_days)} over` : owed;
}

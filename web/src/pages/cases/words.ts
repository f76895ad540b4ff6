/** How cases are spoken of on the pages. */
import type { CasePhase, CaseRow, CaseHolder, ForecastRange, MilestoneDefinition, StuckKind } from "../../api/types";
import type { Choice } from "../../parts/Filters";
import { count, daysBetween } from "../../parts/format";

export const PARTS = [
  ["development", "In development"],
  ["execution", "In execution"],
  ["closure", "To be closed"],
  ["held", "On hold"],
  ["holds", "Holds to decide or overdue"],
  ["late", "Past the goal"],
  ["stuck", "Stuck"],
  ["unassigned", "Managed by nobody"],
  ["watched", "Watched by you"],
  ["departing", "Departing from the rules"],
  ["over", "Closed or cancelled"],
  ["overdue", "With something overdue"],
  ["delivery_late", "With a late delivery"],
  ["discrepancy", "With an open discrepancy report"],
  ["review_late", "Review not held"],
  ["reconcile", "Not reconciled"],
  ["backlog", "Closure backlog"],
  ["closable", "Can be closed"],
  ["forced", "To be closed by force"],
  ["awaits_answer", "Awaiting an answer"],
] as const;

export const ORDERS = [
  ["goal", "Least left of the goal"],
  ["value", "Largest value"],
  ["number", "Identifier"],
  ["answer", "Answer due first"],
] as const;

export const PHASES: Choice<CasePhase> = [
  ["lor_processing", "LOR processing"],
  ["data_development", "Data development"],
  ["writing", "Writing"],
  ["review", "Review"],
  ["state_review", "State review"],
  ["offered", "Offered"],
  ["accepted", "Accepted"],
  ["executing", "Executing"],
  ["supply_complete", "Supply complete"],
  ["interim_closed", "Interim closed"],
  ["closed", "Closed"],
  ["cancelled", "Cancelled"],
];

/** Why a case is stuck. */
export const STUCK: Choice<StuckKind> = [
  ["silent", "Longer there than plausible"],
  ["hold_overdue", "Hold past its date"],
  ["hold_undecided", "Hold not decided"],
  ["unassigned", "Ready, managed by nobody"],
];

export const HOLDERS: Choice<CaseHolder> = [
  ["sco", "SCO"],
  ["agency", "Implementing agency"],
  ["case_writers", "Case writers"],
  ["program_managers", "Program managers"],
  ["state", "State"],
  ["congress", "Congress"],
  ["industry", "Industry"],
  ["purchaser", "Purchaser"],
];

export const KINDS: Choice<CaseRow["kind"]> = [
  ["defined_order", "defined order"],
  ["blanket_order", "blanket order"],
  ["supply_support", "supply support arrangement (CLSSA)"],
  ["pseudo_loa", "pseudo-LOA (building partner capacity)"],
];

export const days = (count: number): string => `${count.toLocaleString("en-US")} ${Math.abs(count) === 1 ? "day" : "days"}`;

export const named = <T extends string>(of: Choice<T>, key: T | null | undefined): string =>
  of.find(([one]) => one === key)?.[1] ?? "–";

export const titled = (milestones: MilestoneDefinition[] | undefined, key: string | null | undefined): string =>
  milestones?.find((one) => one.milestone === key)?.title ?? "–";

/** `$12.3M`: of cents, in the largest unit that leaves a whole digit. */
export function money(cents: number): string {
  const usd = Math.abs(cents) / 100;
  const [divisor, unit] = usd >= 1e9 ? [1e9, "B"] : usd >= 1e6 ? [1e6, "M"] : usd >= 1e3 ? [1e3, "K"] : [1, ""];
  return `${cents < 0 ? "−" : ""}$${(usd / divisor).toLocaleString("en-US", { maximumFractionDigits: divisor === 1 ? 0 : 1 })}${unit}`;
}

/** What a case's goal says today. */
export function goal(row: CaseRow): string {
  if (row.left === null || row.left === undefined) return "–";
  if (!row.clock.runs) return row.left >= 0 ? "in time" : `${-row.left} late`;
  return row.left >= 0 ? `${row.left} left` : `${-row.left} over`;
}

/** `12 to 48`: the days from a day to a range; its end may not be known. */
export function daysTo(range: ForecastRange | null | undefined, today: string): string {
  if (!range) return "–";
  const [from, to] = [daysBetween(today, range.from), range.to ? daysBetween(today, range.to) : undefined];
  return to === undefined ? `${count(from)} or more` : `${count(from)} to ${count(to)}`;
}

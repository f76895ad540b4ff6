/** How the execution of a case is spoken of. */
import type { CaseDifference, CaseDiscrepancyRow, CaseReview, ClosurePath, DeliverySlip, DiscrepancyOutcome } from "../../../api/types";
import type { Choice } from "../../../parts/Filters";

export const SLIPS: Choice<DeliverySlip["reason"]> = [
  ["production", "Industry makes it later"],
  ["contract", "The contract was awarded later"],
  ["priority", "US forces need it first"],
  ["release", "Release or export is not cleared"],
  ["transport", "Transport or the border"],
  ["purchaser", "The purchaser asked for it, or is not ready"],
  ["funding", "The purchaser has not paid"],
  ["other", "Other"],
];

export const DISCREPANCIES: Choice<CaseDiscrepancyRow["report"]["kind"]> = [
  ["shortage", "Shortage"],
  ["overage", "Overage"],
  ["damage", "Damage"],
  ["wrong_item", "Wrong item"],
  ["quality", "Quality"],
  ["documentation", "Documentation"],
  ["billing", "Billing"],
  ["latent_defect", "A defect that could not be seen in time"],
];

export const OUTCOMES: Choice<DiscrepancyOutcome> = [
  ["accepted", "Accepted"],
  ["credited", "Made good in money"],
  ["replaced", "Made good in kind"],
  ["rejected", "Not accepted"],
];

export const STATUSES: Choice<CaseDiscrepancyRow["status"]> = [
  ["received", "Received"],
  ["under_review", "Under review"],
  ["answered", "Answered"],
  ["closed", "Closed"],
];

export const REVIEWS: Choice<CaseReview["kind"]> = [
  ["program", "Program review"],
  ["financial", "Financial review"],
];

export const DIFFERENCES: Choice<CaseDifference["kind"]> = [
  ["obligation", "Obligated against ordered"],
  ["delivery", "Delivered against ordered"],
  ["billing", "Asked for against delivered"],
  ["collection", "Paid against due"],
  ["schedule", "Schedule against total"],
];

export const CLOSURES: Choice<ClosurePath> = [
  ["idle", "Blanket order gone idle"],
  ["accelerated", "Accelerated"],
  ["priority", "Priority list"],
  ["forced", "By force"],
  ["interim", "Closed for now"],
];

export const lineNumber = (line: number): string => String(line).padStart(3, "0");

/** `$1,234.56`: of cents, exact. */
export const exact = (cents: number): string => (cents / 100).toLocaleString("en-US", { style: "currency", currency: "USD" });

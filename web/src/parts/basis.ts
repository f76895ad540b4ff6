import type { DriverBasis, Figure } from "../api/types";
import { count } from "./format";

/** Whether cases on record were counted. */
export function counts(basis: DriverBasis): boolean {
  return "cases_on_record" in basis;
}

/** The yearly figure that a driver's count is, or that stands beside it. */
export function figureOf(basis: DriverBasis): Figure | null | undefined {
  return "cases_on_record" in basis ? basis.cases_on_record.figure : basis.yearly_figure.figure;
}

/** The same in words: `410 in FY2026`. */
export function yearly(basis: DriverBasis): string {
  const figure = figureOf(basis);
  return figure ? `${count(figure.value)} in FY${figure.fiscal_year}` : "–";
}

/** What a driver's count rests on, in a few words. */
export function restsOn({ basis, synthetic }: { basis: DriverBasis; synthetic: boolean }): string {
  const what = counts(basis) ? "cases on record" : "yearly figure";
  return synthetic ? `${what}, synthetic` : what;
}

import type { DriverBasis } from "../api/types";
import { count } from "./format";

/** The yearly figure that a driver's count is, or that stands beside it: `410 in FY2026`. */
export function yearly({ figure }: DriverBasis): string {
  return figure ? `${count(figure.value)} in FY${figure.fiscal_year}` : "–";
}

/** What a driver's count rests on, in a few words. */
export function restsOn({ basis, synthetic }: { basis: DriverBasis; synthetic: boolean }): string {
  const what = basis.by === "cases_on_record" ? "cases on record" : "yearly figure";
  return synthetic ? `${what}, synthetic` : what;
}

import type { MeasureScale } from "../../api/types";
import { percent } from "../../parts/format";

/** A figure as its measure counts it. */
export function shown(scale: MeasureScale, value: number | null | undefined): string {
  if (value === null || value === undefined) return "–";
  if (scale === "share") return percent(value, 1);
  return value.toLocaleString("en-US", { maximumFractionDigits: 1 });
}

export const UNITS: Record<MeasureScale, string> = { share: "share", days: "calendar days", working_days: "working days" };

/** `FY2026 Q3`. */
export function quarterName(quarter: string): string {
  const [year, number] = quarter.split("Q");
  return `FY${year ?? "?"} Q${number ?? "?"}`;
}

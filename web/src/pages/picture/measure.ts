import type { PictureRow } from "../../api/types";
import { count, percent, signed } from "../../parts/format";
import { balanceShade, fillShade, gapShade, type Metric, type Shade } from "../../parts/shades";

export function balance(row: PictureRow): number | null {
  return row.required === null || row.required === undefined ? null : row.assigned - row.required;
}

export function shade(row: PictureRow, metric: Metric): Shade {
  if (metric === "fill") return fillShade(row.fill_rate);
  if (metric === "gap") return row.authorised === 0 ? "land" : gapShade(row.vacant);
  return balanceShade(balance(row));
}

/** The row as one sentence, for a pointer or a screen reader. */
export function sentence(row: PictureRow, metric: Metric): string {
  const left = balance(row);
  const said =
    metric === "fill"
      ? `${percent(row.fill_rate)} filled`
      : metric === "gap"
        ? `${count(row.vacant)} vacant, ${count(row.approved_gaps)} approved gaps`
        : left === null
          ? "no required strength"
          : `${signed(left)} against ${count(row.required)} required (${row.required_basis ?? ""})`;
  return `${row.name}: ${said}; ${count(row.assigned)} of ${count(row.authorised)}`;
}

/** What the pages of countries work out of an answer. Pure. */
import type { CountryOffice, CountryRow, CountrySales, MovementMonth } from "../../api/types";

/** The countries whose name, code, purchaser code or region begins with every word asked for, or a word of theirs does. */
export function found(rows: readonly CountryRow[], q: string | undefined): readonly CountryRow[] {
  const words = (q ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const said = [row.name, row.iso3, row.region, row.command?.code ?? "", ...row.purchaser_codes].join(" ").toLowerCase().split(/\s+/);
    return words.every((word) => said.some((one) => one.startsWith(word)));
  });
}

/** The months of several offices together. */
export function together(offices: readonly Pick<CountryOffice, "movements">[]): MovementMonth[] {
  const [first, ...others] = offices.map((one) => one.movements);
  return (first ?? []).map((month, at) =>
    others.reduce(
      (sum, office) => ({ ...sum, arrivals: sum.arrivals + (office[at]?.arrivals ?? 0), losses: sum.losses + (office[at]?.losses ?? 0) }),
      month,
    ),
  );
}

/** The first month in which anything of a kind happens, and how many. */
export function next(months: readonly MovementMonth[], of: "arrivals" | "losses"): { month: string; people: number } | null {
  const found = months.find((month) => month[of] > 0);
  return found ? { month: found.month, people: found[of] } : null;
}

/** Runs of fiscal years without a published figure, such as `FY2017–19`. */
export function missing(years: CountrySales["years"]): string[] {
  const runs: [number, number][] = [];
  for (const { fiscal_year, agreed_usd } of years) {
    if (typeof agreed_usd === "number") continue;
    const last = runs.at(-1);
    if (last && last[1] === fiscal_year - 1) last[1] = fiscal_year;
    else runs.push([fiscal_year, fiscal_year]);
  }
  return runs.map(([from, to]) => (from === to ? `FY${from}` : `FY${from}–${String(to).slice(2)}`));
}

/** The least and the most that a chart of them shows: nothing lies outside but the ends of ranges. */
export function span({ years, forecast }: CountrySales): [number, number] {
  const values = [...years.flatMap((one) => (typeof one.agreed_usd === "number" ? [one.agreed_usd] : [])), ...(forecast?.years ?? []).map((one) => one.forecast_usd)];
  const [least, most] = [Math.min(0, ...values), Math.max(1, ...values)];
  return [least * 1.1, most * 1.1];
}

import type { Country, Figure } from "../../api/types";
import type { Column } from "../../parts/columns";
import { DataTable } from "../../parts/DataTable";
import { count, words } from "../../parts/format";

/** Every figure that is held of a country, each with the row it comes from. */
export function FiguresTable({ country }: { country: Country }) {
  return (
    <section aria-labelledby="figures">
      <h2 id="figures">Figures and their sources</h2>
      <DataTable caption="Figures of the country" columns={COLUMNS} rows={country.figures} rowKey={(row) => `${row.measure}${row.fiscal_year}`} className="short-table" empty="No figure is held." />
    </section>
  );
}

const COLUMNS: Column<Figure>[] = [
  { id: "measure", header: "Measure", value: (row) => words(row.measure) },
  { id: "year", header: "Fiscal year", right: true, value: (row) => row.fiscal_year, cell: (row) => row.fiscal_year },
  { id: "value", header: "Value", right: true, value: (row) => row.value, cell: (row) => count(row.value) },
  { id: "kind", header: "Kind", value: (row) => (row.synthetic ? "synthetic" : "published") },
  { id: "source", header: "Source", value: (row) => row.source, cell: (row) => <span className="mono">{row.source}</span>, wraps: true },
];

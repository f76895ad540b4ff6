import type { Office } from "../../api/types";
import type { Column } from "../../parts/columns";
import { DataTable } from "../../parts/DataTable";
import { period, words } from "../../parts/format";

type Authority = Office["authorities"][number];

const COLUMNS: Column<Authority>[] = [
  { id: "title", header: "Authority", value: (row) => row.title },
  { id: "holder", header: "Held by", value: (row) => row.holder },
  { id: "acts", header: "Confers", value: (row) => row.acts.map((act) => words(act).toLowerCase()).join(", "), wraps: true },
  { id: "period", header: "When", value: (row) => row.period.from, cell: (row) => period(row.period) },
  { id: "source", header: "Source", value: (row) => row.source, wide: true },
];

/** Who has which authority over the office, and which acts it confers. */
export function Authorities({ office }: { office: Office }) {
  return (
    <section aria-labelledby="authorities">
      <div className="section-head">
        <h2 id="authorities">Authorities</h2>
      </div>
      <DataTable caption="Authorities over the office" columns={COLUMNS} rows={office.authorities} rowKey={(row) => `${row.kind}${row.holder}${row.period.from}`} />
    </section>
  );
}

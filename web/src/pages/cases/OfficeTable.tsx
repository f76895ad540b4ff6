import type { CaseSummary, OfficeCount } from "../../api/types";
import type { Column } from "../../parts/columns";
import { DataTable } from "../../parts/DataTable";
import { count } from "../../parts/format";

/** Open cases by the office that works them, and the reasons noted for those that take longer. */
export function OfficeTable({ summary, onOffice }: { summary: CaseSummary; onOffice: (office: string) => void }) {
  const columns: Column<OfficeCount>[] = [
    {
      id: "office",
      header: "Office",
      value: (row) => row.office.code,
      cell: (row) => (
        <button type="button" className="linkish" onClick={() => onOffice(row.office.id)}>
          {row.office.code}
        </button>
      ),
    },
    { id: "cases", header: "Open cases", right: true, value: (row) => row.cases, cell: (row) => count(row.cases) },
    { id: "developing", header: "Not yet offered", right: true, value: (row) => row.developing, cell: (row) => count(row.developing) },
    { id: "late", header: "Past the goal", right: true, value: (row) => row.late, cell: (row) => count(row.late) },
    { id: "stuck", header: "Stuck", right: true, value: (row) => row.stuck, cell: (row) => count(row.stuck) },
    { id: "median", header: "Half stand longer than, days", right: true, title: "Cases not yet offered", value: (row) => row.median_days, cell: (row) => count(row.median_days) },
    { id: "managers", header: "Managers", right: true, value: (row) => row.managers, cell: (row) => count(row.managers) },
  ];
  return (
    <details>
      <summary>By office, and why it takes longer</summary>
      <div className="beside">
        <DataTable caption="Open cases by office" columns={columns} rows={summary.offices} rowKey={(row) => row.office.id} initial={{ column: "cases", descending: true }} />
        <ul className="plain" aria-label="Cases not yet offered by reason for delay">
          {summary.delays.map((one) => (
            <li key={one.reason}>
              {one.title}: {count(one.cases)}
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}

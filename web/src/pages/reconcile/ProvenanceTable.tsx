import type { Provenance } from "../../api/types";
import type { Column } from "../../parts/columns";
import { DataTable } from "../../parts/DataTable";
import { day, words } from "../../parts/format";

const COLUMNS: Column<Provenance>[] = [
  { id: "field", header: "Field", value: (row) => words(row.group) },
  { id: "held", header: "Held", wraps: true, value: (row) => row.value, cell: (row) => row.value || <span className="quiet">nothing</span> },
  {
    id: "source",
    header: "Says so",
    wraps: true,
    value: (row) => row.source,
    cell: (row) => (
      <>
        {row.source} <span className="quiet small">{row.since ? `since ${day(row.since)}` : ""}</span>
      </>
    ),
  },
  {
    id: "others",
    header: "Other sources",
    wraps: true,
    value: (row) => row.others.filter((other) => !other.agrees).length,
    cell: (row) =>
      row.others.length === 0 ? (
        <span className="quiet">none</span>
      ) : (
        <ul className="plain">
          {row.others.map((other) => (
            <li key={other.source}>
              {other.agrees ? (
                <span className="quiet">{`${other.source}: the same`}</span>
              ) : (
                <>
                  <strong>{other.source}</strong>: {other.value || "nothing"} <span className="quiet small">{`since ${day(other.since)}`}</span>
                </>
              )}
            </li>
          ))}
        </ul>
      ),
  },
];

/** Which source each field comes from, since when, and who says otherwise. */
export function ProvenanceTable({ of }: { of: readonly Provenance[] }) {
  return <DataTable caption="Where each field comes from" columns={COLUMNS} rows={of} rowKey={(row) => row.group} />;
}

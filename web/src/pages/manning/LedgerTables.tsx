import { Link } from "@tanstack/react-router";

import type { LedgerChange, LedgerLine } from "../../api/types";
import type { Column } from "../../parts/columns";
import { DataTable } from "../../parts/DataTable";
import { Sealed } from "../../parts/Facts";
import { count, day } from "../../parts/format";

interface Offices {
  id: string;
  code: string;
}

/** The billets that count when members fill them, with who is there. */
export function LedgerLines({ lines, offices }: { lines: LedgerLine[]; offices?: Offices[] }) {
  const columns: Column<LedgerLine>[] = [
    {
      id: "billet",
      header: "Billet",
      value: (row) => row.billet.number,
      cell: (row) => (
        <Link to="/billets/$id" params={{ id: row.billet.id }}>
          {row.billet.number}
        </Link>
      ),
    },
    { id: "title", header: "Title", wide: true, value: (row) => row.billet.title },
    { id: "counts", header: "Counts", value: (row) => (row.counts ? "counts" : "does not count today") },
    {
      id: "who",
      header: "Who",
      value: (row) => row.incumbent?.name ?? null,
      cell: (row) =>
        row.incumbent ? (
          <Link to="/people/$id" params={{ id: row.incumbent.id }}>
            {row.incumbent.name} <span className="quiet">{row.incumbent.grade}</span>
          </Link>
        ) : row.tour ? (
          <Sealed />
        ) : (
          <span className="short">vacant</span>
        ),
    },
    { id: "leaves", header: "Leaves", value: (row) => row.leaves, cell: (row) => day(row.leaves) },
  ];
  if (offices) {
    columns.splice(2, 0, {
      id: "office",
      header: "Office",
      wide: true,
      value: (row) => offices.find((office) => office.id === row.office)?.code ?? row.office,
    });
  }
  return <DataTable caption="Billets under section 515" columns={columns} rows={lines} rowKey={(row) => row.billet.id} empty="No billet here counts." />;
}

const CHANGES: Column<LedgerChange>[] = [
  { id: "on", header: "Day", value: (row) => row.on, cell: (row) => day(row.on) },
  { id: "coming", header: "Coming", wraps: true, value: (row) => row.coming.map((billet) => billet.number).join(", ") || null },
  { id: "leaving", header: "Leaving", wraps: true, value: (row) => row.leaving.map((billet) => billet.number).join(", ") || null },
  {
    id: "members",
    header: "Members",
    right: true,
    value: (row) => row.members,
    cell: (row) => <span className={row.members > row.limit ? "short" : undefined}>{`${count(row.members)} of ${count(row.limit)}`}</span>,
  },
];

/** Who is coming and leaving, day by day. */
export function LedgerChanges({ changes }: { changes: LedgerChange[] }) {
  return <DataTable caption="Changes of the next 36 months" columns={CHANGES} rows={changes} rowKey={(row) => row.on} empty="Nothing that is planned changes the number." />;
}

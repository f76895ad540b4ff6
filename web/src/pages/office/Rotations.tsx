import { Link } from "@tanstack/react-router";

import type { Rotation } from "../../api/types";
import type { Column } from "../../parts/columns";
import { DataTable } from "../../parts/DataTable";
import { Sealed } from "../../parts/Facts";
import { day } from "../../parts/format";

const COLUMNS: Column<Rotation>[] = [
  {
    id: "who",
    header: "Who leaves",
    value: (row) => row.person?.name ?? null,
    cell: (row) =>
      row.person ? (
        <Link to="/people/$id" params={{ id: row.person.id }}>
          {row.person.name}
        </Link>
      ) : (
        <Sealed />
      ),
  },
  {
    id: "billet",
    header: "Billet",
    value: (row) => row.billet.title,
    cell: (row) => (
      <Link to="/billets/$id" params={{ id: row.billet.id }}>
        {row.billet.title}
      </Link>
    ),
    wide: true,
  },
  { id: "rotation", header: "Rotation", value: (row) => row.rotation, cell: (row) => day(row.rotation) },
  {
    id: "relief",
    header: "Relief",
    value: (row) => row.relief?.report ?? null,
    cell: (row) =>
      row.relief ? `${row.relief.person?.name ?? "not yours to see"}, ${day(row.relief.report)}` : <span className="short">none planned</span>,
  },
  {
    id: "gap",
    header: "Gap",
    right: true,
    value: (row) => row.gap_days,
    cell: (row) => <GapDays days={row.gap_days} />,
    title: "Days between leaving and relief; an overlap is negative",
  },
];

function GapDays({ days }: { days: number | null | undefined }) {
  if (days === null || days === undefined) return "–";
  if (days < 0) return <span className="over">{`${-days} overlap`}</span>;
  return <span className={days > 0 ? "short" : undefined}>{days}</span>;
}

export function Rotations({ rotations }: { rotations: Rotation[] }) {
  return (
    <section aria-labelledby="rotations">
      <div className="section-head">
        <h2 id="rotations">Upcoming rotations</h2>
      </div>
      <DataTable
        caption="Upcoming rotations"
        columns={COLUMNS}
        rows={rotations}
        rowKey={(row) => row.tour}
        initial={{ column: "rotation", descending: false }}
        empty="Nobody is due to leave."
        style={{ maxHeight: 340 }}
      />
    </section>
  );
}

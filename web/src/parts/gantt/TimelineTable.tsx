import { Link } from "@tanstack/react-router";

import type { TimelineTour } from "../../api/types";
import type { Column } from "../columns";
import { DataTable } from "../DataTable";
import { day, period, words } from "../format";
import type { GanttRow } from "./row";

interface Row {
  key: string;
  billet: GanttRow;
  tour: TimelineTour | null;
  kind: string;
  from: string;
  until: string | null;
  days: number | null;
}

const COLUMNS: Column<Row>[] = [
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
  { id: "title", header: "Title", value: (row) => row.billet.title, wide: true },
  { id: "kind", header: "What", value: (row) => row.kind },
  { id: "who", header: "Who", value: (row) => row.tour?.person?.name ?? null, cell: (row) => (row.tour ? <Who tour={row.tour} /> : "") },
  { id: "from", header: "From", value: (row) => row.from, cell: (row) => day(row.from) },
  { id: "until", header: "Until", value: (row) => row.until, cell: (row) => day(row.until) },
  { id: "days", header: "Days", right: true, value: (row) => row.days, cell: (row) => row.days ?? "" },
  { id: "authorised", header: "Authorised", wide: true, value: (row) => row.billet.authorised.from, cell: (row) => period(row.billet.authorised) },
];

function Who({ tour }: { tour: TimelineTour }) {
  if (!tour.person) return <span className="quiet">not yours to see</span>;
  return (
    <Link to="/people/$id" params={{ id: tour.person.id }}>
      {tour.person.name}
    </Link>
  );
}

function rows(billets: GanttRow[]): Row[] {
  return billets.flatMap((billet) => {
    const own = [
      ...billet.tours.map((tour): Row => ({ key: tour.id, billet, tour, kind: words(tour.status), from: tour.from, until: tour.until, days: null })),
      ...billet.gaps.map((gap): Row => ({ key: `gap ${gap.from}`, billet, tour: null, kind: "Gap", from: gap.from, until: gap.until, days: gap.days })),
      ...billet.approved_gaps.map((gap): Row => ({ key: `approved ${gap.from}`, billet, tour: null, kind: "Approved gap", from: gap.from, until: gap.until ?? null, days: null })),
      ...billet.overlaps.map((overlap): Row => ({ key: `overlap ${overlap.from}`, billet, tour: null, kind: "Overlap", from: overlap.from, until: overlap.until, days: overlap.days })),
    ];
    if (own.length === 0) {
      own.push({ key: "nobody", billet, tour: null, kind: "Nobody", from: billet.authorised.from, until: billet.authorised.until ?? null, days: null });
    }
    return own.map((row) => ({ ...row, key: `${billet.id} ${row.key}` }));
  });
}

/** The same as the drawn timeline, as a sortable table. */
export function TimelineTable({ billets, caption }: { billets: GanttRow[]; caption: string }) {
  return <DataTable caption={caption} columns={COLUMNS} rows={rows(billets)} rowKey={(row) => row.key} style={{ maxHeight: 520 }} />;
}

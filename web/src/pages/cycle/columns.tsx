import { Link } from "@tanstack/react-router";

import type { MoverRow, OpeningRow } from "../../api/types";
import type { Column } from "../../parts/columns";
import { count, day, words } from "../../parts/format";
import { PersonLink } from "../../parts/PersonLink";

export const OPENINGS: Column<OpeningRow>[] = [
  {
    id: "billet",
    header: "Billet",
    width: 140,
    value: (row) => row.billet.number,
    cell: (row) => (
      <Link to="/billets/$id" params={{ id: row.billet.id }}>
        {row.billet.number}
      </Link>
    ),
  },
  { id: "title", header: "Title", width: 280, value: (row) => row.billet.title },
  { id: "office", header: "Office", width: 130, value: (row) => row.office.code },
  { id: "command", header: "Command", width: 120, wide: true, value: (row) => row.command.code },
  { id: "opens", header: "Falls open", width: 110, value: (row) => row.open_from, cell: (row) => day(row.open_from) },
  { id: "cost", header: "Cost if unfilled", width: 130, right: true, wide: true, value: (row) => row.cost, cell: (row) => count(row.cost) },
];

export const MOVERS: Column<MoverRow>[] = [
  {
    id: "name",
    header: "Person",
    width: 220,
    value: (row) => row.person?.name,
    cell: (row) => <PersonLink person={row.person} />,
  },
  { id: "grade", header: "Grade", width: 70, value: (row) => row.person?.grade },
  { id: "service", header: "Service", width: 130, value: (row) => words(row.person?.service) },
  { id: "from", header: "From", width: 300, wide: true, value: (row) => [row.office?.code, row.billet?.title].filter(Boolean).join(", ") || "between offices" },
  { id: "ranked", header: "Billets ranked", width: 110, right: true, wide: true, value: (row) => row.ranked },
  { id: "free", header: "Free from", width: 110, value: (row) => row.free, cell: (row) => day(row.free) },
];

import { Link } from "@tanstack/react-router";

import type { Mover, Opening } from "../../api/types";
import type { Column } from "../../parts/columns";
import { count, day, words } from "../../parts/format";

export const OPENINGS: Column<Opening>[] = [
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
  { id: "grade", header: "Grade", width: 70, value: (row) => row.billet.grade },
  { id: "office", header: "Office", width: 130, value: (row) => row.office.code },
  { id: "command", header: "Command", width: 120, wide: true, value: (row) => row.command?.code ?? null },
  { id: "opens", header: "Falls open", width: 110, value: (row) => row.opens, cell: (row) => day(row.opens) },
  { id: "cost", header: "Cost if unfilled", width: 130, right: true, wide: true, value: (row) => row.cost, cell: (row) => count(row.cost) },
];

export const MOVERS: Column<Mover>[] = [
  {
    id: "name",
    header: "Person",
    width: 220,
    value: (row) => row.person.name,
    cell: (row) => (
      <Link to="/people/$id" params={{ id: row.person.id }}>
        {row.person.name}
      </Link>
    ),
  },
  { id: "grade", header: "Grade", width: 70, value: (row) => row.person.grade },
  { id: "service", header: "Service", width: 130, value: (row) => words(row.person.service) },
  { id: "from", header: "From", width: 300, wide: true, value: (row) => (row.from ? `${row.from.office}, ${row.from.billet}` : null) },
  { id: "free", header: "Free from", width: 110, value: (row) => row.free, cell: (row) => day(row.free) },
];

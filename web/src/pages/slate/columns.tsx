import { Link } from "@tanstack/react-router";

import type { Miss, Unfilled, Unmatched } from "../../api/types";
import type { Column } from "../../parts/columns";
import { count, words } from "../../parts/format";

const misses = (list: Miss[]): string => list.map((one) => `${words(one.rule).toLowerCase()} ${count(one.count)}`).join(", ");

export const UNFILLED: Column<Unfilled>[] = [
  {
    id: "billet",
    header: "Billet",
    width: 270,
    value: (row) => row.billet.title,
    cell: (row) => (
      <Link to="/billets/$id" params={{ id: row.billet.id }}>
        {row.billet.title}
        <span className="quiet"> {row.billet.grade}</span>
      </Link>
    ),
  },
  { id: "office", header: "Office", width: 120, value: (row) => row.office.code },
  { id: "command", header: "Command", width: 110, wide: true, value: (row) => row.command?.code ?? null },
  { id: "cost", header: "Cost", width: 80, right: true, value: (row) => row.cost, cell: (row) => count(row.cost) },
  { id: "eligible", header: "Eligible", width: 80, right: true, value: (row) => row.eligible, cell: (row) => count(row.eligible) },
  { id: "why", header: "Why", width: 420, value: (row) => row.sentence, cell: (row) => <span title={row.sentence}>{row.sentence}</span> },
  { id: "misses", header: "Missed by one rule", width: 220, wide: true, value: (row) => misses(row.near_misses) },
];

export const UNMATCHED: Column<Unmatched>[] = [
  {
    id: "person",
    header: "Person",
    width: 260,
    value: (row) => row.person.name,
    cell: (row) => (
      <Link to="/people/$id" params={{ id: row.person.id }}>
        {row.person.name}
        <span className="quiet"> {row.person.grade}</span>
      </Link>
    ),
  },
  { id: "service", header: "Service", width: 120, wide: true, value: (row) => words(row.person.service) },
  { id: "eligible", header: "Eligible", width: 80, right: true, value: (row) => row.eligible, cell: (row) => count(row.eligible) },
  { id: "why", header: "Why", width: 480, value: (row) => row.sentence, cell: (row) => <span title={row.sentence}>{row.sentence}</span> },
  { id: "misses", header: "Missed by one rule", width: 220, wide: true, value: (row) => misses(row.near_misses) },
];

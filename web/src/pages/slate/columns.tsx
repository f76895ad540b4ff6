import { Link } from "@tanstack/react-router";

import type { NearMiss, UnfilledRow, UnmatchedRow } from "../../api/types";
import type { Column } from "../../parts/columns";
import { count, words } from "../../parts/format";
import { PersonLink } from "../../parts/PersonLink";
import type { Asked } from "./Relaxations";

const misses = (list: NearMiss[] = []): string => list.map((one) => `${words(one.rule).toLowerCase()} ${count(one.count)}`).join(", ");

export const unfilledColumns = (onAsk: (asked: Asked) => void): Column<UnfilledRow>[] => [
  {
    id: "billet",
    header: "Billet",
    width: 270,
    value: (row) => row.billet.title,
    cell: (row) => (
      <Link to="/billets/$id" params={{ id: row.billet.id }}>
        {row.billet.title}
      </Link>
    ),
  },
  { id: "office", header: "Office", width: 120, value: (row) => row.office.code },
  { id: "command", header: "Command", width: 110, wide: true, value: (row) => row.command.code },
  { id: "cost", header: "Cost", width: 80, right: true, value: (row) => row.why?.cost, cell: (row) => count(row.why?.cost) },
  { id: "eligible", header: "Eligible", width: 80, right: true, value: (row) => row.why?.eligible, cell: (row) => count(row.why?.eligible) },
  { id: "why", header: "Why", width: 420, value: (row) => row.why?.sentence, cell: (row) => <span title={row.why?.sentence}>{row.why?.sentence ?? "no longer an opening of the cycle"}</span> },
  {
    id: "ask",
    header: "Help",
    width: 80,
    value: () => null,
    cell: (row) => (
      <button type="button" className="linkish" aria-label={`What would fill ${row.billet.title}, ${row.billet.number}`} onClick={() => onAsk({ billet: row.billet.id, title: row.billet.title })}>
        what if
      </button>
    ),
  },
  { id: "misses", header: "Missed by one rule", width: 220, wide: true, value: (row) => misses(row.why?.near_misses) },
];

export const unmatchedColumns = (onAsk: (asked: Asked) => void): Column<UnmatchedRow>[] => [
  {
    id: "person",
    header: "Person",
    width: 260,
    value: (row) => row.person?.name,
    cell: (row) => <PersonLink person={row.person} />,
  },
  { id: "service", header: "Service", width: 120, wide: true, value: (row) => words(row.person?.service) },
  { id: "eligible", header: "Eligible", width: 80, right: true, value: (row) => row.why?.eligible, cell: (row) => count(row.why?.eligible) },
  { id: "why", header: "Why", width: 480, value: (row) => row.why?.sentence, cell: (row) => <span title={row.why?.sentence}>{row.why?.sentence ?? "no longer a mover of the cycle"}</span> },
  {
    id: "ask",
    header: "Help",
    width: 80,
    value: () => null,
    cell: ({ person }) =>
      person && (
        <button type="button" className="linkish" aria-label={`What would place ${person.name}`} onClick={() => onAsk({ person: person.id, title: person.name })}>
          what if
        </button>
      ),
  },
  { id: "misses", header: "Missed by one rule", width: 220, wide: true, value: (row) => misses(row.why?.near_misses) },
];

import { Link } from "@tanstack/react-router";

import type { AugmentationRow, DiversionRow, OrderState } from "../../api/types";
import { EndAugmentation, EndDiversion } from "../../forms/EndPresence";
import type { Column } from "../../parts/columns";
import { count, day, words } from "../../parts/format";
import { PersonLink } from "../../parts/PersonLink";

function State({ state }: { state: OrderState }) {
  return <span className={state === "running" ? undefined : "quiet"}>{words(state).toLowerCase()}</span>;
}

const office = (row: { id: string; code: string }) => (
  <Link to="/offices/$id" params={{ id: row.id }}>
    {row.code}
  </Link>
);

export const AUGMENTED: Column<AugmentationRow>[] = [
  { id: "office", header: "Office", width: 120, value: (row) => row.office.code, cell: (row) => office(row.office) },
  { id: "kind", header: "Kind", width: 220, value: (row) => row.kind_title },
  { id: "heads", header: "People", width: 70, right: true, value: (row) => row.heads, cell: (row) => count(row.heads) },
  { id: "person", header: "Who", width: 200, wide: true, value: (row) => row.person?.name, cell: (row) => (row.person ? <PersonLink person={row.person} /> : <span className="quiet">not named</span>) },
  { id: "from", header: "From", width: 110, wide: true, value: (row) => row.period.from, cell: (row) => day(row.period.from) },
  { id: "until", header: "Until", width: 110, value: (row) => row.until, cell: (row) => day(row.until) },
  { id: "state", header: "State", width: 90, value: (row) => row.state, cell: (row) => <State state={row.state} /> },
  { id: "funding", header: "Paid from", width: 230, wide: true, value: (row) => row.funding },
  { id: "purpose", header: "For", width: 260, wide: true, value: (row) => row.purpose },
  { id: "document", header: "Document", width: 260, wide: true, value: (row) => row.document },
  { id: "command", header: "Command", width: 110, wide: true, value: (row) => row.command.code },
  { id: "end", header: "End", width: 80, value: () => null, cell: (row) => <EndAugmentation row={row} /> },
];

export const DIVERTED: Column<DiversionRow>[] = [
  { id: "person", header: "Person", width: 200, value: (row) => row.person?.name, cell: (row) => <PersonLink person={row.person} /> },
  { id: "from", header: "Assigned to", width: 120, value: (row) => row.from.code, cell: (row) => office(row.from) },
  { id: "to", header: "Present at", width: 120, value: (row) => row.to.code, cell: (row) => office(row.to) },
  { id: "command", header: "Command", width: 110, wide: true, value: (row) => row.command.code },
  { id: "since", header: "From", width: 110, wide: true, value: (row) => row.period.from, cell: (row) => day(row.period.from) },
  { id: "until", header: "Until", width: 110, value: (row) => row.until, cell: (row) => day(row.until) },
  { id: "state", header: "State", width: 90, value: (row) => row.state, cell: (row) => <State state={row.state} /> },
  { id: "reason", header: "Reason", width: 260, wide: true, value: (row) => row.reason ?? null },
  { id: "billet", header: "Billet held", width: 230, wide: true, value: (row) => row.billet.title },
  { id: "end", header: "End", width: 80, value: () => null, cell: (row) => <EndDiversion row={row} /> },
];

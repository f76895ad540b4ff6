import { getRouteApi, Link } from "@tanstack/react-router";

import * as ask from "../api/queries";
import type { Contradiction } from "../api/types";
import type { Column } from "../parts/columns";
import { ChoiceFilter, CONTRADICTIONS, Filters } from "../parts/Filters";
import { day, words } from "../parts/format";
import { VirtualTable } from "../parts/VirtualTable";
import { Title } from "../shell/Title";

const route = getRouteApi("/contradictions");

const COLUMNS: Column<Contradiction>[] = [
  { id: "kind", header: "Kind", width: 180, value: (row) => words(row.kind) },
  { id: "detail", header: "What was found", width: 520, value: (row) => row.detail, cell: (row) => <span title={row.detail}>{row.detail}</span> },
  { id: "about", header: "About", width: 150, value: (row) => row.person, cell: (row) => <About row={row} /> },
  { id: "source", header: "Source", width: 110, wide: true, value: (row) => row.source },
  { id: "noted", header: "Noted", width: 110, wide: true, value: (row) => row.noted, cell: (row) => day(row.noted) },
];

function About({ row }: { row: Contradiction }) {
  return (
    <span className="acts">
      {row.person && (
        <Link to="/people/$id" params={{ id: row.person }}>
          {row.person}
        </Link>
      )}
      {row.billet && (
        <Link to="/billets/$id" params={{ id: row.billet }}>
          {row.billet}
        </Link>
      )}
    </span>
  );
}

/** What systems of record said that cannot all be true, queued to be reconciled. */
export function ContradictionsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <div className="page">
      <Title>Conflicts</Title>
      <div className="page-head">
        <h1>What sources disagree on</h1>
        <span className="space" />
        <Filters>
          <ChoiceFilter label="Kind" all="every kind" of={CONTRADICTIONS} value={search.kind} onChange={(kind) => void navigate({ search: { kind }, replace: true })} />
        </Filters>
      </div>
      <VirtualTable
        caption="Contradictions"
        columns={COLUMNS}
        query={ask.contradictions(search)}
        rowKey={(row) => `${row.kind}${row.person ?? ""}${row.billet ?? ""}${row.tour ?? ""}${row.detail}`}
      />
    </div>
  );
}

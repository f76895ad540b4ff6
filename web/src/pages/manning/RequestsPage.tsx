import { getRouteApi, Link } from "@tanstack/react-router";

import * as ask from "../../api/queries";
import type { RequestRow } from "../../api/types";
import type { Column } from "../../parts/columns";
import { ChoiceFilter, Filters, FlagFilter, REQUEST_STATUSES, TextFilter } from "../../parts/Filters";
import { day } from "../../parts/format";
import { TurnCell } from "../../parts/TurnCell";
import { VirtualTable } from "../../parts/VirtualTable";
import { Title } from "../../shell/Title";
import { CommandSelect } from "../picture/Controls";

const route = getRouteApi("/requests");

const COLUMNS: Column<RequestRow>[] = [
  {
    id: "title",
    header: "Request",
    width: 330,
    value: (row) => row.title,
    cell: (row) => (
      <Link to="/requests/$id" params={{ id: row.id }}>
        {row.title}
      </Link>
    ),
  },
  {
    id: "office",
    header: "Office",
    width: 110,
    wide: true,
    value: (row) => row.office.code,
    cell: (row) => (
      <Link to="/offices/$id" params={{ id: row.office.id }}>
        {row.office.code}
      </Link>
    ),
  },
  { id: "command", header: "Command", width: 110, wide: true, value: (row) => row.command.code },
  { id: "effective", header: "Effective", width: 90, wide: true, value: (row) => row.effective, cell: (row) => `FY${row.effective}` },
  { id: "status", header: "Stands", width: 150, value: (row) => row.status_title },
  {
    id: "turn",
    header: "Whose turn",
    width: 330,
    wide: true,
    value: (row) => row.turns[0]?.holder ?? null,
    cell: (row) => <Ball row={row} />,
  },
  { id: "drafted", header: "Drafted", width: 110, wide: true, value: (row) => row.drafted, cell: (row) => day(row.drafted) },
];

/** The earliest suspense, and how many hold one beside it. */
function Ball({ row }: { row: RequestRow }) {
  const [first, ...others] = [...row.turns].sort((a, b) => a.due.localeCompare(b.due));
  if (!first) return <span className="quiet">closed</span>;
  return (
    <>
      <TurnCell turn={first} />
      {others.length > 0 && <span className="quiet small"> and {others.length} more</span>}
    </>
  );
}

/** Every request to establish, change or end a billet, the earliest suspense first. */
export function RequestsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const set = (change: Partial<typeof search>) => void navigate({ search: (now) => ({ ...now, ...change }), replace: true });
  return (
    <div className="page">
      <Title>Billet change requests</Title>
      <div className="page-head">
        <h1>Billet change requests</h1>
        <span className="space" />
        <Filters>
          <TextFilter label="Billet, office or id" value={search.q} onChange={(q) => set({ q })} />
          <CommandSelect value={search.command} onChange={(command) => set({ command })} />
          <ChoiceFilter label="Standing" all="every standing" of={REQUEST_STATUSES} value={search.status} onChange={(status) => set({ status })} />
          <FlagFilter label="open" value={search.open} onChange={(open) => set({ open })} />
          <FlagFilter label="your turn" value={search.yours} onChange={(yours) => set({ yours })} />
          <FlagFilter label="late" value={search.late} onChange={(late) => set({ late })} />
        </Filters>
      </div>
      <VirtualTable
        caption="Billet change requests"
        columns={COLUMNS}
        query={ask.changeRequests(search)}
        rowKey={(row) => row.id}
        aside={
          search.office || search.source ? (
            <Link to="/requests" search={{ ...search, office: undefined, source: undefined }}>
              {search.office ? "one office only" : search.source}: show all
            </Link>
          ) : undefined
        }
      />
    </div>
  );
}

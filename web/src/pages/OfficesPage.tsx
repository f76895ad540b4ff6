import { getRouteApi, Link } from "@tanstack/react-router";

import * as ask from "../api/queries";
import type { OfficeRow } from "../api/types";
import type { Column } from "../parts/columns";
import { Exports } from "../parts/Exports";
import { Fill } from "../parts/Fill";
import { ChoiceFilter, Filters, KINDS, TextFilter } from "../parts/Filters";
import { count, words } from "../parts/format";
import { VirtualTable } from "../parts/VirtualTable";
import { Title } from "../shell/Title";
import { CommandSelect } from "./picture/Controls";

const route = getRouteApi("/offices");

const COLUMNS: Column<OfficeRow>[] = [
  {
    id: "name",
    header: "Office",
    width: 320,
    value: (row) => row.name,
    cell: (row) => (
      <Link to="/offices/$id" params={{ id: row.id }}>
        {row.name}
      </Link>
    ),
  },
  { id: "code", header: "Code", width: 130, wide: true, value: (row) => row.code },
  { id: "kind", header: "Kind", width: 150, wide: true, value: (row) => words(row.kind) },
  { id: "command", header: "Command", width: 120, value: (row) => row.command.code },
  { id: "post", header: "Post", width: 200, wide: true, value: (row) => `${row.post.name}, ${words(row.post_status).toLowerCase()}` },
  { id: "fill", header: "Fill", width: 120, right: true, value: (row) => row.picture.fill_rate, cell: (row) => <Fill rate={row.picture.fill_rate} /> },
  { id: "assigned", header: "Assigned", width: 90, right: true, value: (row) => row.picture.assigned, cell: (row) => count(row.picture.assigned) },
  { id: "authorised", header: "Authorised", width: 100, right: true, value: (row) => row.picture.authorised, cell: (row) => count(row.picture.authorised) },
  { id: "vacant", header: "Vacant", width: 80, right: true, value: (row) => row.picture.vacant, cell: (row) => count(row.picture.vacant) },
  { id: "gap", header: "Gap days a year", width: 130, right: true, wide: true, value: (row) => row.gap_days_year, cell: (row) => count(row.gap_days_year) },
];

export function OfficesPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const set = (change: Partial<typeof search>) => void navigate({ search: (now) => ({ ...now, ...change }), replace: true });
  return (
    <div className="page">
      <Title>Offices</Title>
      <div className="page-head">
        <h1>Offices</h1>
        <span className="space" />
        <Filters>
          <TextFilter label="Name, code or country" value={search.q} onChange={(q) => set({ q })} />
          <CommandSelect value={search.command} onChange={(command) => set({ command })} />
          <ChoiceFilter label="Kind" all="every kind" of={KINDS} value={search.kind} onChange={(kind) => set({ kind })} />
        </Filters>
      </div>
      <VirtualTable caption="Offices" columns={COLUMNS} query={ask.offices(search)} rowKey={(row) => row.id} aside={<Exports noun="offices" />} />
    </div>
  );
}

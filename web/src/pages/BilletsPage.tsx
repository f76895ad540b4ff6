import { getRouteApi, Link } from "@tanstack/react-router";

import * as ask from "../api/queries";
import type { BilletRow } from "../api/types";
import type { Column } from "../parts/columns";
import { Exports } from "../parts/Exports";
import { AREAS, ChoiceFilter, Filters, FlagFilter, GRADES, SERVICES, TextFilter } from "../parts/Filters";
import { Sealed } from "../parts/Facts";
import { words } from "../parts/format";
import { stateWords } from "../parts/state";
import { VirtualTable } from "../parts/VirtualTable";
import { Title } from "../shell/Title";
import { CommandSelect } from "./picture/Controls";

const SORTS = ["number", "title", "office", "grade"] as const;

const route = getRouteApi("/billets");

const COLUMNS: Column<BilletRow>[] = [
  {
    id: "number",
    header: "Billet",
    sort: "number",
    width: 130,
    value: (row) => row.number,
    cell: (row) => (
      <Link to="/billets/$id" params={{ id: row.id }}>
        {row.number}
      </Link>
    ),
  },
  { id: "title", header: "Title", sort: "title", width: 250, value: (row) => row.title },
  {
    id: "office",
    header: "Office",
    sort: "office",
    width: 120,
    wide: true,
    value: (row) => row.office.code,
    cell: (row) => (
      <Link to="/offices/$id" params={{ id: row.office.id }}>
        {row.office.code}
      </Link>
    ),
  },
  { id: "grade", header: "Grade", sort: "grade", width: 70, value: (row) => row.grade },
  { id: "service", header: "Service", width: 150, wide: true, value: (row) => words(row.service_coding) },
  { id: "specialty", header: "Spec.", width: 80, wide: true, value: (row) => row.specialty },
  { id: "languages", header: "Languages", width: 140, wide: true, value: (row) => row.languages.join(", ") || null },
  { id: "sc", header: "SC code", width: 80, wide: true, value: (row) => row.sc_code },
  { id: "key", header: "Key", width: 55, wide: true, value: (row) => (row.key ? "key" : "") },
  {
    id: "state",
    header: "Incumbent",
    width: 210,
    value: (row) => row.state.state,
    cell: (row) => <Incumbent row={row} />,
  },
  { id: "area", header: "Functional area", width: 230, wide: true, value: (row) => words(row.functional_area) },
];

function Incumbent({ row }: { row: BilletRow }) {
  if (row.incumbent) {
    return (
      <Link to="/people/$id" params={{ id: row.incumbent.id }}>
        {row.incumbent.name}
      </Link>
    );
  }
  if (row.state.state === "filled") return <Sealed />;
  return <span className={row.state.state === "vacant" ? "short" : "quiet"}>{stateWords(row.state)}</span>;
}

export function BilletsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const set = (change: Partial<typeof search>) => void navigate({ search: (now) => ({ ...now, ...change }), replace: true });
  return (
    <div className="page">
      <Title>Billets</Title>
      <div className="page-head">
        <h1>Billets</h1>
        <span className="space" />
        <Filters>
          <TextFilter label="Title or number" value={search.q} onChange={(q) => set({ q })} />
          <CommandSelect value={search.command} onChange={(command) => set({ command })} />
          <ChoiceFilter label="Service" all="every service" of={SERVICES} value={search.service} onChange={(service) => set({ service })} />
          <ChoiceFilter label="Grade" all="every grade" of={GRADES} value={search.grade} onChange={(grade) => set({ grade })} />
          <ChoiceFilter label="Functional area" all="every functional area" of={AREAS} value={search.functional_area} onChange={(functional_area) => set({ functional_area })} />
          <FlagFilter label="vacant" value={search.vacant} onChange={(vacant) => set({ vacant })} />
          <FlagFilter label="key" value={search.key} onChange={(key) => set({ key })} />
        </Filters>
      </div>
      <VirtualTable
        caption="Billets"
        columns={COLUMNS}
        query={ask.billets(search)}
        rowKey={(row) => row.id}
        sorting={search.sort && { column: search.sort, descending: search.descending ?? false }}
        onSort={({ column, descending }) => set({ sort: SORTS.find((one) => one === column), descending: descending || undefined })}
        aside={
          <span>
            {search.source ? (
              <Link to="/billets" search={{ ...search, source: undefined, funded: undefined }}>
                {search.source}
                {search.funded === false ? ", without money" : ""}: show all
              </Link>
            ) : null}{" "}
            {search.office ? <Link to="/billets" search={{ ...search, office: undefined }}>one office only: show all</Link> : null}{" "}
            <Exports noun="billets" />
          </span>
        }
      />
    </div>
  );
}

import { TextInput } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";

import * as ask from "../api/queries";
import type { PersonRow } from "../api/types";
import type { Column } from "../parts/columns";
import { Exports } from "../parts/Exports";
import { ChoiceFilter, Filters, FlagFilter, GRADES, SERVICES, TextFilter } from "../parts/Filters";
import { day, words } from "../parts/format";
import { VirtualTable } from "../parts/VirtualTable";
import { Title } from "../shell/Title";
import { CommandSelect } from "./picture/Controls";

const SORTS = ["name", "grade", "rotation"] as const;

const route = getRouteApi("/people");

const COLUMNS: Column<PersonRow>[] = [
  {
    id: "name",
    header: "Name",
    sort: "name",
    width: 200,
    value: (row) => row.name,
    cell: (row) => (
      <Link to="/people/$id" params={{ id: row.id }}>
        {row.name}
      </Link>
    ),
  },
  { id: "grade", header: "Grade", sort: "grade", width: 70, value: (row) => row.grade },
  { id: "service", header: "Service", width: 120, wide: true, value: (row) => words(row.service) },
  { id: "specialties", header: "Spec.", width: 90, wide: true, value: (row) => row.specialties.join(", ") || null },
  {
    id: "office",
    header: "Office",
    width: 120,
    value: (row) => row.office?.code ?? null,
    cell: (row) =>
      row.office ? (
        <Link to="/offices/$id" params={{ id: row.office.id }}>
          {row.office.code}
        </Link>
      ) : (
        <span className="quiet">between offices</span>
      ),
  },
  { id: "billet", header: "Billet", width: 230, wide: true, value: (row) => row.billet?.title ?? null },
  { id: "arrived", header: "Arrived", width: 100, wide: true, value: (row) => row.arrived, cell: (row) => day(row.arrived) },
  { id: "rotation", header: "Rotation", sort: "rotation", width: 105, value: (row) => row.rotation, cell: (row) => day(row.rotation) },
  { id: "next", header: "Next", width: 190, wide: true, value: (row) => row.next?.report ?? null, cell: (row) => (row.next ? `${row.next.office.code}, ${day(row.next.report)}` : "") },
  { id: "languages", header: "Languages", width: 210, wide: true, value: (row) => row.languages.join(", ") || null },
];

export function PeoplePage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const set = (change: Partial<typeof search>) => void navigate({ search: (now) => ({ ...now, ...change }), replace: true });
  return (
    <div className="page">
      <Title>People</Title>
      <div className="page-head">
        <h1>People</h1>
        <span className="space" />
        <Filters>
          <TextFilter label="Name or number" value={search.q} onChange={(q) => set({ q })} />
          <CommandSelect value={search.command} onChange={(command) => set({ command })} />
          <ChoiceFilter label="Service" all="every service" of={SERVICES} value={search.service} onChange={(service) => set({ service })} />
          <ChoiceFilter label="Grade" all="every grade" of={GRADES} value={search.grade} onChange={(grade) => set({ grade })} />
          <label className="inline-label">
            <span className="quiet small">rotating before</span>
            <TextInput
              type="date"
              value={search.rotating_before ?? ""}
              onChange={(event) => set({ rotating_before: event.currentTarget.value || undefined })}
            />
          </label>
          <FlagFilter label="unassigned" value={search.unassigned} onChange={(unassigned) => set({ unassigned })} />
        </Filters>
      </div>
      <VirtualTable
        caption="People"
        columns={COLUMNS}
        query={ask.people(search)}
        rowKey={(row) => row.id}
        sorting={search.sort && { column: search.sort, descending: search.descending ?? false }}
        onSort={({ column, descending }) => set({ sort: SORTS.find((one) => one === column), descending: descending || undefined })}
        aside={
          <span>
            {search.office ? <Link to="/people" search={{ ...search, office: undefined }}>one office only: show all</Link> : null}{" "}
            <Exports noun="people" />
          </span>
        }
      />
    </div>
  );
}

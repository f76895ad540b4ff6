import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";

import { OpenCycle } from "../../forms/OpenCycle";
import * as ask from "../../api/queries";
import type { CycleRow } from "../../api/types";
import { Answer } from "../../parts/Answer";
import type { Column } from "../../parts/columns";
import { DataTable } from "../../parts/DataTable";
import { count, day, period } from "../../parts/format";
import { Title } from "../../shell/Title";

const COLUMNS: Column<CycleRow>[] = [
  {
    id: "name",
    header: "Cycle",
    value: (row) => row.name,
    cell: (row) => (
      <Link to="/cycles/$id" params={{ id: row.id }}>
        {row.name}
      </Link>
    ),
  },
  { id: "window", header: "Window", value: (row) => row.window.from, cell: (row) => period(row.window) },
  { id: "scope", header: "Scope", wide: true, value: (row) => row.scope.map((one) => one.code).join(", ") || "whole service" },
  { id: "opened", header: "Opened", wide: true, value: (row) => row.opened, cell: (row) => day(row.opened) },
  { id: "closed", header: "Closed", wide: true, value: (row) => row.closed, cell: (row) => (row.closed ? day(row.closed) : "open") },
  {
    id: "slate",
    header: "Slate",
    value: (row) => row.slate?.lines ?? null,
    cell: (row) =>
      row.slate ? (
        <Link to="/slates/$id" params={{ id: row.slate.id }}>
          {count(row.slate.lines)} lines
        </Link>
      ) : (
        <span className="quiet">none proposed</span>
      ),
  },
  { id: "concurred", header: "Concurred", right: true, value: (row) => row.slate?.concurred ?? null, cell: (row) => count(row.slate?.concurred) },
  { id: "endorsed", header: "Endorsed", right: true, value: (row) => row.slate?.endorsed ?? null, cell: (row) => count(row.slate?.endorsed) },
];

export function CyclesPage() {
  const cycles = useQuery(ask.cycles());
  return (
    <div className="page">
      <Title>Cycles</Title>
      <div className="page-head">
        <h1>Assignment cycles</h1>
        <span className="space" />
        <OpenCycle />
      </div>
      <Answer of={cycles}>
        {(data) => <DataTable caption="Assignment cycles" columns={COLUMNS} rows={data} rowKey={(row) => row.id} empty="No cycle has been opened." />}
      </Answer>
    </div>
  );
}

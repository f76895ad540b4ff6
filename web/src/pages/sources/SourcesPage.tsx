import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";

import * as ask from "../../api/queries";
import type { SourceRow } from "../../api/types";
import { Answer } from "../../parts/Answer";
import type { Column } from "../../parts/columns";
import { DataTable } from "../../parts/DataTable";
import { count, day, words } from "../../parts/format";
import { useMay } from "../../parts/useMay";
import { Title } from "../../shell/Title";

const COLUMNS: Column<SourceRow>[] = [
  {
    id: "name",
    header: "Source",
    value: (row) => row.name,
    cell: (row) => (
      <Link to="/sources/$id" params={{ id: row.id }}>
        {row.name}
      </Link>
    ),
  },
  { id: "kind", header: "Kind", value: (row) => words(row.kind) },
  { id: "owner", header: "Owner", value: (row) => row.owner, wide: true },
  { id: "as_of", header: "File of", value: (row) => row.as_of, cell: (row) => (row.as_of ? day(row.as_of) : "never loaded") },
  {
    id: "due",
    header: "Next",
    value: (row) => row.due,
    cell: (row) => (row.stale ? <span className="short">{row.due ? `late since ${day(row.due)}` : "late"}</span> : day(row.due)),
  },
  { id: "rows", header: "Rows", right: true, value: (row) => row.rows, cell: (row) => count(row.rows) },
  { id: "matched", header: "Matched", right: true, value: (row) => row.matched, cell: (row) => count(row.matched) },
  {
    id: "unmatched",
    header: "Not known",
    title: "Rows that name somebody who is not known here",
    right: true,
    value: (row) => row.unmatched,
    cell: (row) => <Link to="/reconcile" search={{ source: row.id, kind: "unmatched_row" }}>{count(row.unmatched)}</Link>,
  },
  { id: "lacking", header: "Lacking", title: "People and positions it should name and does not", right: true, value: (row) => row.lacking, cell: (row) => count(row.lacking) },
  { id: "open", header: "To decide", right: true, value: (row) => row.open, cell: (row) => <Link to="/reconcile" search={{ source: row.id, standing: "open" }}>{count(row.open)}</Link> },
  { id: "sent_back", header: "Sent back", right: true, value: (row) => row.sent_back, cell: (row) => <Link to="/reconcile" search={{ source: row.id, standing: "sent_back" }}>{count(row.sent_back)}</Link> },
];

/** The systems of record: what each last said, how far it agrees, and whether its next file is late. */
export function SourcesPage() {
  const sources = useQuery(ask.sources());
  const navigate = useNavigate();
  const may = useMay();
  return (
    <div className="page">
      <Title>Sources</Title>
      <div className="page-head">
        <h1>Systems of record</h1>
        <span className="space" />
        {may("define_source") && <Button onClick={() => void navigate({ to: "/sources/$id", params: { id: "new" } })}>New source</Button>}
      </div>
      <Answer of={sources}>
        {(rows) => <DataTable caption="Systems of record" columns={COLUMNS} rows={rows} rowKey={(row) => row.id} empty="No source is defined yet." />}
      </Answer>
    </div>
  );
}

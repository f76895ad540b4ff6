import { Button } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";

import { post } from "../api/client";
import * as ask from "../api/queries";
import type { AuditReport, JournalEntry } from "../api/types";
import type { Column } from "../parts/columns";
import { count, moment } from "../parts/format";
import { ProblemNote } from "../parts/ProblemNote";
import { VirtualTable } from "../parts/VirtualTable";
import { Title } from "../shell/Title";

const route = getRouteApi("/journal");

const COLUMNS: Column<JournalEntry>[] = [
  { id: "position", header: "Position", width: 90, right: true, value: (row) => row.position, cell: (row) => count(row.position) },
  { id: "at", header: "When", width: 180, value: (row) => row.at, cell: (row) => moment(row.at) },
  {
    id: "actor",
    header: "Who",
    width: 190,
    value: (row) => row.actor?.name ?? null,
    cell: (row) =>
      row.actor ? (
        <Link to="/journal" search={{ actor: row.actor.id }}>
          {row.actor.name}
        </Link>
      ) : (
        <span className="quiet">the installation itself</span>
      ),
  },
  { id: "what", header: "What", width: 560, value: (row) => row.command, cell: (row) => <What row={row} /> },
  { id: "leaf", header: "Leaf", width: 150, wide: true, value: (row) => row.leaf, cell: (row) => <span className="mono" title={row.leaf}>{row.leaf.slice(0, 16)}</span> },
];

function What({ row }: { row: JournalEntry }) {
  const said = row.events.map((one) => one.summary).join("; ") || row.command;
  return <span title={said}>{said}</span>;
}

/** Who did what, and the proof that nothing was removed. */
export function JournalPage() {
  const search = route.useSearch();
  return (
    <div className="page">
      <Title>Journal</Title>
      <div className="page-head">
        <h1>Journal</h1>
        {search.actor ? (
          <Link to="/journal" search={{}}>
            by one account only: show all
          </Link>
        ) : null}
      </div>
      <Proof />
      <VirtualTable caption="Journal, newest first" columns={COLUMNS} query={ask.journal(search)} rowKey={(row) => String(row.position)} />
    </div>
  );
}

function Proof() {
  const head = useQuery(ask.head());
  const verify = useMutation({ mutationFn: () => post<AuditReport>("/api/audit/verify") });
  return (
    <section aria-label="Proof" className="proof">
      {head.data && (
        <p className="small">
          Signed head of {count(head.data.size)} records, {moment(head.data.at)}, key {head.data.key_id}:{" "}
          <span className="mono wraps-anywhere">{head.data.root}</span>
        </p>
      )}
      <div className="section-head">
        <Button variant="default" onClick={() => verify.mutate()} loading={verify.isPending}>
          Verify the whole journal
        </Button>
        <span aria-live="polite">{verify.data && <span className={verify.data.sound ? "good" : "short"}>{verify.data.sentence}</span>}</span>
      </div>
      {verify.isError && <ProblemNote error={verify.error} />}
      {head.isError && <ProblemNote error={head.error} />}
    </section>
  );
}

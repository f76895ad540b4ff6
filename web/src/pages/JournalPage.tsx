import { Button, Drawer } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo } from "react";

import { answered, api } from "../api/client";
import * as ask from "../api/queries";
import type { AuditReport, JournalRow } from "../api/types";
import { Answer } from "../parts/Answer";
import type { Column } from "../parts/columns";
import { Facts } from "../parts/Facts";
import { count, moment, words } from "../parts/format";
import { ProblemNote } from "../parts/ProblemNote";
import { VirtualTable } from "../parts/VirtualTable";
import { Title } from "../shell/Title";

const route = getRouteApi("/journal");

/** Who did what, and the proof that nothing was removed. */
export function JournalPage() {
  const { position } = route.useSearch();
  const navigate = route.useNavigate();
  const columns = useMemo(
    () => journalColumns((next) => void navigate({ search: { position: next }, replace: true })),
    [navigate],
  );
  return (
    <div className="page">
      <Title>Journal</Title>
      <div className="page-head">
        <h1>Journal</h1>
      </div>
      <Proof />
      <VirtualTable caption="Journal, newest first" columns={columns} query={ask.journal()} rowKey={(row) => String(row.position)} />
      <RecordDrawer position={position} onClose={() => void navigate({ search: {}, replace: true })} />
    </div>
  );
}

function journalColumns(open: (position: number) => void): Column<JournalRow>[] {
  return [
    {
      id: "position",
      header: "Position",
      width: 90,
      right: true,
      value: (row) => row.position,
      cell: (row) => (
        <button type="button" className="linkish" onClick={() => open(row.position)}>
          {count(row.position)}
        </button>
      ),
    },
    { id: "what", header: "What", width: 420, value: (row) => row.event_count, cell: what },
    {
      id: "actor",
      header: "Who",
      width: 210,
      value: (row) => row.actor?.name,
      cell: (row) => row.actor?.name ?? <span className="quiet">the installation itself</span>,
    },
    { id: "at", header: "When", width: 180, value: (row) => row.at, cell: (row) => moment(row.at) },
    {
      id: "leaf",
      header: "Leaf",
      width: 150,
      wide: true,
      value: (row) => row.leaf,
      cell: (row) => (
        <span className="mono" title={row.leaf}>
          {row.leaf.slice(0, 16)}
        </span>
      ),
    },
  ];
}

/** `Tour planned, 3 more events`. */
function what(row: JournalRow): string {
  const names = [...new Set(row.events.map((one) => words(one.event)))].join(", ");
  const more = row.event_count - row.events.length;
  const part = row.of > 1 ? `, part ${row.part} of ${row.of}` : "";
  return `${names}${row.event_count > 1 ? `, ${count(row.event_count)} events` : ""}${more > 0 && !names ? "…" : ""}${part}`;
}

function RecordDrawer({ position, onClose }: { position: number | undefined; onClose: () => void }) {
  const record = useQuery({ ...ask.record(position ?? 0), enabled: position !== undefined });
  return (
    <Drawer opened={position !== undefined} onClose={onClose} title={`Record ${count(position)}`} closeButtonProps={{ "aria-label": "Close" }}>
      <Answer of={record}>
        {(row) => (
          <div className="why">
            <Facts
              of={[
                ["When", moment(row.at)],
                ["Who", row.actor?.name ?? "the installation itself"],
                ["Command id", <span key="c" className="mono wraps-anywhere">{row.command_id}</span>],
                ["Leaf", <span key="l" className="mono wraps-anywhere">{row.leaf}</span>],
              ]}
            />
            <ol className="events">
              {row.events.map((event, index) => (
                <li key={`${index}${event.event}`}>
                  <strong>{words(event.event)}</strong>
                  {event.body === null || event.body === undefined ? (
                    <span className="quiet"> not yours to see</span>
                  ) : (
                    <pre tabIndex={0}>{JSON.stringify(event.body, null, 1)}</pre>
                  )}
                </li>
              ))}
            </ol>
            {row.event_count > row.events.length && <p className="quiet">And {count(row.event_count - row.events.length)} more events.</p>}
          </div>
        )}
      </Answer>
    </Drawer>
  );
}

function Proof() {
  const head = useQuery(ask.head());
  const verify = useMutation({ mutationFn: async () => (await answered(api.POST("/api/audit/verify"))) as AuditReport });
  return (
    <section aria-label="Proof" className="proof">
      {head.data && (
        <p className="small">
          Signed head of {count(head.data.size)} records, {moment(new Date(head.data.at / 1000).toISOString())}, key{" "}
          <span className="mono">{head.data.key_id.slice(0, 16)}</span>: <span className="mono wraps-anywhere">{head.data.root}</span>
        </p>
      )}
      <div className="section-head">
        <Button variant="default" onClick={() => verify.mutate()} loading={verify.isPending}>
          Verify the whole journal
        </Button>
        <span aria-live="polite">{verify.data && <Verdict report={verify.data} />}</span>
      </div>
      {verify.isError && <ProblemNote error={verify.error} />}
      {head.isError && <ProblemNote error={head.error} />}
    </section>
  );
}

function Verdict({ report }: { report: AuditReport }) {
  const first = report.findings[0];
  if (!first) {
    return <span className="good">{`All ${count(report.head.size)} records hash to ${report.head.root.slice(0, 16)}…: nothing was changed or removed.`}</span>;
  }
  return (
    <span className="short">
      {`${count(report.count)} findings, the first ${first.position === null ? "" : `at position ${count(first.position)}: `}${first.what}`}
    </span>
  );
}

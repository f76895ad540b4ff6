import { Button, Checkbox } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";

import * as ask from "../../api/queries";
import type { QueueRow, StandingKind } from "../../api/types";
import { Answer } from "../../parts/Answer";
import type { Column } from "../../parts/columns";
import { ChoiceFilter, CONTRADICTIONS, Filters, FlagFilter, TextFilter, type Choice } from "../../parts/Filters";
import { count, day, words } from "../../parts/format";
import { PersonLink } from "../../parts/PersonLink";
import { TurnCell } from "../../parts/TurnCell";
import { useMay } from "../../parts/useMay";
import { VirtualTable } from "../../parts/VirtualTable";
import { Title } from "../../shell/Title";
import { Decide, type Act } from "./Decide";
import { EvidenceDrawer } from "./EvidenceDrawer";

const route = getRouteApi("/reconcile");

const STANDINGS: Choice<StandingKind> = [
  ["open", "To decide"],
  ["deferred", "Put off"],
  ["sent_back", "Sent back"],
  ["resolved", "Resolved"],
  ["settled", "Settled by a later file"],
];

/** The queue of what systems of record contradict: by kind, owner and age, each with its evidence side by side. */
export function ReconcilePage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const set = (change: Partial<typeof search>) => void navigate({ search: (now) => ({ ...now, ...change }), replace: true });
  const { item, ...filter } = search;
  const session = useQuery(ask.session());
  const summary = useQuery(ask.queueSummary(filter));
  const sources = useQuery({ ...ask.sources(), enabled: session.data?.may.includes("see_sources") ?? false });
  const may = useMay();
  const decides = may("resolve_contradictions");
  const [picked, setPicked] = useState<ReadonlyMap<string, QueueRow>>(new Map());
  const [act, setAct] = useState<Act | null>(null);
  const turn = (row: QueueRow) =>
    setPicked((now) => {
      const next = new Map(now);
      if (!next.delete(row.id)) next.set(row.id, row);
      return next;
    });
  const pick: Column<QueueRow> = {
    id: "pick",
    header: "Pick",
    aside: true,
    width: 48,
    value: () => null,
    cell: (row) =>
      row.standing === "settled" ? "" : <Checkbox aria-label={`${row.id}, ${words(row.kind)}`} checked={picked.has(row.id)} onChange={() => turn(row)} />,
  };
  const columns = [...(decides ? [pick] : []), ...queueColumns((row) => set({ item: row.id }))];
  const owners = summary.data?.owners.map(({ name }) => [name, name] as const) ?? [];

  return (
    <div className="page">
      <Title>Reconcile</Title>
      <div className="page-head">
        <h1>What sources contradict</h1>
        <span className="space" />
        <Filters>
          <TextFilter label="Words" value={search.q} onChange={(q) => set({ q })} />
          <ChoiceFilter label="Kind" all="every kind" of={CONTRADICTIONS} value={search.kind} onChange={(kind) => set({ kind })} />
          <ChoiceFilter label="Standing" all="not decided or settled" of={STANDINGS} value={search.standing} onChange={(standing) => set({ standing })} />
          {sources.data && (
            <ChoiceFilter label="Source" all="every source" of={sources.data.map((one) => [one.id, one.name] as const)} value={search.source} onChange={(source) => set({ source })} />
          )}
          <ChoiceFilter label="Owner" all="every owner" of={owners} value={search.owner} onChange={(owner) => set({ owner })} />
          <FlagFilter label="Lost by manning documents" value={search.lost} onChange={(lost) => set({ lost })} />
        </Filters>
      </div>
      <Answer of={summary}>
        {(data) => (
          <p className="small quiet">
            {`${count(data.open)} to decide, ${count(data.old)} of them older than 30 days; ${count(data.sent_back)} with owners, ${count(data.overdue)} of them late`}
            {data.kinds.length > 0 ? `. ${data.kinds.map((one) => `${words(one.name)} ${count(one.count)}`).join(", ")}` : ""}
          </p>
        )}
      </Answer>
      <VirtualTable
        caption="Contradictions"
        columns={columns}
        query={ask.queue(filter)}
        rowKey={(row) => row.id}
        aside={
          decides ? (
            <span className="acts">
              <span className="quiet">{picked.size} picked</span>
              <Button size="compact-sm" variant="default" disabled={picked.size === 0} onClick={() => setAct("resolve")}>
                Resolve
              </Button>
              <Button size="compact-sm" variant="default" disabled={picked.size === 0} onClick={() => setAct("defer")}>
                Put off
              </Button>
              <Button size="compact-sm" variant="default" disabled={picked.size === 0} onClick={() => setAct("send back")}>
                Send back
              </Button>
              <Button size="compact-sm" variant="default" disabled={likely(picked).length === 0} onClick={() => setAct("link")}>
                {`Link ${likely(picked).length} to their likeliest`}
              </Button>
            </span>
          ) : null
        }
      />
      {act && (
        <Decide
          act={act}
          rows={[...picked.values()]}
          onClose={() => setAct(null)}
          onDone={() => {
            setAct(null);
            setPicked(new Map());
          }}
        />
      )}
      {item && <EvidenceDrawer id={item} onClose={() => set({ item: undefined })} />}
    </div>
  );
}

/** Picked rows with one clear candidate: what linking several at once takes. */
function likely(picked: ReadonlyMap<string, QueueRow>): QueueRow[] {
  return [...picked.values()].filter((row) => row.candidates.length > 0);
}

function queueColumns(open: (row: QueueRow) => void): Column<QueueRow>[] {
  return [
    {
      id: "kind",
      header: "Kind",
      width: 180,
      value: (row) => row.kind,
      cell: (row) => (
        <button type="button" className="linkish" onClick={() => open(row)}>
          {words(row.kind)}
        </button>
      ),
    },
    {
      id: "about",
      header: "About",
      width: 220,
      value: (row) => row.person?.name ?? row.row,
      cell: (row) => (row.person ? <PersonLink person={row.person} /> : row.billet ? <BilletLink row={row} /> : <span title={row.row ?? ""}>{row.row ?? "–"}</span>),
    },
    { id: "detail", header: "What was found", width: 460, value: (row) => row.detail, cell: (row) => <span title={row.detail}>{row.detail}</span> },
    { id: "source", header: "Source", width: 190, wide: true, value: (row) => row.source },
    { id: "owner", header: "Owner", width: 160, wide: true, value: (row) => row.owner },
    { id: "noted", header: "Noted", width: 100, wide: true, value: (row) => row.noted, cell: (row) => day(row.noted) },
    { id: "age", header: "Days", width: 60, right: true, value: (row) => row.age_days },
    {
      id: "standing",
      header: "Standing",
      width: 230,
      value: (row) => row.standing,
      cell: (row) => (row.turn ? <TurnCell turn={row.turn} /> : row.until ? `put off until ${day(row.until)}` : words(row.standing)),
    },
  ];
}

function BilletLink({ row }: { row: QueueRow }) {
  if (!row.billet) return null;
  return (
    <Link to="/billets/$id" params={{ id: row.billet.id }}>
      {row.billet.number}
    </Link>
  );
}

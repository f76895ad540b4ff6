import { Button } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";

import * as ask from "../../api/queries";
import type { RequisitionRow, UnaskedRow } from "../../api/types";
import { OpenRequisition } from "../../forms/requisition/OpenRequisition";
import type { Column } from "../../parts/columns";
import { ChoiceFilter, Filters, FlagFilter, SERVICES, STANDINGS, TextFilter } from "../../parts/Filters";
import { day, words } from "../../parts/format";
import { Toggle } from "../../parts/Toggle";
import { TurnCell } from "../../parts/TurnCell";
import { useMay } from "../../parts/useMay";
import { VirtualTable } from "../../parts/VirtualTable";
import { Title } from "../../shell/Title";
import { CommandSelect } from "../picture/Controls";

const route = getRouteApi("/requisitions");

type View = "mine" | "open" | "late" | "closed" | "openings";

/** What each view asks of the list. */
const ASKED: Record<Exclude<View, "openings">, { mine?: boolean; open?: boolean; late?: boolean }> = {
  mine: { mine: true },
  open: { open: true },
  late: { open: true, late: true },
  closed: { open: false },
};

const COLUMNS: Column<RequisitionRow>[] = [
  {
    id: "id",
    header: "Requisition",
    width: 95,
    value: (row) => row.id,
    cell: (row) => (
      <Link to="/requisitions/$id" params={{ id: row.id }}>
        {row.id}
      </Link>
    ),
  },
  { id: "title", header: "Billet", width: 270, value: (row) => row.billet.title, cell: (row) => <Billet row={row} /> },
  { id: "standing", header: "Stands at", width: 105, value: (row) => row.standing },
  {
    id: "turn",
    header: "Who holds the ball",
    width: 330,
    value: (row) => row.turns[0]?.due,
    cell: (row) => <Turns row={row} />,
  },
  { id: "report", header: "Needed", width: 105, value: (row) => row.report, cell: (row) => day(row.report) },
  { id: "priority", header: "Priority", width: 70, right: true, wide: true, value: (row) => row.priority },
  { id: "mode", header: "Filled by", width: 190, wide: true, value: (row) => row.mode, cell: (row) => words(row.mode) },
  { id: "command", header: "Command", width: 110, wide: true, value: (row) => row.command.code },
];

function Billet({ row }: { row: { billet: RequisitionRow["billet"]; office: RequisitionRow["office"]; key: boolean } }) {
  return (
    <>
      {row.billet.title} <span className="quiet">{row.office.code}</span>
      {row.key && <span className="quiet small"> key</span>}
    </>
  );
}

/** The asker's own turn first; of several the rest are counted. */
function Turns({ row }: { row: RequisitionRow }) {
  const turn = row.turns.find((one) => one.yours) ?? row.turns[0];
  if (!turn) return <span className="quiet">nobody</span>;
  return (
    <>
      <TurnCell turn={turn} />
      {row.turns.length > 1 && <span className="quiet small"> and {row.turns.length - 1} more</span>}
    </>
  );
}

/** Requisitions: first those in which the asker holds the ball, then all, the late ones, and openings without one. */
export function RequisitionsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const may = useMay();
  const set = (change: Partial<typeof search>) => void navigate({ search: (now) => ({ ...now, ...change }), replace: true });
  const view: View = search.view ?? "mine";
  const views: { value: View; label: string }[] = [
    { value: "mine", label: "Mine" },
    { value: "open", label: "Open" },
    { value: "late", label: "Late" },
    { value: "closed", label: "Closed" },
  ];
  if (may("open_requisition")) views.push({ value: "openings", label: "Openings without one" });
  return (
    <div className="page">
      <Title>Requisitions</Title>
      <div className="page-head">
        <h1>Requisitions</h1>
        <span className="space" />
        <Filters>
          <TextFilter label="Billet, office or number" value={search.q} onChange={(q) => set({ q })} />
          <CommandSelect value={search.command} onChange={(command) => set({ command })} />
          {view === "openings" ? (
            <FlagFilter label="key" value={search.key} onChange={(key) => set({ key })} />
          ) : (
            <>
              <ChoiceFilter label="Service" all="every service" of={SERVICES} value={search.service} onChange={(service) => set({ service })} />
              <ChoiceFilter label="Stands at" all="every stage" of={STANDINGS} value={search.status} onChange={(status) => set({ status })} />
            </>
          )}
        </Filters>
      </div>
      <div className="section-head">
        <Toggle label="Which requisitions" value={view} onChange={(next) => set({ view: next === "mine" ? undefined : next })} of={views} />
      </div>
      {view === "openings" ? (
        <Openings filter={{ q: search.q, command: search.command, key: search.key }} />
      ) : (
        <VirtualTable
          caption="Requisitions"
          columns={COLUMNS}
          query={ask.requisitions({ ...ASKED[view], q: search.q, command: search.command, service: search.service, status: search.status })}
          rowKey={(row) => row.id}
          empty={view === "mine" ? "Nothing waits for you." : "Nothing matches."}
        />
      )}
    </div>
  );
}

function Openings({ filter }: { filter: { q?: string | undefined; command?: string | undefined; key?: true | undefined } }) {
  const [opening, setOpening] = useState<UnaskedRow | null>(null);
  const columns: Column<UnaskedRow>[] = [
    {
      id: "number",
      header: "Billet",
      width: 130,
      value: (row) => row.billet.number,
      cell: (row) => (
        <Link to="/billets/$id" params={{ id: row.billet.id }}>
          {row.billet.number}
        </Link>
      ),
    },
    { id: "title", header: "Title", width: 280, value: (row) => row.billet.title, cell: (row) => <Billet row={row} /> },
    { id: "open", header: "Falls open", width: 105, value: (row) => row.open_from, cell: (row) => day(row.open_from) },
    {
      id: "act",
      header: "Requisition",
      width: 150,
      value: () => null,
      cell: (row) => (
        <Button size="compact-xs" variant="default" onClick={() => setOpening(row)} aria-label={`Open a requisition for ${row.billet.number}`}>
          Open
        </Button>
      ),
    },
    { id: "priority", header: "Priority", width: 70, right: true, wide: true, value: (row) => row.priority },
    { id: "mode", header: "Filled by", width: 190, wide: true, value: (row) => row.mode, cell: (row) => words(row.mode) },
    { id: "command", header: "Command", width: 110, wide: true, value: (row) => row.command.code },
  ];
  return (
    <>
      <VirtualTable caption="Openings without a requisition" columns={columns} query={ask.unasked(filter)} rowKey={(row) => row.billet.id} />
      {opening && <OpenRequisition key={opening.billet.id} opening={opening} onClose={() => setOpening(null)} />}
    </>
  );
}

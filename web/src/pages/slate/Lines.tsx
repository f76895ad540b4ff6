import { Button, Checkbox, Textarea } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useMemo, useState } from "react";

import * as ask from "../../api/queries";
import type { LineRow, Slate } from "../../api/types";
import { CommandDrawer } from "../../forms/CommandDrawer";
import { useCommand } from "../../forms/useCommand";
import type { Column } from "../../parts/columns";
import { count, day, words } from "../../parts/format";
import { PersonLink } from "../../parts/PersonLink";
import { ProblemNote } from "../../parts/ProblemNote";
import { useMay } from "../../parts/useMay";
import { VirtualTable } from "../../parts/VirtualTable";

interface Props {
  slate: Slate;
  filters: ask.Filter<"/api/slates/{slate}/lines">;
  onWhy: (line: number) => void;
}

/** The lines; whoever may decide selects some and concurs, does not, or endorses. */
export function Lines({ slate, filters, onWhy }: Props) {
  const may = useMay();
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [decide, endorse] = [may("decide_lines"), may("endorse_lines")];
  const columns = useMemo(() => {
    const turn = (line: number) =>
      setChosen((now) => {
        const next = new Set(now);
        if (!next.delete(line)) next.add(line);
        return next;
      });
    const open = (row: LineRow) => row.status !== "endorsed" && (decide || (endorse && row.status === "concurred"));
    const choose: Column<LineRow> = {
      id: "choose",
      header: "",
      width: 40,
      value: () => null,
      cell: (row) =>
        open(row) ? <Checkbox aria-label={`Line ${row.line}, ${row.person?.name ?? row.billet.title}`} checked={chosen.has(row.line)} onChange={() => turn(row.line)} /> : "",
    };
    return [...(decide || endorse ? [choose] : []), ...lineColumns(onWhy)];
  }, [chosen, decide, endorse, onWhy]);

  return (
    <>
      <VirtualTable
        caption="Lines of the slate"
        columns={columns}
        query={ask.lines(slate.id, filters)}
        rowKey={(row) => String(row.line)}
        aside={<Decisions slate={slate} chosen={chosen} clear={() => setChosen(new Set())} decide={decide} endorse={endorse} />}
      />
    </>
  );
}

interface DecisionProps {
  slate: Slate;
  chosen: ReadonlySet<number>;
  clear: () => void;
  decide: boolean;
  endorse: boolean;
}

function Decisions({ slate, chosen, clear, decide, endorse }: DecisionProps) {
  const [objecting, setObjecting] = useState(false);
  const [reason, setReason] = useState("");
  const done = () => {
    setObjecting(false);
    setReason("");
    clear();
  };
  const decision = useCommand("decide_lines", done);
  const endorsement = useCommand("endorse_lines", done);
  if (slate.withdrawn || (!decide && !endorse)) return null;
  const lines = [...chosen].sort((a, b) => a - b);
  const ready = slate.by_command.reduce((sum, one) => sum + one.concurred, 0);
  return (
    <div className="decisions">
      <span>{lines.length > 0 ? `${count(lines.length)} chosen` : "Choose lines to decide on them"}</span>
      {decide && (
        <>
          <Button
            disabled={lines.length === 0}
            loading={decision.isPending && !objecting}
            onClick={() => decision.mutate({ body: { slate: slate.id, lines, concurs: true, reason: null } })}
          >
            Concur
          </Button>
          <Button variant="default" disabled={lines.length === 0} onClick={() => setObjecting(true)}>
            Do not concur
          </Button>
        </>
      )}
      {endorse && (
        <Button
          disabled={lines.length === 0 && ready === 0}
          loading={endorsement.isPending}
          onClick={() => endorsement.mutate({ body: { slate: slate.id, lines } })}
        >
          {lines.length > 0 ? "Endorse the chosen" : `Endorse all ${count(ready)} concurred`}
        </Button>
      )}
      {!objecting && decision.error && <ProblemNote error={decision.error} />}
      {endorsement.error && <ProblemNote error={endorsement.error} />}
      <CommandDrawer
        title={`Do not concur with ${count(lines.length)} ${lines.length === 1 ? "line" : "lines"}`}
        opened={objecting}
        onClose={() => setObjecting(false)}
        pending={decision.isPending}
        error={decision.error}
        submit="Do not concur"
        onSubmit={() => decision.mutate({ body: { slate: slate.id, lines, concurs: false, reason } })}
      >
        <Textarea label="Reason" description="Kept sealed under each person's key" required minRows={3} autosize value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      </CommandDrawer>
    </div>
  );
}

function lineColumns(onWhy: (line: number) => void): Column<LineRow>[] {
  return [
    {
      id: "person",
      header: "Person",
      width: 210,
      value: (row) => row.person?.name,
      cell: (row) => <PersonLink person={row.person} />,
    },
    { id: "from", header: "From", width: 200, wide: true, value: (row) => row.from?.title },
    {
      id: "billet",
      header: "To",
      width: 230,
      value: (row) => row.billet.title,
      cell: (row) => (
        <Link to="/billets/$id" params={{ id: row.billet.id }}>
          {row.billet.title}
        </Link>
      ),
    },
    { id: "office", header: "Office", width: 120, value: (row) => row.office.code },
    { id: "command", header: "Command", width: 110, wide: true, value: (row) => row.command.code },
    { id: "report", header: "Report", width: 100, wide: true, value: (row) => row.report, cell: (row) => day(row.report) },
    { id: "cost", header: "Cost", width: 70, right: true, value: (row) => row.cost, cell: (row) => count(row.cost) },
    { id: "status", header: "Status", width: 130, value: (row) => row.status, cell: (row) => <Status row={row} /> },
    {
      id: "why",
      header: "Why",
      width: 70,
      value: () => null,
      cell: (row) => (
        <button type="button" className="linkish" onClick={() => onWhy(row.line)} aria-label={`Why line ${row.line}`}>
          why
        </button>
      ),
    },
  ];
}

function Status({ row }: { row: LineRow }) {
  const tone = row.status === "nonconcurred" ? "short" : row.status === "endorsed" ? "over" : undefined;
  return (
    <span className={tone} title={row.reason ?? undefined}>
      {row.status === "nonconcurred" ? "Not concurred" : words(row.status)}
    </span>
  );
}

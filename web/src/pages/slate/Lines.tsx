import { Button, Checkbox } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo, useState } from "react";

import * as ask from "../../api/queries";
import type { LineRow, Slate } from "../../api/types";
import type { Column } from "../../parts/columns";
import { count, day, words } from "../../parts/format";
import { PersonLink } from "../../parts/PersonLink";
import { TurnCell } from "../../parts/TurnCell";
import { useMay } from "../../parts/useMay";
import { VirtualTable } from "../../parts/VirtualTable";
import { Decisions } from "./Decisions";

interface Props {
  slate: Slate;
  filters: ask.Filter<"/api/slates/{slate}/lines">;
  onWhy: (line: number) => void;
}

/** The lines; whoever may decide picks some and concurs, does not, or endorses. */
export function Lines({ slate, filters, onWhy }: Props) {
  const [picked, setPicked] = useState<ReadonlySet<number>>(new Set());
  const can = useDecidable(slate);
  const columns = useMemo(() => {
    const turn = (line: number) =>
      setPicked((now) => {
        const next = new Set(now);
        if (!next.delete(line)) next.add(line);
        return next;
      });
    const pick: Column<LineRow> = {
      id: "pick",
      header: "Pick",
      aside: true,
      width: 48,
      value: () => null,
      cell: (row) =>
        can.open(row) ? (
          <Checkbox aria-label={`Line ${row.line}, ${row.person?.name ?? row.billet.title}`} checked={picked.has(row.line)} onChange={() => turn(row.line)} />
        ) : (
          ""
        ),
    };
    return [...(can.decide || can.endorse ? [pick] : []), ...lineColumns(onWhy)];
  }, [picked, can, onWhy]);
  const all = useMutation({
    mutationFn: () => ask.allLines(slate.id, filters),
    onSuccess: (rows) => setPicked(new Set(rows.filter(can.open).map(({ line }) => line))),
  });

  return (
    <VirtualTable
      caption="Lines of the slate"
      columns={columns}
      query={ask.lines(slate.id, filters)}
      rowKey={(row) => String(row.line)}
      aside={
        can.decide || can.endorse ? (
          <Decisions
            slate={slate}
            picked={picked}
            decide={can.decide}
            endorse={can.endorse}
            clear={() => setPicked(new Set())}
            pickAll={
              <Button variant="subtle" loading={all.isPending} onClick={() => all.mutate()}>
                Pick all that match
              </Button>
            }
          />
        ) : null
      }
    />
  );
}

interface Decidable {
  decide: boolean;
  endorse: boolean;
  open: (row: LineRow) => boolean;
}

/**
 * Which lines are worth offering: a command those it gains, whoever endorses those concurred with. The server decides.
 */
function useDecidable(slate: Slate): Decidable {
  const may = useMay();
  const session = useQuery(ask.session());
  const grants = session.data?.grants;
  const live = !slate.withdrawn && !slate.closed;
  const [decide, endorse] = [live && may("decide_lines"), live && may("endorse_lines")];
  return useMemo(() => {
    const own = new Set((grants ?? []).flatMap((grant) => grant.office ?? []));
    const open = (row: LineRow) =>
      (decide && row.status !== "endorsed" && (own.has(row.command.id) || own.has(row.office.id))) ||
      (endorse && row.status === "concurred");
    return { decide, endorse, open };
  }, [grants, decide, endorse]);
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
      id: "turn",
      header: "With",
      width: 260,
      value: (row) => row.turn?.turn.holder,
      cell: (row) => (row.turn ? <TurnCell turn={row.turn.turn} /> : <span className="quiet">nobody</span>),
    },
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
      {row.requisition ? (
        <Link to="/requisitions/$id" params={{ id: row.requisition }}>
          {words(row.fill ?? row.status)}
        </Link>
      ) : row.status === "nonconcurred" ? (
        "Not concurred"
      ) : (
        words(row.status)
      )}
    </span>
  );
}

import { Button, NumberInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";

import { answered, api } from "../../api/client";
import type { ComputedTrade, Cycle, SlateLimit, Trade, TradePoint } from "../../api/types";
import { DataTable } from "../../parts/DataTable";
import type { Column } from "../../parts/columns";
import { Facts } from "../../parts/Facts";
import { count } from "../../parts/format";
import { ProblemNote } from "../../parts/ProblemNote";
import { Toggle } from "../../parts/Toggle";
import { TradeChart } from "./TradeChart";

type Kind = "most_blocking" | "above_least";

/** What stability costs in a cycle, and the slate of any trade between cost and stability: computed, proposed. */
export function Between({ cycle }: { cycle: Cycle }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const path = { cycle: cycle.id };
  const curve = useMutation({ mutationFn: () => answered(api.POST("/api/cycles/{cycle}/trade", { params: { path } })) });
  const compute = useMutation({ mutationFn: (trade: Trade) => answered(api.POST("/api/cycles/{cycle}/trade/slate", { params: { path }, body: { trade } })) });
  // The table that is asked from may be long: its answer stands above it.
  const shown = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (compute.data) shown.current?.scrollIntoView({ block: "center" });
  }, [compute.data]);
  const propose = useMutation({
    mutationFn: (body: { trade: Trade; base: number }) => answered(api.POST("/api/cycles/{cycle}/trade/propose", { params: { path }, body })),
    onSuccess: async (taken) => {
      await client.invalidateQueries();
      const slate = taken.created.find((id) => id.startsWith("S"));
      if (slate) await navigate({ to: "/slates/$id", params: { id: slate } });
    },
  });
  const ask = (trade: Trade) => {
    propose.reset();
    compute.mutate(trade);
  };
  const [answer, asked] = [compute.data, compute.variables];
  return (
    <section aria-labelledby="between" className="compute">
      <div className="section-head">
        <h2 id="between">Between the two</h2>
        <Button onClick={() => curve.mutate()} loading={curve.isPending} variant="default">
          Compute what stability costs
        </Button>
      </div>
      {curve.isError && <ProblemNote error={curve.error} />}
      {compute.isError && <ProblemNote error={compute.error} />}
      {propose.isError && <ProblemNote error={propose.error} />}
      {curve.data ? (
        <>
          <p className="small">
            {curve.data.beyond} {curve.data.orders}
          </p>
          <TradeChart points={curve.data.points} height={260} />
        </>
      ) : (
        <p className="quiet">
          The least costly slate with few blocking pairs, or the one with the fewest at little more than the least cost. A blocking pair is a member and an office that
          would both rather have each other.
        </p>
      )}
      <Question busy={compute.isPending} onAsk={ask} />
      <div aria-live="polite" ref={shown}>
        {answer && asked && (
          <>
            <Answered answer={answer} />
            <Button onClick={() => propose.mutate({ trade: asked, base: answer.base })} loading={propose.isPending}>
              Propose these {count(answer.lines)} lines between the two
            </Button>
          </>
        )}
      </div>
      {curve.data && (
        <DataTable
          caption="What stability costs, in points above the least"
          columns={columnsOf(ask, curve.data.couples > 0)}
          rows={curve.data.points}
          rowKey={(row) => String(row.blocking)}
        />
      )}
    </section>
  );
}

/** Asks for a slate by the most blocking pairs or the most points it may have. */
function Question({ busy, onAsk }: { busy: boolean; onAsk: (trade: Trade) => void }) {
  const [kind, setKind] = useState<Kind>("most_blocking");
  const [most, setMost] = useState<number | string>(0);
  const value = typeof most === "number" && most >= 0 ? most : null;
  return (
    <form
      className="section-head"
      aria-label="A slate between the two"
      onSubmit={(event) => {
        event.preventDefault();
        if (value !== null) onAsk(kind === "most_blocking" ? { most_blocking: value } : { above_least: value });
      }}
    >
      <Toggle
        label="What is limited"
        value={kind}
        onChange={setKind}
        of={[
          { value: "most_blocking", label: "Blocking pairs" },
          { value: "above_least", label: "Points above the least" },
        ]}
      />
      <NumberInput aria-label="At most" leftSection="≤" value={most} onChange={setMost} min={0} allowDecimal={false} thousandSeparator="," />
      <Button type="submit" variant="default" loading={busy} disabled={value === null}>
        Compute this slate
      </Button>
    </form>
  );
}

function Answered({ answer }: { answer: ComputedTrade }) {
  return (
    <>
      <Facts
        of={[
          ["Lines", count(answer.lines)],
          ["Left unfilled", count(answer.unfilled)],
          ["Left unmatched", count(answer.unmatched)],
          ["Blocking pairs", count(answer.blocking)],
          ["Cost", `${count(answer.objective)} points`],
          ["Above the least", `${count(answer.above_least)} points`],
          ["Couples apart", answer.couples > 0 ? `${count(answer.couples_apart)} of ${count(answer.couples)}` : undefined],
        ]}
      />
      <p className="small">{answer.verified}</p>
      {answer.exceeded.length > 0 && <p className="small short">Exceeds {exceeded(answer.exceeded)}.</p>}
    </>
  );
}

const exceeded = (limits: SlateLimit[]): string => limits.map((limit) => `${limit.title}: ${limit.used} of ${limit.allowed}`).join("; ");

function columnsOf(ask: (trade: Trade) => void, couples: boolean): Column<TradePoint>[] {
  const apart: Column<TradePoint> = { id: "couples", header: "Couples apart", right: true, wide: true, value: (row) => row.couples_apart, cell: (row) => count(row.couples_apart) };
  return [
    { id: "blocking", header: "Blocking pairs", right: true, value: (row) => row.blocking, cell: (row) => count(row.blocking) },
    { id: "found", header: "Found", title: "Points above the least of the slate found", right: true, value: (row) => row.above_least, cell: (row) => count(row.above_least) },
    { id: "proven", header: "Proven", title: "No slate with at most so many blocking pairs is fewer points above the least", right: true, value: (row) => row.bound_above_least, cell: (row) => count(row.bound_above_least) },
    { id: "lines", header: "Lines", right: true, wide: true, value: (row) => row.lines, cell: (row) => count(row.lines) },
    { id: "exceeded", header: "Limits exceeded", wide: true, wraps: true, value: (row) => row.exceeded.length, cell: (row) => exceeded(row.exceeded) || "none" },
    ...(couples ? [apart] : []),
    {
      id: "slate",
      header: "Slate",
      value: (row) => row.blocking,
      cell: (row) => (
        <Button size="compact-xs" variant="default" aria-label={`Compute the slate with at most ${count(row.blocking)} blocking pairs`} onClick={() => ask({ most_blocking: row.blocking })}>
          Compute
        </Button>
      ),
    },
  ];
}

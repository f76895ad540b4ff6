import type { CasePage } from "../../../api/types";
import { Reconcile } from "../../../forms/cases/execution/ReconcileForm";
import type { Column } from "../../../parts/columns";
import { DataTable } from "../../../parts/DataTable";
import { Facts } from "../../../parts/Facts";
import { day } from "../../../parts/format";
import { named } from "../words";
import { Deliveries } from "./Deliveries";
import { Discrepancies } from "./Discrepancies";
import { Payments } from "./Payments";
import { Reviews } from "./Reviews";
import { SourceOf } from "./SourceOf";
import { CLOSURES, DIFFERENCES, exact } from "./words";

export interface RunningProps {
  of: CasePage;
  today: string;
  /** Whether the case is accepted and not over, so that its execution may be recorded. */
  runs: boolean;
}

/** A case from its offer on: what stops its closure, money, deliveries, disputes, reviews, reconciliation. */
export function Running({ of, today }: { of: CasePage; today: string }) {
  const runs = ["accepted", "executing", "supply_complete", "interim_closed"].includes(of.phase);
  const { running } = of;
  const known = running.schedule || running.bills.length > 0 || running.deliveries.length > 0;
  const offered = ["writing", "review", "state_review", "offered"].includes(of.phase);
  if (!runs && !known && !offered) return null;
  const props = { of, today, runs };
  return (
    <>
      <Closure of={of} />
      <Payments {...props} />
      {(runs || known) && (
        <>
          <Deliveries {...props} />
          <Discrepancies {...props} />
          <Reviews {...props} />
          <Reconciliations {...props} />
        </>
      )}
    </>
  );
}

/** By which way the case is to be closed, and what stops it. */
function Closure({ of }: { of: CasePage }) {
  const { closure } = of.running;
  if (!closure) return null;
  return (
    <section aria-labelledby="closure">
      <h2 id="closure">What stops its closure</h2>
      <Facts
        of={[
          ["Way", named(CLOSURES, closure.path)],
          ["To be closed since", day(closure.since)],
          ["Accelerated until", closure.accelerated_until ? day(closure.accelerated_until) : undefined],
          ["By force from", closure.forced_from ? day(closure.forced_from) : undefined],
        ]}
      />
      {closure.stops.length === 0 ? (
        <p>Nothing: it can be closed.</p>
      ) : (
        <ul className="plain">
          {closure.stops.map((stop, index) => (
            <li key={index}>{stop.problem}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

type Row = CasePage["running"]["reconciliations"][number] & { key: string };

const COLUMNS: Column<Row>[] = [
  { id: "year", header: "For", value: (row) => row.figures.year ?? 9999, cell: (row) => (row.figures.year ? `FY${row.figures.year}` : "Good") },
  { id: "through", header: "Through", value: (row) => row.figures.through, cell: (row) => day(row.figures.through) },
  { id: "ordered", header: "Ordered", right: true, wide: true, value: (row) => row.figures.ordered_cents, cell: (row) => exact(row.figures.ordered_cents) },
  { id: "obligated", header: "Obligated", right: true, value: (row) => row.figures.obligated_cents, cell: (row) => exact(row.figures.obligated_cents) },
  { id: "asked", header: "Asked for", right: true, title: "Initial deposit and bills", value: (row) => row.figures.asked_cents, cell: (row) => exact(row.figures.asked_cents) },
  { id: "paid", header: "Paid", right: true, title: "Received, less what was paid back, and credits", value: (row) => row.figures.received_cents + row.figures.credited_cents, cell: (row) => exact(row.figures.received_cents + row.figures.credited_cents) },
  { id: "delivered", header: "Delivered", right: true, title: "Value of what was delivered, with the surcharge", value: (row) => row.figures.delivered_total_cents, cell: (row) => exact(row.figures.delivered_total_cents) },
  {
    id: "differences",
    header: "What differs",
    wraps: true,
    value: (row) => row.differences.length,
    cell: (row) =>
      row.differences.length === 0
        ? "nothing"
        : row.differences.map((one) => (
            <div key={one.kind} className={one.explained ? undefined : "short"}>
              {named(DIFFERENCES, one.kind)}: {exact(one.cents)}
              {one.explained ? `, explained: ${one.explained}` : ", not explained"}
            </div>
          )),
  },
];

function Reconciliations({ of, today, runs }: RunningProps) {
  const rows = of.running.reconciliations.map((one, index) => ({ ...one, key: String(index) }));
  const year = of.execution?.reconcile;
  return (
    <section aria-labelledby="reconciled">
      <div className="section-head">
        <h2 id="reconciled">Reconciliation</h2>
        <SourceOf of={of} part="reconciliations" />
        <span className="space" />
        {runs && <Reconcile of={of} today={today} />}
      </div>
      <p className="quiet">
        While a case runs only what cannot be is a difference: more obligated than ordered, delivered than asked for, due than paid. For good, everything must agree.
        {year ? ` Fiscal year ${year} should have been reconciled by now.` : ""}
      </p>
      <DataTable caption="Reconciliations" columns={COLUMNS} rows={rows} rowKey={(row) => row.key} empty="It was not reconciled yet." />
    </section>
  );
}

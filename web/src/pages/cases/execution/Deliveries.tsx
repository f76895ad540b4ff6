import type { CaseDeliveryRow, LineDelivered } from "../../../api/types";
import { MoveDelivery, PlanDelivery, RecordDelivery } from "../../../forms/cases/execution/DeliveryForms";
import type { Column } from "../../../parts/columns";
import { DataTable } from "../../../parts/DataTable";
import { count, day } from "../../../parts/format";
import { named } from "../words";
import type { RunningProps } from "./Running";
import { SourceOf } from "./SourceOf";
import { exact, lineNumber, SLIPS } from "./words";

const LINES: Column<LineDelivered>[] = [
  { id: "line", header: "Line", value: (row) => row.line, cell: (row) => lineNumber(row.line) },
  { id: "quantity", header: "Ordered", right: true, value: (row) => row.quantity, cell: (row) => count(row.quantity) },
  { id: "delivered", header: "Delivered", right: true, value: (row) => row.delivered, cell: (row) => count(row.delivered) },
  { id: "planned", header: "Planned", right: true, title: "Planned and not delivered", value: (row) => row.planned, cell: (row) => count(row.planned) },
  { id: "value", header: "Delivered, value", right: true, value: (row) => row.delivered_cents, cell: (row) => exact(row.delivered_cents) },
];

function state(row: CaseDeliveryRow) {
  if (row.delivered) return `delivered ${day(row.delivered)}`;
  if (row.withdrawn) return `taken out ${day(row.withdrawn)}`;
  return row.late ? <span className="short">{`late since ${day(row.expected)}`}</span> : `expected ${day(row.expected)}`;
}

const columns = ({ of, today, runs }: RunningProps): Column<CaseDeliveryRow>[] => [
  { id: "line", header: "Line", value: (row) => row.line, cell: (row) => lineNumber(row.line) },
  { id: "quantity", header: "Quantity", right: true, value: (row) => row.quantity, cell: (row) => count(row.quantity) },
  { id: "planned", header: "First planned", value: (row) => row.planned, cell: (row) => day(row.planned) },
  { id: "state", header: "Now", value: (row) => row.delivered ?? row.expected, cell: state },
  { id: "slip", header: "Slip, days", right: true, title: "Days after the day first planned that it came or is expected", value: (row) => row.slip_days, cell: (row) => count(row.slip_days) },
  {
    id: "why",
    header: "Why",
    wide: true,
    wraps: true,
    value: (row) => row.slips.length,
    cell: (row) =>
      row.slips.map((slip, index) => (
        <div key={index}>
          To {day(slip.to)}: {named(SLIPS, slip.reason).toLowerCase()}. <span className="quiet">{slip.note}</span>
        </div>
      )),
  },
  {
    id: "acts",
    header: "Record",
    value: () => null,
    cell: (row) =>
      runs && !row.delivered && !row.withdrawn ? (
        <>
          <RecordDelivery of={of} today={today} due={row} />
          <MoveDelivery of={of} due={row} />
        </>
      ) : null,
  },
];

/** What was delivered of each line, and every delivery with its slip. */
export function Deliveries(props: RunningProps) {
  const { of, today } = props;
  const delivers = ["accepted", "executing"].includes(of.phase);
  return (
    <section aria-labelledby="deliveries">
      <div className="section-head">
        <h2 id="deliveries">Deliveries</h2>
        <SourceOf of={of} part="deliveries" />
        <span className="space" />
        {delivers && (
          <>
            <PlanDelivery of={of} today={today} />
            <RecordDelivery of={of} today={today} />
          </>
        )}
      </div>
      <DataTable caption="Delivered by line" columns={LINES} rows={of.running.lines_delivered} rowKey={(row) => String(row.line)} empty="No lines are known." />
      <DataTable caption="Deliveries" columns={columns(props)} rows={of.running.deliveries} rowKey={(row) => String(row.entry)} empty="No delivery is planned." />
    </section>
  );
}

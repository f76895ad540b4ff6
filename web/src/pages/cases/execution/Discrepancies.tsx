import type { CaseDiscrepancyRow } from "../../../api/types";
import { FileDiscrepancy, NextStep } from "../../../forms/cases/execution/DiscrepancyForms";
import type { Column } from "../../../parts/columns";
import { DataTable } from "../../../parts/DataTable";
import { count, day } from "../../../parts/format";
import { HOLDERS, named } from "../words";
import type { RunningProps } from "./Running";
import { SourceOf } from "./SourceOf";
import { DISCREPANCIES, exact, lineNumber, OUTCOMES, STATUSES } from "./words";

const columns = ({ of, today, runs }: RunningProps): Column<CaseDiscrepancyRow>[] => [
  { id: "line", header: "Line", value: (row) => row.report.line, cell: (row) => lineNumber(row.report.line) },
  { id: "kind", header: "What is wrong", wraps: true, value: (row) => named(DISCREPANCIES, row.report.kind), cell: (row) => <span title={row.report.note}>{named(DISCREPANCIES, row.report.kind)}</span> },
  { id: "quantity", header: "Quantity", right: true, wide: true, value: (row) => row.report.quantity, cell: (row) => count(row.report.quantity) },
  { id: "claim", header: "Claimed", right: true, value: (row) => row.report.claim_cents, cell: (row) => exact(row.report.claim_cents) },
  { id: "filed", header: "Filed", value: (row) => row.report.filed, cell: (row) => day(row.report.filed) },
  { id: "status", header: "Stands", value: (row) => named(STATUSES, row.status) },
  { id: "holder", header: "With", value: (row) => named(HOLDERS, row.holder) },
  { id: "age", header: "Age, days", right: true, title: "Days from filing until it was closed, or until today", value: (row) => row.age, cell: (row) => count(row.age) },
  {
    id: "answer",
    header: "Answer",
    wide: true,
    wraps: true,
    value: (row) => row.report.answer?.on,
    cell: (row) => (row.report.answer ? `${day(row.report.answer.on)}: ${named(OUTCOMES, row.report.answer.outcome).toLowerCase()}${row.report.answer.credited_cents > 0 ? `, ${exact(row.report.answer.credited_cents)}` : ""}. ${row.report.answer.note}` : "–"),
  },
  { id: "acts", header: "Record", value: () => null, cell: (row) => (runs ? <NextStep key={row.status} of={of} today={today} report={row} /> : null) },
];

/** Discrepancy reports (SF 364) of what was delivered. */
export function Discrepancies(props: RunningProps) {
  const { of, today, runs } = props;
  return (
    <section aria-labelledby="discrepancies">
      <div className="section-head">
        <h2 id="discrepancies">Discrepancy reports</h2>
        <SourceOf of={of} part="discrepancies" />
        <span className="space" />
        {runs && <FileDiscrepancy of={of} today={today} />}
      </div>
      <DataTable caption="Discrepancy reports" columns={columns(props)} rows={of.running.discrepancies} rowKey={(row) => String(row.entry)} empty="None was filed." />
    </section>
  );
}

import type { CaseSummary, ClosureCount } from "../../api/types";
import type { Column } from "../../parts/columns";
import { DataTable } from "../../parts/DataTable";
import { Figure } from "../../parts/Figure";
import { count } from "../../parts/format";
import { CLOSURES } from "./execution/words";
import { money, named, type PARTS } from "./words";

interface Props {
  summary: CaseSummary;
  onPart: (part: (typeof PARTS)[number][0]) => void;
}

const WAYS: Column<ClosureCount>[] = [
  { id: "path", header: "To be closed", value: (row) => named(CLOSURES, row.path) },
  { id: "cases", header: "Cases", right: true, value: (row) => row.cases, cell: (row) => count(row.cases) },
  { id: "closable", header: "Nothing stops it", right: true, value: (row) => row.closable, cell: (row) => count(row.closable) },
  { id: "value", header: "Value", right: true, value: (row) => row.value_cents, cell: (row) => money(row.value_cents) },
];

/** What is due and open of the cases in execution, and the closure backlog. */
export function ExecutionTable({ summary, onPart }: Props) {
  const { execution } = summary;
  return (
    <section aria-labelledby="in-execution">
      <h2 id="in-execution">In execution</h2>
      <div className="totals">
        <Figure name="With something overdue" title={`${money(execution.overdue_cents)} were asked for, are past their day and not paid`} onOpen={() => onPart("overdue")}>
          {count(execution.overdue)}
        </Figure>
        <Figure name="With a late delivery" title="A planned delivery is past the day last expected" onOpen={() => onPart("delivery_late")}>
          {count(execution.delivery_late)}
        </Figure>
        <Figure name="Open discrepancy reports" title="Reports (SF 364) that are not closed" onOpen={() => onPart("discrepancy")}>
          {count(execution.discrepancies)}
        </Figure>
        <Figure name="Review not held" title="The planned day, or a year after the last review, has passed" onOpen={() => onPart("review_late")}>
          {count(execution.review_late)}
        </Figure>
        <Figure name="Not reconciled" title="A fiscal year should have been reconciled by now" onOpen={() => onPart("reconcile")}>
          {count(execution.reconcile)}
        </Figure>
        <Figure name="To be closed" title="Supply complete, closed for now, or a blanket order gone idle" onOpen={() => onPart("backlog")}>
          {count(execution.backlog)}
        </Figure>
        <Figure name="Can be closed" title="To be closed, and nothing stops it" onOpen={() => onPart("closable")}>
          {count(execution.closable)}
        </Figure>
      </div>
      <DataTable caption="Closure backlog" columns={WAYS} rows={execution.ways} rowKey={(row) => row.path} empty="No case is to be closed." />
    </section>
  );
}

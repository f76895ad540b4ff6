import type { CaseReview } from "../../../api/types";
import { RecordReview, SettleAction } from "../../../forms/cases/execution/ReviewForms";
import type { Column } from "../../../parts/columns";
import { DataTable } from "../../../parts/DataTable";
import { day } from "../../../parts/format";
import { HOLDERS, named } from "../words";
import type { RunningProps } from "./Running";
import { SourceOf } from "./SourceOf";
import { REVIEWS } from "./words";

type Row = CaseReview & { entry: number };

const columns = ({ of, today, runs }: RunningProps): Column<Row>[] => [
  { id: "on", header: "Day", value: (row) => row.on, cell: (row) => `${day(row.on)}${row.held ? "" : row.on < today ? ", not held" : ", planned"}` },
  { id: "kind", header: "Review", value: (row) => named(REVIEWS, row.kind) },
  { id: "findings", header: "Found", wraps: true, value: (row) => row.findings },
  {
    id: "actions",
    header: "To be done",
    wraps: true,
    value: (row) => (row.actions ?? []).length,
    cell: (row) =>
      (row.actions ?? []).map((one, index) => (
        <div key={index}>
          {one.action} <span className="quiet">({named(HOLDERS, one.holder)}, by {day(one.due)})</span>{" "}
          {one.done ? `done ${day(one.done)}` : runs ? <SettleAction of={of} today={today} review={row.entry} action={index} title={one.action} /> : "open"}
        </div>
      )),
  },
];

/** Program and financial reviews, with what follows from them. */
export function Reviews(props: RunningProps) {
  const { of, today, runs } = props;
  const rows = of.running.reviews.map((one, entry) => ({ ...one, entry }));
  const due = of.execution?.review_due;
  return (
    <section aria-labelledby="reviews">
      <div className="section-head">
        <h2 id="reviews">Reviews</h2>
        <SourceOf of={of} part="reviews" />
        <span className="space" />
        {runs && <RecordReview of={of} today={today} />}
      </div>
      {due && <p className={due < today ? "short" : "quiet"}>{due < today ? `The next review should have been held by ${day(due)}.` : `The next review is due by ${day(due)}.`}</p>}
      <DataTable caption="Reviews" columns={columns(props)} rows={rows} rowKey={(row) => String(row.entry)} initial={{ column: "on", descending: true }} empty="None was planned or held." />
    </section>
  );
}

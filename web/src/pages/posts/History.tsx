import type { Post } from "../../api/types";
import type { Column } from "../../parts/columns";
import { DataTable } from "../../parts/DataTable";
import { count, day, period, words } from "../../parts/format";

type Span = Post["history"][number];
type Departure = Post["departures"][number];
type Differential = Post["differential_history"][number];

const STATUS: Column<Span>[] = [
  { id: "status", header: "Status", value: (row) => words(row.status) },
  { id: "period", header: "When", value: (row) => row.period.from, cell: (row) => period(row.period) },
];

const DEPARTURES: Column<Departure>[] = [
  { id: "from", header: "Departure since", value: (row) => row.from, cell: (row) => day(row.from) },
  { id: "end", header: "Outcome", value: (row) => row.end?.on ?? null, cell: (row) => <Outcome of={row} />, wraps: true },
  { id: "reach", header: "Who leaves", wide: true, value: (row) => (row.reach === "families" ? "families" : "families and not essential") },
  { id: "essential", header: "Essential", right: true, value: (row) => row.essential_count, cell: (row) => count(row.essential_count) },
  { id: "haven", header: "Safe haven", wide: true, value: (row) => row.safe_haven.name },
  { id: "document", header: "Document", wide: true, value: (row) => row.document, wraps: true },
];

function Outcome({ of }: { of: Departure }) {
  if (of.rescinded) return `undone on ${day(of.rescinded.decided)}: ${of.rescinded.document}`;
  if (of.end) return `${words(of.end.outcome).toLowerCase()} on ${day(of.end.on)}: ${of.end.document}`;
  return <span className="short">in force</span>;
}

const DIFFERENTIALS: Column<Differential>[] = [
  { id: "period", header: "When", value: (row) => row.period.from, cell: (row) => period(row.period) },
  { id: "hardship", header: "Hardship %", right: true, value: (row) => row.differentials.hardship_pct },
  { id: "danger", header: "Danger %", right: true, value: (row) => row.differentials.danger_pct },
  { id: "cola", header: "Cost of living %", right: true, value: (row) => row.differentials.cost_of_living_pct },
];

/** What the post was, and every departure that was recorded, the undone ones too. */
export function History({ post }: { post: Post }) {
  return (
    <div className="two">
      <section aria-labelledby="departures">
        <div className="section-head">
          <h2 id="departures">Departures</h2>
        </div>
        <DataTable caption="Ordered departures recorded" columns={DEPARTURES} rows={post.departures} rowKey={(row) => `${row.from}${row.document}`} empty="None on record." />
      </section>
      <section aria-labelledby="history">
        <div className="section-head">
          <h2 id="history">Status and differentials</h2>
        </div>
        <DataTable caption="Status over time" columns={STATUS} rows={post.history} rowKey={(row) => row.period.from} initial={{ column: "period", descending: true }} empty="Accompanied; nothing else on record." />
        <DataTable caption="Differentials over time" columns={DIFFERENTIALS} rows={post.differential_history} rowKey={(row) => row.period.from} initial={{ column: "period", descending: true }} empty="None on record." />
      </section>
    </div>
  );
}

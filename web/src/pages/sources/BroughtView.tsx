import type { Brought } from "../../api/types";
import type { Column } from "../../parts/columns";
import { DataTable } from "../../parts/DataTable";
import { count, words } from "../../parts/format";

type Fault = NonNullable<Brought["refused"]>["faults"][number];
type Change = Brought["changes"][number];
type Flag = Brought["contradictions"][number];
type Proposal = Brought["proposals"][number];
type ReadRow = Brought["sample"][number];

const FAULTS: Column<Fault>[] = [
  { id: "line", header: "Line", right: true, value: (fault) => fault.line },
  { id: "column", header: "Column", value: (fault) => fault.column },
  { id: "found", header: "Found", wraps: true, value: (fault) => fault.found },
  { id: "expected", header: "Expected", wraps: true, value: (fault) => fault.expected },
  { id: "nearest", header: "Nearest", value: (fault) => fault.nearest },
];

const CHANGES: Column<Change>[] = [
  { id: "subject", header: "Row", value: (one) => one.subject },
  { id: "field", header: "Field", value: (one) => words(one.field) },
  { id: "before", header: "Held", wraps: true, value: (one) => one.before },
  { id: "after", header: "File", wraps: true, value: (one) => one.after },
];

const FLAGS: Column<Flag>[] = [
  { id: "kind", header: "Kind", value: (one) => words(one.kind) },
  { id: "row", header: "Row", value: (one) => one.row },
  { id: "detail", header: "What was found", wraps: true, value: (one) => one.detail },
];

const PROPOSALS: Column<Proposal>[] = [
  { id: "key", header: "Row", value: (one) => one.key },
  {
    id: "who",
    header: "Whom it may be",
    wraps: true,
    value: (one) => one.candidates[0]?.person.name,
    cell: (one) =>
      one.candidates.length === 0
        ? "nobody here"
        : one.candidates.map((candidate) => `${candidate.person.name}, ${candidate.person.grade} (${(candidate.likely_per_mille / 10).toFixed(1)} %)`).join("; "),
  },
  { id: "why", header: "Evidence", wraps: true, value: (one) => one.candidates[0]?.evidence.join(" · ") },
];

const SAMPLE: Column<ReadRow>[] = [
  { id: "line", header: "Line", right: true, aside: true, value: (row) => row.line },
  { id: "key", header: "Key", value: (row) => row.key },
  { id: "name", header: "Name", value: (row) => row.facts.name },
  { id: "service", header: "Service", value: (row) => row.facts.service, cell: (row) => (row.facts.service ? words(row.facts.service) : "–") },
  { id: "grade", header: "Grade", value: (row) => row.facts.grade ?? row.facts.position_grade },
  { id: "position", header: "Position", value: (row) => row.facts.position ?? row.facts.title },
  { id: "rotation", header: "Rotation", value: (row) => row.facts.rotation },
];

/** What a file brings, or would bring; or everything that is wrong with it, in its own columns. */
export function BroughtView({ of }: { of: Brought }) {
  if (of.refused) {
    const all = of.refused.faults.length + of.refused.further;
    return (
      <div role="alert">
        <p>
          <strong>{`Not taken: ${count(all)} ${all === 1 ? "thing is" : "things are"} wrong with the file.`}</strong>
        </p>
        <DataTable caption="What is wrong" columns={FAULTS} rows={of.refused.faults} rowKey={(fault) => `${fault.line ?? ""}${fault.column ?? ""}${fault.found}`} />
      </div>
    );
  }
  return (
    <div>
      <p role="status">
        <strong>{of.taken ? `Loaded at position ${String(of.position)}.` : "Nothing is taken yet."}</strong>{" "}
        {`${count(of.rows)} rows: ${count(of.changed)} new or changed, ${count(of.unchanged)} unchanged, ${count(of.gone)} gone. ${count(of.change_count)} fields change, ${count(of.contradiction_count)} contradictions, ${count(of.settled)} settled, ${count(of.proposal_count)} rows to be matched.`}
      </p>
      {of.notes.map((note) => (
        <p key={note} className="small quiet">
          {note}
        </p>
      ))}
      {of.sample.length > 0 && <DataTable caption="The first rows as they are read" columns={SAMPLE} rows={of.sample} rowKey={(row) => `${row.line}${row.key}`} />}
      {of.changes.length > 0 && <DataTable caption="What changes" columns={CHANGES} rows={of.changes} rowKey={(one) => `${one.subject}${one.field}`} />}
      {of.contradictions.length > 0 && <DataTable caption="Contradictions" columns={FLAGS} rows={of.contradictions} rowKey={(one) => `${one.kind}${one.row ?? ""}${one.detail}`} />}
      {of.proposals.length > 0 && <DataTable caption="Rows to be matched" columns={PROPOSALS} rows={of.proposals} rowKey={(one) => one.key} />}
    </div>
  );
}

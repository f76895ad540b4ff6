import type { CaseAlarm, CaseSummary, Milestone, MilestoneDefinition, StuckKind, StuckStep } from "../../api/types";
import type { Column } from "../../parts/columns";
import { DataTable } from "../../parts/DataTable";
import { count } from "../../parts/format";
import { named, STUCK, titled } from "./words";

interface Props {
  summary: CaseSummary;
  milestones: MilestoneDefinition[] | undefined;
  onStep: (kind: StuckKind, milestone: Milestone | undefined) => void;
}

/** Where cases are stuck, and why. */
export function StuckTable({ summary, milestones, onStep }: Props) {
  const columns: Column<StuckStep>[] = [
    {
      id: "why",
      header: "Why",
      value: (row) => named(STUCK, row.kind),
      cell: (row) => (
        <button type="button" className="linkish" onClick={() => onStep(row.kind, row.milestone ?? undefined)}>
          {named(STUCK, row.kind)}
        </button>
      ),
    },
    { id: "step", header: "At", value: (row) => (row.milestone ? titled(milestones, row.milestone) : "Letter of request") },
    { id: "cases", header: "Cases", right: true, value: (row) => row.cases, cell: (row) => count(row.cases) },
    { id: "median", header: "Half are beyond by, days", right: true, title: "Days beyond what is plausible or allowed", value: (row) => row.median_beyond, cell: (row) => count(row.median_beyond) },
    { id: "most", header: "Worst, days", right: true, value: (row) => row.most_beyond, cell: (row) => count(row.most_beyond) },
  ];
  return (
    <details>
      <summary>Stuck: where and why</summary>
      <DataTable caption="Stuck cases by reason and step" columns={columns} rows={summary.stuck_steps} rowKey={(row) => `${row.kind}${row.milestone}`} initial={{ column: "cases", descending: true }} empty="Nothing is stuck." />
    </details>
  );
}

/** Why a case is stuck, and who would mend it how. */
export function StuckBanner({ alarms }: { alarms: CaseAlarm[] }) {
  if (alarms.length === 0) return null;
  return (
    <section className="problem" aria-labelledby="stuck">
      <h2 id="stuck">Stuck</h2>
      <ul className="plain">
        {alarms.map((alarm) => (
          <li key={alarm.kind}>
            <span className="short">{named(STUCK, alarm.kind)}</span>: {alarm.why}. {alarm.mend} <span className="quiet">To act: {alarm.who}.</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

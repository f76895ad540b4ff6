import type { CasePhase, CaseSummary, CaseHolder, PhaseCount } from "../../api/types";
import type { Column } from "../../parts/columns";
import { DataTable } from "../../parts/DataTable";
import { count } from "../../parts/format";
import { HOLDERS, money, named, PHASES } from "./words";

interface Props {
  summary: CaseSummary;
  phase: CasePhase | undefined;
  onPhase: (phase: CasePhase | undefined) => void;
  onHolder: (holder: CaseHolder) => void;
}

/** Open cases by phase and by who works them. */
export function PhaseTable({ summary, phase, onPhase, onHolder }: Props) {
  const columns: Column<PhaseCount>[] = [
    {
      id: "phase",
      header: "Phase",
      value: (row) => PHASES.findIndex(([key]) => key === row.phase),
      cell: (row) => (
        <button type="button" className="linkish" aria-pressed={row.phase === phase} onClick={() => onPhase(row.phase === phase ? undefined : row.phase)}>
          {named(PHASES, row.phase)}
        </button>
      ),
    },
    { id: "cases", header: "Cases", right: true, value: (row) => row.cases, cell: (row) => count(row.cases) },
    { id: "held", header: "On hold", right: true, value: (row) => row.held, cell: (row) => count(row.held) },
    { id: "late", header: "Past the goal", right: true, value: (row) => row.late, cell: (row) => count(row.late) },
    { id: "median", header: "Half stand longer than, days", right: true, value: (row) => row.median_days, cell: (row) => count(row.median_days) },
    { id: "value", header: "Value", right: true, value: (row) => row.value_cents, cell: (row) => money(row.value_cents) },
  ];
  return (
    <div className="beside">
      <DataTable caption="Open cases by phase" columns={columns} rows={summary.phases} rowKey={(row) => row.phase} />
      <ul className="plain" aria-label="Open cases by who works them">
        {summary.holders.map(({ holder, cases, workforce }) => (
          <li key={holder}>
            <button type="button" className="linkish" onClick={() => onHolder(holder)}>
              {named(HOLDERS, holder)}
            </button>
            : {count(cases)} {workforce ? "" : <span className="quiet">outside the workforce: staffing does not move it</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

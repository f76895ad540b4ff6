import type { CaseMilestone, CasePage, MilestoneDefinition } from "../../api/types";
import { Correct } from "../../forms/cases/Correct";
import type { Column } from "../../parts/columns";
import { DataTable } from "../../parts/DataTable";
import { count, day, daysBetween } from "../../parts/format";
import { named, PHASES } from "./words";

interface Step extends CaseMilestone {
  title: string;
  code: string;
  phase: string;
  /** Days since the milestone before, or since the letter of request. */
  took: number;
  /** Days since the letter of request. */
  at: number;
}

/** The way of a case: each milestone with the days it took, as bars against the goal and as a table. */
export function Way({ of, milestones }: { of: CasePage; milestones: MilestoneDefinition[] }) {
  const steps = stepsOf(of, milestones);
  return (
    <section aria-labelledby="way">
      <h2 id="way">Its way</h2>
      <Bars of={of} steps={steps.filter((step) => !step.corrected?.withdrawn)} />
      <DataTable caption="Milestones" columns={columns(of)} rows={steps} rowKey={(row) => String(row.entry)} empty="No milestone is recorded yet." />
    </section>
  );
}

function stepsOf(of: CasePage, milestones: MilestoneDefinition[]): Step[] {
  let before = of.lor;
  return [...of.milestones]
    .sort((a, b) => a.on.localeCompare(b.on) || a.entry - b.entry)
    .map((one) => {
      const definition = milestones.find(({ milestone }) => milestone === one.milestone);
      const took = daysBetween(before, one.on);
      if (!one.corrected?.withdrawn) before = one.on;
      return {
        ...one,
        title: definition?.title ?? one.milestone,
        code: definition?.code ?? "",
        phase: definition ? named(PHASES, definition.phase) : "",
        took,
        at: daysBetween(of.lor, one.on),
      };
    });
}

function columns(of: CasePage): Column<Step>[] {
  return [
    { id: "title", header: "Milestone", value: (row) => row.at * 100 + row.entry, cell: (row) => (row.corrected?.withdrawn ? <s>{row.title}</s> : row.title) },
    { id: "code", header: "Code", wide: true, value: (row) => row.code },
    { id: "phase", header: "Phase", wide: true, value: (row) => row.phase },
    { id: "on", header: "Reached", value: (row) => row.on, cell: (row) => day(row.on) },
    { id: "took", header: "Days it took", right: true, value: (row) => row.took, cell: (row) => count(row.took) },
    {
      id: "corrected",
      header: "Corrected",
      value: (row) => row.corrected?.on,
      cell: (row) =>
        row.corrected ? (
          <span title={row.corrected.reason}>
            {row.corrected.withdrawn ? "withdrawn" : `was ${day(row.corrected.was)}`}: {row.corrected.reason}
          </span>
        ) : (
          <Correct of={of} entry={row.entry} title={row.title} on={row.on} />
        ),
    },
  ];
}

/** The days to the offer by phase, beside the goal: the picture of the table below. */
function Bars({ of, steps }: { of: CasePage; steps: Step[] }) {
  const offered = steps.find((step) => step.milestone === "offered");
  const until = steps.filter((step) => step.at <= (offered?.at ?? Infinity));
  const whole = Math.max(of.clock.elapsed, of.clock.goal ?? 0, 1);
  const spans = until.map((step) => ({ key: step.entry, phase: step.phase, title: step.title, width: (100 * step.took) / whole }));
  const rest = of.clock.runs ? of.clock.elapsed - (until.at(-1)?.at ?? 0) : 0;
  const shades = ["Data development", "Writing", "Review", "State review", "Offered"];
  return (
    <div className="way" aria-hidden="true">
      <div className="way-bar">
        {spans.map((span) => (
          <span key={span.key} className={`way-step shade-${shades.indexOf(span.phase) + 1}`} style={{ width: `${span.width}%` }} title={span.title} />
        ))}
        {rest > 0 && <span className="way-step way-open" style={{ width: `${(100 * rest) / whole}%` }} title="Since then" />}
      </div>
      {of.clock.goal && <div className="way-goal" style={{ left: `${Math.min(100, (100 * (of.clock.goal + of.clock.held)) / whole)}%` }} title={`Goal: ${of.clock.goal} days, and ${of.clock.held} on hold`} />}
    </div>
  );
}

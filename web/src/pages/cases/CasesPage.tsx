import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useMemo, useState } from "react";

import * as ask from "../../api/queries";
import type { CaseRow, MilestoneDefinition } from "../../api/types";
import { BulkActs } from "../../forms/cases/BulkActs";
import { Answer } from "../../parts/Answer";
import type { Column } from "../../parts/columns";
import { CountryLink } from "../../parts/CountryLink";
import { Figure } from "../../parts/Figure";
import { ChoiceFilter, Filters, FlagFilter, TextFilter } from "../../parts/Filters";
import { Exports } from "../../parts/Exports";
import { count, day, percent } from "../../parts/format";
import { PersonLink } from "../../parts/PersonLink";
import { VirtualTable } from "../../parts/VirtualTable";
import { Title } from "../../shell/Title";
import { DAYS, NUMBER } from "./columns";
import { ExecutionTable } from "./ExecutionTable";
import { OfficeTable } from "./OfficeTable";
import { PhaseTable } from "./PhaseTable";
import { StuckTable } from "./Stuck";
import { daysTo, goal, HOLDERS, money, named, ORDERS, PARTS, PHASES, STUCK, titled } from "./words";

const route = getRouteApi("/cases");

/** The queue of cases: what is oldest, what is held and by whom, what comes next. */
export function CasesPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const set = (change: Partial<typeof search>) => void navigate({ search: (now) => ({ ...now, ...change }), replace: true });
  const milestones = useQuery(ask.milestones());
  const { part, phase, holder, milestone, stuck, answer_by, office, country, purchaser, q, mine, order } = search;
  const about = { office, country, purchaser, q, mine };
  const shownCountry = useQuery({ ...ask.countries(), enabled: country !== undefined }).data?.items.find((one) => one.id === country);
  const summary = useQuery(ask.caseSummary({ ...about, holder }));
  // The offices of the whole queue, whatever the filter.
  const whole = useQuery(ask.caseSummary({}));
  const offices = (whole.data?.offices ?? []).map(({ office: one }) => [one.id, one.code] as const);
  const today = useQuery(ask.about()).data?.today ?? "";
  const [chosen, setChosen] = useState<ReadonlyMap<string, CaseRow>>(new Map());
  const table = useMemo(() => [chooser(chosen, setChosen), ...columns(milestones.data, today)], [milestones.data, today, chosen]);
  return (
    <div className="page">
      <Title>Cases</Title>
      <div className="page-head">
        <h1>Cases</h1>
        <span className="quiet">Every open sale: where it stands, since when, with whom, and what comes next.</span>
      </div>
      <Answer of={summary}>
        {(data) => (
          <>
            <section className="totals" aria-label="The queue in figures">
              <Figure name="Open cases">
                {count(data.open)}
              </Figure>
              <Figure name="Worth">
                {money(data.value_cents)}
              </Figure>
              <Figure name="On hold" onOpen={() => set({ part: "held", phase: undefined })}>
                {count(data.held)}
              </Figure>
              <Figure name="Holds to decide or overdue" onOpen={() => set({ part: "holds", phase: undefined })}>
                {count(data.holds)}
              </Figure>
              <Figure name="Past the goal" onOpen={() => set({ part: "late", phase: undefined, order: "goal" })}>
                {count(data.late)}
              </Figure>
              <Figure name="Stuck" onOpen={() => set({ part: "stuck", phase: undefined, stuck: undefined })}>
                {count(data.stuck)}
              </Figure>
              <Figure name="Managed by nobody" onOpen={() => set({ part: "unassigned", phase: undefined })}>
                {count(data.unassigned)}
              </Figure>
              <Figure name="Awaiting an answer" title={`${count(data.answer_overdue)} of them past the day it was due`} onOpen={() => set({ part: "awaits_answer", phase: undefined, order: undefined })}>
                {count(data.awaits_answer)}
              </Figure>
              <Figure name="Departing from the rules" onOpen={() => set({ part: "departing", phase: undefined })}>
                {count(data.departing)}
              </Figure>
              <Figure name="Offered in their goal, 12 months" title={`${count(data.within_goal)} of ${count(data.offered)}`}>
                {data.offered > 0 ? percent(data.within_goal / data.offered) : "–"}
              </Figure>
            </section>
            <PhaseTable summary={data} phase={phase} onPhase={(next) => set({ phase: next, part: undefined })} onHolder={(next) => set({ holder: next })} />
            <StuckTable summary={data} milestones={milestones.data} onStep={(kind, at) => set({ part: "stuck", stuck: kind, milestone: at, phase: undefined })} />
            <ExecutionTable summary={data} onPart={(next) => set({ part: next, phase: undefined })} />
            <OfficeTable summary={data} onOffice={(next) => set({ office: next })} />
          </>
        )}
      </Answer>
      <div className="section-head">
        <h2>Queue</h2>
        <span className="space" />
        <Filters>
          <TextFilter label="Identifier, title or country" value={q} onChange={(next) => set({ q: next })} />
          <ChoiceFilter label="Part" value={part} onChange={(next) => set({ part: next, stuck: undefined, answer_by: undefined })} of={PARTS} all="Open cases" />
          {part === "stuck" && <ChoiceFilter label="Why" value={stuck} onChange={(next) => set({ stuck: next })} of={STUCK} all="Whatever the reason" />}
          {part === "awaits_answer" && <ChoiceFilter label="Answer owed by" value={answer_by} onChange={(next) => set({ answer_by: next })} of={HOLDERS} all="Whoever owes it" />}
          <ChoiceFilter label="Phase" value={phase} onChange={(next) => set({ phase: next })} of={PHASES} all="Every phase" />
          <ChoiceFilter label="With" value={holder} onChange={(next) => set({ holder: next })} of={HOLDERS} all="With anybody" />
          <ChoiceFilter label="Office" value={office} onChange={(next) => set({ office: next })} of={offices} all="Every office" />
          <ChoiceFilter label="Order" value={order} onChange={(next) => set({ order: next })} of={ORDERS} all="Longest where it stands" />
          {country && (
            <button type="button" className="linkish" onClick={() => set({ country: undefined, purchaser: undefined })}>
              Of: {shownCountry?.name ?? country}
              {purchaser ? `, ${purchaser}` : ""}; show all
            </button>
          )}
          {milestone && (
            <button type="button" className="linkish" onClick={() => set({ milestone: undefined })}>
              At: {titled(milestones.data, milestone)}; show all
            </button>
          )}
          <FlagFilter label="Mine" value={mine} onChange={(next) => set({ mine: next })} />
        </Filters>
      </div>
      {part === "unassigned" && office && (
        <p>
          <Link to="/cases/distribution" search={{ office }}>
            Distribute the cases of this office that nobody manages
          </Link>
        </p>
      )}
      {chosen.size > 0 && <BulkActs rows={[...chosen.values()]} onDone={() => setChosen(new Map())} />}
      <VirtualTable
        caption="Cases"
        columns={table}
        query={ask.cases({ ...about, part, phase, holder, milestone, stuck, answer_by, order })}
        aside={
          <span>
            <Exports noun="cases" />; events as <a href="/api/export/case-events?format=xes">XES</a> or <a href="/api/export/case-events?format=ocel">OCEL 2.0</a>; execution as CSV:{" "}
            {EXECUTION.map((name, index) => (
              <span key={name}>
                {index > 0 && ", "}
                <a href={`/api/export/case-${name}?format=csv`} download>
                  {name}
                </a>
              </span>
            ))}
          </span>
        }
        rowKey={(row) => row.id}
        empty="No such case."
      />
    </div>
  );
}

/** The tables of the execution of cases. */
const EXECUTION = ["payments", "deliveries", "discrepancies", "reviews", "reconciliations"] as const;

/** The column in which rows are chosen. */
function chooser(chosen: ReadonlyMap<string, CaseRow>, onChange: (chosen: ReadonlyMap<string, CaseRow>) => void): Column<CaseRow> {
  const turn = (row: CaseRow, on: boolean) => {
    const next = new Map(chosen);
    if (on) next.set(row.id, row);
    else next.delete(row.id);
    onChange(next);
  };
  return {
    id: "chosen",
    header: "Select",
    width: 55,
    aside: true,
    value: () => null,
    cell: (row) => <input type="checkbox" aria-label={`Select ${row.number}`} checked={chosen.has(row.id)} onChange={(event) => turn(row, event.currentTarget.checked)} />,
  };
}

function columns(milestones: MilestoneDefinition[] | undefined, today: string): Column<CaseRow>[] {
  return [
    NUMBER,
    { id: "title", header: "What", width: 210, value: (row) => row.title },
    { id: "country", header: "Country", width: 120, wide: true, value: (row) => row.country.name, cell: (row) => <CountryLink country={row.country} /> },
    {
      id: "phase",
      header: "Phase",
      width: 130,
      value: (row) => named(PHASES, row.phase),
      cell: (row) => (row.held_since ? <span className="short" title={`On hold since ${day(row.held_since)}`}>{named(PHASES, row.phase)}, held</span> : named(PHASES, row.phase)),
    },
    DAYS,
    { id: "holder", header: "With", width: 140, value: (row) => named(HOLDERS, row.holder) },
    { id: "next", header: "Next", width: 230, wide: true, value: (row) => titled(milestones, row.next) },
    {
      id: "goal",
      header: "Goal, days",
      width: 90,
      right: true,
      title: "Days left of the goal to the offer, days on hold not counted",
      value: (row) => row.left,
      cell: (row) => <span className={row.clock.runs && (row.left ?? 0) < 0 ? "short" : undefined}>{goal(row)}</span>,
    },
    {
      id: "offer",
      header: "To offer, days",
      width: 110,
      right: true,
      title: "Days to the offer, as a range that is to hold 80 times of 100",
      value: (row) => row.offer?.from,
      cell: (row) => daysTo(row.offer, today),
    },
    {
      id: "stuck",
      header: "Stuck",
      width: 250,
      value: (row) => row.alarms[0]?.why,
      cell: (row) => (row.alarms[0] ? <span className="short" title={row.alarms.map((alarm) => `${alarm.why}. ${alarm.mend}`).join(" ")}>{row.alarms[0].why}</span> : "–"),
    },
    { id: "value", header: "Value", width: 85, right: true, value: (row) => row.value_cents, cell: (row) => money(row.value_cents) },
    {
      id: "answer",
      header: "Answer due",
      width: 190,
      title: "By when an answer to a letter is due, and who owes it",
      value: (row) => row.answers?.due,
      cell: ({ answers }) =>
        answers ? (
          <span className={answers.overdue > 0 ? "short" : undefined} title={`${count(answers.letters)} of its letters, the oldest of ${day(answers.since)}`}>
            {day(answers.due)}, {named(HOLDERS, answers.by)}
          </span>
        ) : (
          "–"
        ),
    },
    {
      id: "due",
      header: "Due in execution",
      width: 210,
      wide: true,
      title: "What is overdue or late; else what comes next",
      value: (row) => row.execution?.overdue_cents,
      cell: due,
    },
    { id: "office", header: "Office", width: 130, wide: true, value: (row) => row.office.code },
    {
      id: "manager",
      header: "Manager",
      width: 160,
      wide: true,
      value: (row) => row.manager?.name,
      cell: (row) => (row.manager ? <PersonLink person={row.manager} /> : row.managed ? <span className="quiet">not yours to see</span> : <span className="short">nobody</span>),
    },
    { id: "source", header: "Source", width: 150, wide: true, value: (row) => row.source, cell: (row) => row.source ?? "Muster" },
  ];
}

/** What is overdue or late of a case in execution; else what comes next. */
function due({ execution }: CaseRow) {
  if (!execution) return "–";
  const late = [
    execution.overdue_since && `${money(execution.overdue_cents)} overdue`,
    execution.late_since && `delivery late since ${day(execution.late_since)}`,
    execution.discrepancies > 0 && `${count(execution.discrepancies)} discrepancy ${execution.discrepancies === 1 ? "report" : "reports"}`,
  ].filter(Boolean);
  if (late.length > 0) return <span className="short">{late.join(", ")}</span>;
  const next = [execution.payment_next && `payment ${day(execution.payment_next)}`, execution.delivery_next && `delivery ${day(execution.delivery_next)}`].filter(Boolean);
  return next.length > 0 ? next.join(", ") : "–";
}

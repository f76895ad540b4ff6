import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";

import * as ask from "../../api/queries";
import type { CaseFlow, FlowBottleneck, FlowDeparture, FlowRework, FlowSegment, MilestoneDefinition } from "../../api/types";
import { Answer } from "../../parts/Answer";
import type { Column } from "../../parts/columns";
import { DataTable } from "../../parts/DataTable";
import { Figure } from "../../parts/Figure";
import { ChoiceFilter, Filters } from "../../parts/Filters";
import { count, percent, words } from "../../parts/format";
import { Title } from "../../shell/Title";
import { KINDS } from "../cases/words";
import { FlowMap } from "./FlowMap";

const route = getRouteApi("/flow");

const CATEGORIES = [
  ["A", "Group A"],
  ["B", "Group B"],
  ["C", "Group C"],
  ["D", "Group D"],
] as const;

type DepartureKind = "skipped" | "out_of_order" | "repeated" | "unknown";

/** Which cases the page is about. */
type Filter = ReturnType<typeof route.useSearch>;

/** What a code of the log means. */
export type Named = (code: string) => string;

/** How cases flow: where they spend their days, where delay arises that lasts, what is done again. */
export function FlowPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const set = (change: Partial<typeof search>) => void navigate({ search: (now) => ({ ...now, ...change }), replace: true });
  const flow = useQuery(ask.caseFlow(search));
  const milestones = useQuery(ask.milestones());
  const whole = useQuery(ask.caseSummary({}));
  const offices = (whole.data?.offices ?? []).map(({ office }) => [office.id, office.code] as const);
  return (
    <div className="page">
      <Title>Flow</Title>
      <div className="page-head">
        <h1>Flow of cases</h1>
        <span className="quiet">Where cases spend their days, and which delay lasts to the end.</span>
        <span className="space" />
        <Filters>
          <ChoiceFilter label="Office" value={search.office} onChange={(office) => set({ office })} of={offices} all="Every office" />
          <ChoiceFilter label="Kind" value={search.kind} onChange={(kind) => set({ kind })} of={KINDS} all="Every kind" />
          <ChoiceFilter label="Group" value={search.category} onChange={(category) => set({ category })} of={CATEGORIES} all="Every group" />
        </Filters>
      </div>
      <Answer of={flow}>{(data) => <Flow of={data} filter={search} milestones={milestones.data ?? []} />}</Answer>
    </div>
  );
}

function Flow({ of, filter, milestones }: { of: CaseFlow; filter: Filter; milestones: MilestoneDefinition[] }) {
  const named: Named = (code) =>
    milestones.find((one) => one.code === code)?.title ??
    ({ LOR: "Letter of request received", CPOHOLD: "Put on hold", CPOHOLDREM: "Hold lifted" }[code] ?? code);
  const way = (from: string, to: string) => `${named(from)} → ${named(to)}`;
  const navigate = useNavigate();
  return (
    <>
      {of.synthetic && <p className="quiet">Mined from synthetic histories: these times prove nothing of the real world.</p>}
      <section className="totals" aria-label="The log in figures">
        <Figure name="Cases">{count(of.cases)}</Figure>
        <Figure name="Events">{count(of.events)}</Figure>
        <Figure name="Distinct ways">{count(of.variants)}</Figure>
        <Figure name="Keep the order">{of.cases > 0 ? percent(of.conforming / of.cases, 1) : "–"}</Figure>
      </section>
      <section aria-labelledby="bottlenecks">
        <h2 id="bottlenecks">Bottlenecks</h2>
        <p className="quiet">By the delay beyond the typical time that no later step of the same case made good.</p>
        <DataTable caption="Bottlenecks" columns={bottlenecks(way, milestones)} rows={of.bottlenecks} rowKey={(row) => `${row.from} ${row.to}`} initial={{ column: "lasting", descending: true }} />
      </section>
      <section aria-labelledby="map">
        <h2 id="map">From milestone to milestone</h2>
        <FlowMap of={of} milestones={milestones} named={named} onOpen={(from, to) => void navigate({ to: "/flow/cases", search: { ...filter, from, to } })} />
        <p className="small quiet">Blue: forward. Orange, on the left: taken back, with the code of what takes it back. Dashed: forward again from there. A way opens the cases that went it.</p>
        <DataTable caption="From milestone to milestone" columns={segments(way, filter)} rows={of.segments} rowKey={(row) => `${row.from} ${row.to}`} initial={{ column: "total", descending: true }} />
      </section>
      <div className="beside">
        <section aria-labelledby="rework">
          <h2 id="rework">Done again</h2>
          <DataTable caption="Done again" columns={rework(named)} rows={of.rework} rowKey={(row) => row.activity} empty="Nothing is done again." />
        </section>
        <section aria-labelledby="departures">
          <h2 id="departures">Departing from the order</h2>
          <DataTable caption="Departing from the order" columns={departures(named, filter)} rows={of.departures} rowKey={(row) => `${row.kind} ${row.activity}`} empty="Every case keeps the order." />
        </section>
      </div>
      <section aria-labelledby="ways">
        <h2 id="ways">The most frequent ways</h2>
        <ol className="plain">
          {of.top_variants.map((one) => (
            <li key={one.activities.join()}>
              <Link to="/flow/cases" search={{ ...filter, way: one.activities.join(",") }}>
                {count(one.cases)} cases
              </Link>
              , {percent(one.share, 1)}, {count(Math.round(one.mean_days))} days on average: <span className="small quiet">{one.activities.join(" → ")}</span>
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}

const tenths = (value: number | null | undefined): string => (value === null || value === undefined ? "–" : value.toLocaleString("en-US", { maximumFractionDigits: 1 }));
const rounded = (value: number): string => count(Math.round(value));

type Way = (from: string, to: string) => string;

function bottlenecks(way: Way, milestones: MilestoneDefinition[]): Column<FlowBottleneck>[] {
  return [
    {
      id: "way",
      header: "From, to",
      wraps: true,
      value: (row) => way(row.from, row.to),
      cell: (row) => {
        const milestone = milestones.find((one) => one.code === row.from)?.milestone;
        return milestone ? (
          <Link to="/cases" search={{ milestone }} title="The open cases that stand there now">
            {way(row.from, row.to)}
          </Link>
        ) : (
          way(row.from, row.to)
        );
      },
    },
    { id: "lasting", header: "Lasting delay, days", right: true, value: (row) => row.lasting_days, cell: (row) => rounded(row.lasting_days) },
    { id: "share", header: "Of all", right: true, value: (row) => row.share, cell: (row) => percent(row.share, 1) },
    { id: "late", header: "Late", right: true, value: (row) => row.late, cell: (row) => `${count(row.late)} of ${count(row.count)}` },
    { id: "typical", header: "Typical, days", right: true, value: (row) => row.typical_days, cell: (row) => tenths(row.typical_days) },
    { id: "excess", header: "Beyond it", right: true, wide: true, value: (row) => row.excess_days, cell: (row) => rounded(row.excess_days) },
    { id: "good", header: "Made good later", right: true, wide: true, value: (row) => row.made_good_days, cell: (row) => rounded(row.made_good_days) },
  ];
}

function segments(way: Way, filter: Filter): Column<FlowSegment>[] {
  return [
    { id: "way", header: "From, to", wraps: true, value: (row) => way(row.from, row.to) },
    {
      id: "count",
      header: "Times",
      right: true,
      value: (row) => row.count,
      cell: (row) => (
        <Link to="/flow/cases" search={{ ...filter, from: row.from, to: row.to }} title="The cases that went so">
          {count(row.count)}
        </Link>
      ),
    },
    { id: "median", header: "Median, days", right: true, value: (row) => row.median_days, cell: (row) => tenths(row.median_days) },
    { id: "quarter", header: "A quarter up to", right: true, wide: true, value: (row) => row.quarter_days, cell: (row) => tenths(row.quarter_days) },
    { id: "three", header: "Three quarters up to", right: true, wide: true, value: (row) => row.three_quarters_days, cell: (row) => tenths(row.three_quarters_days) },
    { id: "mean", header: "Mean", right: true, value: (row) => row.mean_days, cell: (row) => tenths(row.mean_days) },
    { id: "total", header: "All together, days", right: true, value: (row) => row.total_days, cell: (row) => rounded(row.total_days) },
  ];
}

function rework(named: Named): Column<FlowRework>[] {
  return [
    { id: "activity", header: "What", value: (row) => named(row.activity) },
    { id: "again", header: "Cases again", right: true, value: (row) => row.cases_again, cell: (row) => `${count(row.cases_again)} of ${count(row.cases)}` },
    { id: "loop", header: "Days in the loops", right: true, value: (row) => row.loop_days, cell: (row) => rounded(row.loop_days) },
  ];
}

function departures(named: Named, filter: Filter): Column<FlowDeparture>[] {
  return [
    { id: "activity", header: "What", value: (row) => named(row.activity) },
    { id: "kind", header: "How", value: (row) => words(row.kind) },
    {
      id: "cases",
      header: "Cases",
      right: true,
      value: (row) => row.cases,
      cell: (row) => (
        <Link to="/flow/cases" search={{ ...filter, departure: row.kind as DepartureKind, activity: row.activity }} title="The cases that depart so">
          {count(row.cases)}
        </Link>
      ),
    },
  ];
}

import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";

import * as ask from "../../api/queries";
import type { MeasureGroup, MeasurePage as Measure, MeasureSourceRow, MeasureTrendPoint } from "../../api/types";
import { Answer } from "../../parts/Answer";
import type { Column } from "../../parts/columns";
import { CountryLink } from "../../parts/CountryLink";
import { DataTable } from "../../parts/DataTable";
import { ChoiceFilter, Filters } from "../../parts/Filters";
import { count, day } from "../../parts/format";
import { Title } from "../../shell/Title";
import { quarterName, shown, UNITS } from "./figures";
import { TrendChart } from "./TrendChart";

const route = getRouteApi("/measures/$id");

const BY = [
  ["office", "By office"],
  ["command", "By command or agency office"],
  ["category", "By group of goals"],
  ["agency", "By implementing agency"],
  ["country", "By country"],
] as const;

/** One measure: its definition, its trend, a quarter of it by group, and the rows that the quarter counts. */
export function MeasurePage() {
  const { id } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const measure = useQuery(ask.measure(id, search));
  const set = (change: Partial<typeof search>) => void navigate({ search: (now) => ({ ...now, ...change }), replace: true, resetScroll: false });
  return (
    <div className="page">
      <Answer of={measure}>
        {(data) => (
          <>
            <Title>{data.title}</Title>
            <div className="page-head">
              <h1>{data.title}</h1>
              <span className="quiet">{UNITS[data.scale]}</span>
              <span className="space" />
              <Link to="/measures">All measures</Link>
            </div>
            {data.synthetic && <p className="quiet">Measured on synthetic histories: these figures prove nothing of the real world.</p>}
            <p>{data.definition}</p>
            <p className="small quiet">{data.source}</p>
            <TrendChart measure={data} height={160} />
            <div className="beside">
              <section aria-labelledby="trend">
                <h2 id="trend">By quarter</h2>
                <DataTable caption="By quarter" columns={trend(data, (quarter) => set({ quarter }))} rows={data.trend} rowKey={(row) => row.quarter} />
              </section>
              <section aria-labelledby="groups">
                <div className="section-head">
                  <h2 id="groups">{quarterName(data.quarter)} by group</h2>
                  <Filters>
                    <ChoiceFilter label="By" value={search.by} onChange={(by) => set({ by })} of={BY.slice(1)} all="By office" />
                  </Filters>
                </div>
                <DataTable caption="By group" columns={groups(data)} rows={data.groups} rowKey={(row) => row.group} empty="Nothing counts in this quarter." />
              </section>
            </div>
            <section aria-labelledby="rows">
              <h2 id="rows">What {quarterName(data.quarter)} counts</h2>
              <p className="quiet">
                {count(data.rows.length)} of {count(data.total)} rows, those that weigh against it most first.
              </p>
              <DataTable caption="Rows counted" columns={rows(data)} rows={data.rows} rowKey={(row) => row.case?.id ?? row.billet?.id ?? row.on} empty="Nothing counts in this quarter." />
            </section>
          </>
        )}
      </Answer>
    </div>
  );
}

function trend(of: Measure, open: (quarter: string) => void): Column<MeasureTrendPoint>[] {
  return [
    {
      id: "quarter",
      header: "Quarter",
      value: (row) => row.quarter,
      cell: (row) => (
        <button type="button" className="linkish" aria-pressed={row.quarter === of.quarter} onClick={() => open(row.quarter)}>
          {quarterName(row.quarter)}
          {row.so_far ? " so far" : ""}
        </button>
      ),
    },
    { id: "value", header: "Figure", right: true, value: (row) => row.value, cell: (row) => shown(of.scale, row.value) },
    { id: "count", header: "Counts", right: true, value: (row) => row.count, cell: (row) => count(row.count) },
    { id: "running", header: "Not over", right: true, value: (row) => row.running, cell: (row) => count(row.running) },
  ];
}

function groups(of: Measure): Column<MeasureGroup>[] {
  return [
    { id: "group", header: "Group", value: (row) => row.group, cell: (row) => (row.country ? <CountryLink country={row.country} /> : row.group) },
    { id: "value", header: "Figure", right: true, value: (row) => row.value, cell: (row) => shown(of.scale, row.value) },
    { id: "count", header: "Counts", right: true, value: (row) => row.count, cell: (row) => count(row.count) },
  ];
}

function rows(of: Measure): Column<MeasureSourceRow>[] {
  const value = (row: MeasureSourceRow) => (of.scale === "share" ? (row.value > 0 ? "yes" : "no") : shown(of.scale, row.value));
  return [
    {
      id: "row",
      header: "Row",
      value: (row) => row.case?.number ?? row.billet?.number,
      cell: (row) =>
        row.case ? (
          <Link to="/cases/$id" params={{ id: row.case.id }}>
            {row.case.number}
          </Link>
        ) : row.billet ? (
          <Link to="/billets/$id" params={{ id: row.billet.id }}>
            {row.billet.number}
          </Link>
        ) : null,
    },
    { id: "title", header: "What", value: (row) => row.case?.title ?? row.billet?.title },
    { id: "office", header: "Office", value: (row) => row.office.code },
    { id: "on", header: "Day", value: (row) => row.on, cell: (row) => day(row.on) },
    { id: "value", header: "Counts with", right: true, value: (row) => row.value, cell: (row) => (row.running ? `${value(row)}, not over` : value(row)) },
  ];
}

import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";

import * as ask from "../../api/queries";
import type { MeasureList, MeasureRow } from "../../api/types";
import { Answer } from "../../parts/Answer";
import type { Column } from "../../parts/columns";
import { DataTable } from "../../parts/DataTable";
import { count } from "../../parts/format";
import { Title } from "../../shell/Title";
import { quarterName, shown, UNITS } from "./figures";
import { TrendChart } from "./TrendChart";

/** The measures by which the reform is watched, by fiscal quarter. */
export function MeasuresPage() {
  const measures = useQuery(ask.measures());
  return (
    <div className="page">
      <Title>Measures</Title>
      <div className="page-head">
        <h1>Measures</h1>
        <span className="quiet">What the reform is watched by, by quarter of the fiscal year. Each opens into the rows it counts.</span>
      </div>
      <Answer of={measures}>{(data) => <Measures of={data} />}</Answer>
    </div>
  );
}

function Measures({ of }: { of: MeasureList }) {
  const rows = of.measures;
  return (
    <>
      {of.synthetic && <p className="quiet">Measured on synthetic histories: these figures prove nothing of the real world.</p>}
      <div className="measures">
        {rows.map((row) => (
          <section key={row.id} aria-label={row.title}>
            <h2>
              <Link to="/measures/$id" params={{ id: row.id }}>
                {row.title}
              </Link>
            </h2>
            <p>
              <strong>{shown(row.scale, over(row)?.value)}</strong>{" "}
              <span className="small quiet">
                {UNITS[row.scale]}, {quarterName(over(row)?.quarter ?? "")}
              </span>
            </p>
            <TrendChart measure={row} height={84} />
          </section>
        ))}
      </div>
      <section aria-labelledby="table">
        <h2 id="table">By quarter</h2>
        <DataTable caption="Measures by quarter" columns={columns(rows)} rows={rows} rowKey={(row) => row.id} />
      </section>
      <section aria-labelledby="missing">
        <h2 id="missing">Not recorded</h2>
        <p className="quiet">Asked for, but nobody records what they rest on. No figure is shown in their place.</p>
        <ul className="plain">
          {of.not_recorded.map((one) => (
            <li key={one.title}>
              <strong>{one.title}</strong>: {one.needs}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

/** The last quarter that is over. */
const over = (row: MeasureRow) => row.trend.findLast((one) => !one.so_far);

function columns(rows: MeasureRow[]): Column<MeasureRow>[] {
  const title: Column<MeasureRow> = {
    id: "title",
    header: "Measure",
    wraps: true,
    value: (row) => row.title,
    cell: (row) => (
      <Link to="/measures/$id" params={{ id: row.id }} title={row.definition}>
        {row.title}
      </Link>
    ),
  };
  const quarters = (rows[0]?.trend ?? []).slice(-6);
  const figures = quarters.map(({ quarter, so_far }): Column<MeasureRow> => {
    const own = (row: MeasureRow) => row.trend.find((one) => one.quarter === quarter);
    return {
      id: quarter,
      header: so_far ? `${quarterName(quarter)} so far` : quarterName(quarter),
      right: true,
      value: (row) => own(row)?.value,
      cell: (row) => <span title={`of ${count(own(row)?.count)}`}>{shown(row.scale, own(row)?.value)}</span>,
    };
  });
  return [title, { id: "unit", header: "In", value: (row) => UNITS[row.scale] }, ...figures];
}

import { useQuery } from "@tanstack/react-query";

import * as ask from "../../api/queries";
import type { CountrySales, CountrySalesAhead, CountrySalesForecast, CountrySalesYear } from "../../api/types";
import { Answer } from "../../parts/Answer";
import type { Column } from "../../parts/columns";
import { DataTable } from "../../parts/DataTable";
import { count, percent } from "../../parts/format";
import { money } from "../cases/words";
import { missing } from "./figures";
import { SalesChart } from "./SalesChart";

/** What a country bought as published, and what it will buy, with how such forecasts turned out. */
export function SalesSection({ code }: { code: string }) {
  const sales = useQuery(ask.countrySales(code));
  return (
    <section aria-labelledby="sales">
      <h2 id="sales">Sales by fiscal year</h2>
      <Answer of={sales}>{(data) => <Sales sales={data} />}</Answer>
    </section>
  );
}

function Sales({ sales }: { sales: CountrySales }) {
  const { years, forecast } = sales;
  if (years.length === 0) return <p className="quiet">No sales of this country are published in what is held here: missing, not zero.</p>;
  const gaps = missing(years);
  return (
    <>
      <p className="quiet">
        Foreign military sales as published; a negative year is a reduction of earlier ones.{" "}
        {gaps.length > 0 ? `${gaps.join(", ")}: missing, not zero.` : null}
      </p>
      <SalesChart sales={sales} height={200} />
      <div className="beside">
        <DataTable caption="Published sales by fiscal year" columns={columns(years)} rows={years} rowKey={(row) => String(row.fiscal_year)} initial={{ column: "year", descending: true }} className="short-table" />
        {forecast ? <Forecast of={forecast} /> : <p className="quiet">Too few years are published for a forecast: it takes four.</p>}
      </div>
    </>
  );
}

const dollars = (usd: number | null | undefined): string => (typeof usd === "number" ? money(usd * 100) : "missing");

function columns(years: readonly CountrySalesYear[]): Column<CountrySalesYear>[] {
  const all: Column<CountrySalesYear>[] = [
    { id: "year", header: "Fiscal year", right: true, value: (row) => row.fiscal_year, cell: (row) => row.fiscal_year },
    { id: "agreed", header: "Agreed", right: true, value: (row) => row.agreed_usd, cell: (row) => <span className={typeof row.agreed_usd === "number" ? undefined : "quiet"}>{dollars(row.agreed_usd)}</span> },
    { id: "source", header: "Source", value: (row) => row.source, cell: (row) => <span className="mono">{row.source ?? "published nowhere we found"}</span>, wraps: true },
  ];
  if (years.every((row) => typeof row.delivered_usd !== "number")) return all;
  const delivered: Column<CountrySalesYear> = {
    id: "delivered",
    header: "Delivered",
    right: true,
    value: (row) => row.delivered_usd,
    cell: (row) => <span title={row.delivered_source ?? undefined}>{dollars(row.delivered_usd)}</span>,
  };
  return [...all.slice(0, 2), delivered, ...all.slice(2)];
}

function Forecast({ of }: { of: CountrySalesForecast }) {
  const named = `${of.method.replaceAll("_", " ")}${of.scale === "dollars" ? "" : ", on a logarithmic scale"}`;
  const mase = typeof of.mase === "number" ? `${of.mase.toFixed(2)} over ${count(of.trials)} past forecasts` : "nothing could be tried";
  return (
    <div>
      <DataTable caption={`Forecast with ranges to hold ${percent(of.level)}`} columns={AHEAD} rows={of.years} rowKey={(row) => String(row.fiscal_year)} />
      <p className="small">
        From {count(of.known)} known years up to FY{of.last}, by the method that did best on past years: {named}. Mean absolute scaled error (MASE) {mase};
        under 1 is better than repeating the last year was.
      </p>
    </div>
  );
}

const AHEAD: Column<CountrySalesAhead>[] = [
  { id: "year", header: "Fiscal year", right: true, value: (row) => row.fiscal_year, cell: (row) => row.fiscal_year },
  { id: "forecast", header: "Forecast", right: true, value: (row) => row.forecast_usd, cell: (row) => money(row.forecast_usd * 100) },
  {
    id: "range",
    header: "80 % range",
    right: true,
    value: (row) => row.to_usd,
    cell: (row) => (typeof row.from_usd === "number" && typeof row.to_usd === "number" ? `${money(row.from_usd * 100)} to ${money(row.to_usd * 100)}` : "too little is known"),
  },
  {
    id: "held",
    header: "Such ranges held",
    right: true,
    value: (row) => row.held,
    cell: (row) => (typeof row.held === "number" ? `${percent(row.held)} of ${count(row.ranges)}` : "–"),
    title: "Of all countries, forecast again from each year since FY2006 with what was known then",
  },
];

import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";

import * as ask from "../../api/queries";
import type { Demand, Driver, Figure } from "../../api/types";
import { Answer } from "../../parts/Answer";
import { counts, figureOf, yearly } from "../../parts/basis";
import { count, day } from "../../parts/format";
import { useMay } from "../../parts/useMay";

const hours = new Intl.NumberFormat("en-US", { maximumFractionDigits: 1 });

/** What the country's cases and figures ask of the office, each openable down to the row it comes from. */
export function DemandSection({ id }: { id: string }) {
  const demand = useQuery(ask.demand(id));
  return (
    <section aria-labelledby="demand">
      <div className="section-head">
        <h2 id="demand">Demand</h2>
        {demand.data && <span className="quiet small">{`indicated strength ${count(demand.data.indicated)}`}</span>}
      </div>
      <Answer of={demand}>{(data) => <Drivers demand={data} />}</Answer>
    </section>
  );
}

/** What an indicated strength is made of. */
export function Drivers({ demand }: { demand: Demand }) {
  return (
    <>
      <div className="table-region" role="group" aria-label="Drivers of demand" tabIndex={0}>
        <table className="grid">
          <caption className="unseen">Drivers of demand, each opening to its source</caption>
          <thead>
            <tr>
              <th scope="col">Driver</th>
              <th scope="col" className="right">Count</th>
              <th scope="col" className="right" title="Shown beside what was counted on record, so that one sees where they differ">Yearly figure</th>
              <th scope="col" className="right wide-only">Minutes each</th>
              <th scope="col" className="right">Hours a month</th>
            </tr>
          </thead>
          <tbody>
            {demand.drivers.map((driver) => (
              <DriverRow key={driver.measure} driver={driver} of={demand} />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Together</th>
              <td />
              <td />
              <td className="wide-only" />
              <td className="right">{hours.format(demand.hours_month)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
      <p className="small mono">{demand.formula}</p>
      {demand.missing.length > 0 && <p className="small quiet">No figure for {demand.missing.join(", ").toLowerCase()}.</p>}
      <p className="small caution">{demand.caution}</p>
    </>
  );
}

function DriverRow({ driver, of }: { driver: Driver; of: Demand }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <tr>
        <th scope="row">
          <button type="button" className="opener" aria-expanded={open} onClick={() => setOpen(!open)}>
            {driver.title}
          </button>
        </th>
        <td className="right">{count(driver.count)}</td>
        <td className="right">{yearly(driver.basis)}</td>
        <td className="right wide-only">{count(driver.minutes_each)}</td>
        <td className="right">{hours.format(driver.hours_month)}</td>
      </tr>
      {open && (
        <tr>
          <td colSpan={5} className="wraps opened small">
            <Basis driver={driver} of={of} /> Minutes by the lever{" "}
            <Link to="/levers" hash={driver.lever}>
              {driver.lever.replaceAll("_", " ")}
            </Link>
            .
          </td>
        </tr>
      )}
    </>
  );
}

/** What the count rests on: the cases on record, which open in the queue, or a figure with its row. */
function Basis({ driver, of }: { driver: Driver; of: Demand }) {
  const may = useMay();
  const figure = figureOf(driver.basis);
  const row = figure ? <Row figure={figure} /> : "There is no yearly figure beside it.";
  if (!counts(driver.basis)) return row;
  const counted = `the cases on record as they stood on ${day(of.on)}`;
  const part = driver.measure === "development_cases" ? "development" : "execution";
  return (
    <>
      Counted from{" "}
      {may("see_cases") ? (
        <Link to="/cases" search={{ country: of.country, part }} title="The cases that stand so today, as far as you see them">
          {counted}
        </Link>
      ) : (
        counted
      )}
      {driver.synthetic ? <strong> (synthetic cases)</strong> : null}. {row}
    </>
  );
}

function Row({ figure }: { figure: Figure }) {
  return (
    <>
      Figure of fiscal year {figure.fiscal_year}: {count(figure.value)}, from <span className="mono">{figure.source}</span>
      {figure.synthetic ? <strong> (synthetic figure)</strong> : null}.
    </>
  );
}

import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";

import * as ask from "../../api/queries";
import type { Demand, Driver } from "../../api/types";
import { Answer } from "../../parts/Answer";
import { count } from "../../parts/format";

const hours = new Intl.NumberFormat("en-US", { maximumFractionDigits: 1 });

/** What the country's figures ask of the office, each openable down to the row it comes from. */
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
              <th scope="col" className="right wide-only">Minutes each</th>
              <th scope="col" className="right">Hours a month</th>
            </tr>
          </thead>
          <tbody>
            {demand.drivers.map((driver) => (
              <DriverRow key={driver.measure} driver={driver} />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Together</th>
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

function DriverRow({ driver }: { driver: Driver }) {
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
        <td className="right wide-only">{count(driver.minutes_each)}</td>
        <td className="right">{hours.format(driver.hours_month)}</td>
      </tr>
      {open && (
        <tr>
          <td colSpan={4} className="wraps opened small">
            Fiscal year {driver.fiscal_year}, from <span className="mono">{driver.source}</span>
            {driver.synthetic ? <strong> (synthetic figure)</strong> : null}; minutes by the lever{" "}
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

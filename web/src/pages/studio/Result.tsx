import type { CommandEffect, NetworkFit, PoolEffect, PoolWorth, Sided, Simulation, StaffingCoefficient, StaffingEffect } from "../../api/types";
import type { Column } from "../../parts/columns";
import { DataTable } from "../../parts/DataTable";
import { count, percent, words } from "../../parts/format";
import { HOLDERS } from "../cases/words";
import { catchesUp, figure, ranged, verdict } from "./ranges";

/** What a simulation found, or how far it is. */
export function Result({ of, onCancel, brief = false }: { of: Simulation; onCancel: () => void; brief?: boolean }) {
  if (of.state === "running") return <Running of={of} onCancel={onCancel} />;
  if (of.state === "cancelled") return <p className="quiet">The simulation was cancelled.</p>;
  if (of.state === "failed") {
    return (
      <div className="problem" role="alert">
        <strong>There is no answer</strong>
        <p>{of.problem}</p>
      </div>
    );
  }
  return (
    <>
      {of.synthetic && <p className="quiet">Simulated from synthetic histories: this proves nothing of the real world.</p>}
      {of.effect && <Effect of={of.effect} brief={brief} />}
      {of.worth && <Worth of={of.worth} />}
    </>
  );
}

function Running({ of, onCancel }: { of: Simulation; onCancel: () => void }) {
  return (
    <div className="running" role="status">
      <progress value={of.done} max={of.planned} aria-label="Replications done" />
      <span className="small">
        {of.done === 0 ? "Reading the histories" : `${count(of.done)} of ${count(of.planned)} replications`}
      </span>
      <button type="button" className="linkish" onClick={onCancel}>
        Cancel
      </button>
    </div>
  );
}

function Effect({ of, brief }: { of: StaffingEffect; brief: boolean }) {
  const all = of.commands[0];
  const days = all?.median_days?.difference;
  const why = days && all.open_at_end && catchesUp(days, all.open_at_end.difference);
  return (
    <>
      {days && <p className="verdict">{verdict(days)}</p>}
      {why && <p className="small">{why}</p>}
      <DataTable caption="What changes, by command" columns={COMMANDS} rows={of.commands} rowKey={(row) => row.command ?? ""} />
      <p className="small quiet">
        {count(of.sets)} sets of coefficients, {count(of.replications)} replications of each, the same chance with and without; counted from day {count(of.from_day)} to day {count(of.until_day)}. Ranges hold eight of ten sets of coefficients.
      </p>
      {!brief && (
        <>
          <section aria-labelledby="pools">
            <h2 id="pools">Who is there</h2>
            <DataTable caption="Pools of people" columns={POOLS} rows={of.pools} rowKey={(row) => row.pool} initial={{ column: "waiting", descending: false }} />
          </section>
          <div className="beside">
            <Holders of={of} />
            <section aria-labelledby="fit">
              <h2 id="fit">How the network keeps to what was</h2>
              <DataTable caption="Simulated beside observed" columns={FITS} rows={of.fit} rowKey={(row) => row.command ?? ""} />
              <p className="small quiet">It rests on the complete ways of {count(of.histories)} cases of the last three years; open ones count as censored.</p>
            </section>
          </div>
          <Coefficients of={of.coefficients} />
        </>
      )}
    </>
  );
}

function Holders({ of }: { of: StaffingEffect }) {
  const beyond = of.holders.filter((one) => !one.workforce).reduce((sum, one) => sum + one.share, 0);
  return (
    <section aria-labelledby="holders">
      <h2 id="holders">What staffing cannot change</h2>
      <p className="small">
        {percent(beyond, 1)} of the days before the offer are State&apos;s, Congress&apos;s, industry&apos;s or the purchaser&apos;s: no staffing of ours moves them.
      </p>
      <DataTable
        caption="Whose the days before the offer are"
        columns={[
          { id: "holder", header: "Who works it", value: (row) => HOLDERS.find(([key]) => key === row.holder)?.[1] ?? words(row.holder) },
          { id: "share", header: "Share of the days", right: true, value: (row) => row.share, cell: (row) => percent(row.share, 1) },
          { id: "workforce", header: "Goes by staffing", value: (row) => (row.workforce ? "in part" : "no") },
        ]}
        rows={of.holders}
        rowKey={(row) => row.holder}
      />
    </section>
  );
}

function Coefficients({ of }: { of: StaffingCoefficient[] }) {
  return (
    <section aria-labelledby="coefficients">
      <h2 id="coefficients">What nobody has measured</h2>
      <p className="small quiet">Every coefficient that ties staffing to time is an assumption with a range; each set takes one value from every range, and the ranges above carry them.</p>
      <DataTable
        caption="Coefficients"
        columns={[
          { id: "meaning", header: "Coefficient", wraps: true, value: (row: StaffingCoefficient) => row.meaning },
          { id: "value", header: "Value", right: true, value: (row) => row.value, cell: (row) => rounded(row.value) },
          { id: "range", header: "Range", right: true, value: (row) => row.low, cell: (row) => `${rounded(row.low)} to ${rounded(row.high)}` },
          { id: "unit", header: "Unit", value: (row) => row.unit },
          { id: "source", header: "From", wraps: true, wide: true, value: (row) => row.source },
        ]}
        rows={of}
        rowKey={(row) => row.meaning}
      />
    </section>
  );
}

const rounded = (value: number): string => value.toLocaleString("en-US", { maximumFractionDigits: 2 });

function Worth({ of }: { of: PoolWorth[] }) {
  return (
    <section aria-labelledby="worth">
      <h2 id="worth">Where the next person is worth most</h2>
      <DataTable
        caption="One more person in each pool"
        columns={[
          { id: "pool", header: "One more among", value: (row: PoolWorth) => row.pool },
          { id: "days", header: "Days saved a year, all cases together", right: true, value: (row) => row.case_days.mean, cell: (row) => ranged(row.case_days, 1, true) },
          { id: "median", header: "Median offer, days", right: true, value: (row) => row.median_days.mean, cell: (row) => ranged(row.median_days, 1, true) },
        ]}
        rows={of}
        rowKey={(row) => row.pool}
        initial={{ column: "days", descending: true }}
      />
    </section>
  );
}

const difference = (of: Sided | null | undefined, scale = 1): string => (of ? ranged(of.difference, scale, true) : "–");

const COMMANDS: Column<CommandEffect>[] = [
  { id: "command", header: "Countries of", value: (row) => row.command ?? "All together" },
  {
    id: "median",
    header: "Median days to the offer",
    right: true,
    value: (row) => row.median_days?.without.mean,
    cell: (row) => (row.median_days ? `${figure(row.median_days.without.mean)} → ${figure(row.median_days.with.mean)}` : "–"),
  },
  { id: "days", header: "Difference, days", right: true, value: (row) => row.median_days?.difference.mean, cell: (row) => difference(row.median_days) },
  { id: "goal", header: "Within the goal, points of 100", right: true, value: (row) => row.within_goal?.difference.mean, cell: (row) => difference(row.within_goal, 100) },
  { id: "offers", header: "Offers", right: true, wide: true, value: (row) => row.offers?.difference.mean, cell: (row) => difference(row.offers) },
  { id: "open", header: "Without an offer at the end", right: true, value: (row) => row.open_at_end?.difference.mean, cell: (row) => difference(row.open_at_end) },
];

const POOLS: Column<PoolEffect>[] = [
  { id: "pool", header: "Pool", value: (row) => row.pool },
  { id: "billets", header: "Billets", right: true, value: (row) => row.billets, cell: (row) => count(row.billets) },
  { id: "people", header: "People there without", right: true, value: (row) => row.people.without.mean, cell: (row) => ranged(row.people.without), title: "In people fully proficient, on average over the days counted" },
  { id: "more", header: "Difference", right: true, value: (row) => row.people.difference.mean, cell: (row) => difference(row.people) },
  { id: "share", header: "Of their time, %", right: true, wide: true, value: (row) => row.share.mean, cell: (row) => ranged(row.share, 100), title: "What cases before their offer get of it, so that they take as long as they did" },
  { id: "use", header: "In use, %", right: true, wide: true, value: (row) => row.utilisation?.without.mean, cell: (row) => (row.utilisation ? figure(row.utilisation.without.mean * 100) : "–") },
  { id: "waiting", header: "Cases waiting, difference", right: true, value: (row) => row.waiting?.difference.mean, cell: (row) => difference(row.waiting) },
];

const FITS: Column<NetworkFit>[] = [
  { id: "command", header: "Countries of", value: (row) => row.command ?? "All together" },
  { id: "offered", header: "Offers last year", right: true, value: (row) => row.offered, cell: (row) => count(row.offered) },
  { id: "observed", header: "Median then, days", right: true, value: (row) => row.observed_median, cell: (row) => (row.observed_median == null ? "–" : figure(row.observed_median)) },
  { id: "simulated", header: "Simulated", right: true, value: (row) => row.simulated_median, cell: (row) => (row.simulated_median == null ? "–" : figure(row.simulated_median)) },
  { id: "standing", header: "Before the offer today", right: true, value: (row) => row.standing, cell: (row) => count(row.standing) },
  { id: "in", header: "Simulated, mean", right: true, value: (row) => row.simulated_standing, cell: (row) => (row.simulated_standing == null ? "–" : figure(row.simulated_standing)) },
];

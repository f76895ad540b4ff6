import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";

import * as ask from "../../api/queries";
import type { LeverRow, Outlook, OutlookAssumption } from "../../api/types";
import { count, words } from "../../parts/format";

/** The names under which a question may replace a lever. */
export type Assumed = "retention" | "accessions" | "placed" | "renewal" | "language_seats" | "certificate_seats" | "spread";

type Set = (change: Partial<Record<Assumed, number | undefined>>) => void;

const name = (lever: string) => lever.replace("outlook_", "") as Assumed;

/** What the answer rests on: levers in force, each replaceable for this page alone. */
export function Assumptions({ outlook, set }: { outlook: Outlook; set: Set }) {
  const levers = useQuery(ask.levers());
  const changed = outlook.assumptions.filter((one) => one.value !== one.in_force);
  const reset = Object.fromEntries(outlook.assumptions.map((one) => [name(one.lever), undefined]));
  return (
    <section aria-labelledby="assumed" className="bench-levers outlook-levers">
      <div className="section-head">
        <h2 id="assumed">Assumed</h2>
        <span className="small quiet">{changed.length === 0 ? "as the levers stand" : `${changed.length} otherwise than the levers`}</span>
        <span className="space" />
        {changed.length > 0 && (
          <Button variant="subtle" size="compact-xs" onClick={() => set(reset)}>
            Back to the levers
          </Button>
        )}
      </div>
      {outlook.assumptions.map((one) => (
        <One key={`${one.lever} ${one.value}`} assumption={one} lever={levers.data?.find((lever) => lever.key === one.lever)} set={set} />
      ))}
    </section>
  );
}

/** How far a slider reaches where a lever's range is far wider than what anybody tries. */
const REACH = 500;

function One({ assumption, lever, set }: { assumption: OutlookAssumption; lever: LeverRow | undefined; set: Set }) {
  const [value, setValue] = useState(assumption.value);
  const own = name(assumption.lever);
  const [least, range] = [lever?.least ?? 0, lever?.most ?? 1000];
  const most = range > 1000 ? Math.max(REACH, assumption.value) : range;
  const send = () => {
    if (!Number.isInteger(value) || value === assumption.value || value < least || value > range) return setValue(assumption.value);
    set({ [own]: value === assumption.in_force ? undefined : value });
  };
  const label = words(own);
  return (
    <div className={`lever ${assumption.value === assumption.in_force ? "" : "changed"}`}>
      <label htmlFor={`assumed-${own}`} title={lever?.meaning}>
        {label}
      </label>
      <input
        id={`assumed-${own}`}
        type="range"
        min={least}
        max={most}
        step={5}
        value={value}
        aria-valuetext={`${count(value)} ${lever?.unit ?? ""}`}
        onChange={(event) => setValue(event.currentTarget.valueAsNumber)}
        onPointerUp={send}
        onKeyUp={send}
        onBlur={send}
      />
      <input
        type="number"
        aria-label={`${label}, exactly`}
        min={least}
        max={range}
        value={Number.isFinite(value) ? value : ""}
        onChange={(event) => setValue(event.currentTarget.valueAsNumber)}
        onBlur={send}
        onKeyDown={(event) => event.key === "Enter" && send()}
      />
      <span className="small quiet">
        {lever?.unit}
        {assumption.value === assumption.in_force ? "" : `, in force ${count(assumption.in_force)}`}
      </span>
    </div>
  );
}

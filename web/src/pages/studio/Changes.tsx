import { NativeSelect, NumberInput } from "@mantine/core";

import type { MoreArrivals, MorePeople, RequestingCountry } from "../../api/types";

interface Props<T> {
  of: T[];
  onChange: (next: T[]) => void;
}

const number = (value: string | number): number => (typeof value === "number" ? value : 0);

/** People more or fewer in pools, a row each. */
export function People({ of, onChange, pools }: Props<MorePeople> & { pools: string[] }) {
  const set = (at: number, change: Partial<MorePeople>) => onChange(of.map((one, i) => (i === at ? { ...one, ...change } : one)));
  return (
    <fieldset className="changes">
      <legend>People</legend>
      {of.map((one, at) => (
        <div className="change" key={at}>
          <NativeSelect size="xs" label="Pool" value={one.pool} data={pools} onChange={(event) => set(at, { pool: event.currentTarget.value })} />
          <NumberInput size="xs" label="More (below 0: fewer)" value={one.more} min={-1000} max={1000} allowDecimal={false} onChange={(more) => set(at, { more: number(more) })} />
          <NumberInput size="xs" label="From day" description="after today" value={one.from_day} min={0} max={1800} allowDecimal={false} onChange={(day) => set(at, { from_day: number(day) })} />
          <Drop of={of} at={at} onChange={onChange} />
        </div>
      ))}
      <Add onAdd={() => onChange([...of, { pool: pools[0] ?? "", from_day: 180, more: 1 }])} what="people" full={of.length >= 20 || pools.length === 0} />
    </fieldset>
  );
}

/** Requests more or fewer, a row each. */
export function Arrivals({ of, onChange, commands, countries }: Props<MoreArrivals> & { commands: string[]; countries: RequestingCountry[] }) {
  const set = (at: number, change: Partial<MoreArrivals>) => onChange(of.map((one, i) => (i === at ? { ...one, ...change } : one)));
  const choices = [
    { value: "", label: "all countries" },
    { group: "Countries of a command", items: commands.map((command) => ({ value: `of ${command}`, label: command })) },
    { group: "One country", items: countries.map(({ code, name }) => ({ value: code, label: name })) },
  ];
  const whose = (chosen: string): Pick<MoreArrivals, "command" | "country"> =>
    chosen.startsWith("of ") ? { command: chosen.slice(3), country: null } : { command: null, country: chosen || null };
  return (
    <fieldset className="changes">
      <legend>Letters of request</legend>
      {of.map((one, at) => (
        <div className="change" key={at}>
          <NativeSelect size="xs" label="Countries" value={one.country ?? (one.command ? `of ${one.command}` : "")} data={choices} onChange={(event) => set(at, whose(event.currentTarget.value))} />
          <NumberInput size="xs" label="More, per cent" value={one.percent} min={-100} max={1000} allowDecimal={false} onChange={(percent) => set(at, { percent: number(percent) })} />
          <NumberInput size="xs" label="From day" description="after today" value={one.from_day} min={0} max={1800} allowDecimal={false} onChange={(day) => set(at, { from_day: number(day) })} />
          <Drop of={of} at={at} onChange={onChange} />
        </div>
      ))}
      <Add onAdd={() => onChange([...of, { command: null, country: null, from_day: 180, percent: 20 }])} what="requests" full={of.length >= 20} />
    </fieldset>
  );
}

function Drop<T>({ of, at, onChange }: Props<T> & { at: number }) {
  return (
    <button type="button" className="linkish" onClick={() => onChange(of.filter((_, i) => i !== at))}>
      Take out
    </button>
  );
}

function Add({ onAdd, what, full }: { onAdd: () => void; what: string; full: boolean }) {
  return (
    <button type="button" className="linkish" onClick={onAdd} disabled={full}>
      Add {what}
    </button>
  );
}

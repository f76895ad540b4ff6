import { Button, NumberInput, Textarea, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";

import * as ask from "../../api/queries";
import type { LeverRow } from "../../api/types";
import { CommandDrawer } from "../../forms/CommandDrawer";
import { useCommand } from "../../forms/useCommand";
import { Answer } from "../../parts/Answer";
import { count, day, words } from "../../parts/format";
import { useMay } from "../../parts/useMay";
import { Title } from "../../shell/Title";
import { Holidays } from "./Holidays";

/** Every parameter of policy: its value, its range, where it comes from and who changed it; then the holidays. */
export function LeversPage() {
  const levers = useQuery(ask.levers());
  const about = useQuery(ask.about());
  const may = useMay();
  const [changed, setChanged] = useState<LeverRow | null>(null);
  return (
    <div className="page">
      <Title>Levers</Title>
      <div className="page-head">
        <h1>Levers</h1>
        <span className="quiet">Every figure that a rule uses. Each change has a date and a reason.</span>
      </div>
      <Answer of={levers}>{(data) => <Groups levers={data} onChange={may("set_lever") ? setChanged : null} />}</Answer>
      {about.data && <Holidays today={about.data.today} maySet={may("set_working_day")} />}
      {changed && about.data && <SetLever lever={changed} today={about.data.today} onClose={() => setChanged(null)} />}
    </div>
  );
}

function Groups({ levers, onChange }: { levers: LeverRow[]; onChange: ((lever: LeverRow) => void) | null }) {
  const groups = useMemo(() => [...new Set(levers.map((lever) => lever.group))], [levers]);
  return groups.map((group) => (
    <section key={group} aria-labelledby={`group-${group}`}>
      <div className="section-head">
        <h2 id={`group-${group}`}>{words(group)}</h2>
      </div>
      <div className="table-region" role="group" aria-label={`Levers of ${group}`} tabIndex={0}>
        <table className="grid fixed levers">
          <caption className="unseen">{`Levers of ${group}`}</caption>
          <thead>
            <tr>
              <th scope="col">Lever</th>
              <th scope="col" className="right value">Value</th>
              <th scope="col" className="wide-only range">Range</th>
              <th scope="col" className="wide-only">Source</th>
              <th scope="col" className="wide-only">History</th>
              {onChange && <th scope="col" className="set"><span className="unseen">Change</span></th>}
            </tr>
          </thead>
          <tbody>
            {levers
              .filter((lever) => lever.group === group)
              .map((lever) => (
                <Row key={lever.key} lever={lever} onChange={onChange} />
              ))}
          </tbody>
        </table>
      </div>
    </section>
  ));
}

function Row({ lever, onChange }: { lever: LeverRow; onChange: ((lever: LeverRow) => void) | null }) {
  const last = lever.history.at(-1);
  return (
    <tr id={lever.key}>
      <th scope="row" className="wraps">
        {words(lever.key)}
        <span className="quiet small meaning">{lever.meaning}</span>
      </th>
      <td className="right value">
        <strong>{count(lever.value)}</strong> <span className="quiet small">{lever.unit}</span>
      </td>
      <td className="wide-only range">
        {count(lever.least)} to {count(lever.most)}, default {count(lever.default)}
      </td>
      <td className="wide-only wraps small">{lever.source}</td>
      <td className="wide-only wraps small">
        {last ? `${count(last.value)} from ${day(last.from)}${last.by ? ` by ${last.by}` : ""}: ${last.reason}` : <span className="quiet">never changed</span>}
      </td>
      {onChange && (
        <td className="set">
          <Button variant="subtle" size="compact-xs" onClick={() => onChange(lever)} aria-label={`Change ${words(lever.key)}`}>
            Change
          </Button>
        </td>
      )}
    </tr>
  );
}

function SetLever({ lever, today, onClose }: { lever: LeverRow; today: string; onClose: () => void }) {
  const [value, setValue] = useState<number | string>(lever.value);
  const [from, setFrom] = useState(today);
  const [reason, setReason] = useState("");
  const set = useCommand("set_lever", onClose);
  return (
    <CommandDrawer
      title={words(lever.key)}
      opened
      onClose={onClose}
      pending={set.isPending}
      error={set.error}
      submit="Set the lever"
      onSubmit={() => set.mutate({ body: { lever: lever.key, from, value: Number(value), reason } })}
    >
      <p className="quiet">{lever.meaning}</p>
      <NumberInput label={`Value, ${lever.unit}`} description={`From ${count(lever.least)} to ${count(lever.most)}`} value={value} onChange={setValue} allowDecimal={false} required />
      <TextInput type="date" label="From" value={from} onChange={(event) => setFrom(event.currentTarget.value)} required />
      <Textarea label="Reason" description="Names no person" value={reason} onChange={(event) => setReason(event.currentTarget.value)} required minRows={3} autosize />
    </CommandDrawer>
  );
}

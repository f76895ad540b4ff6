import { NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";

import * as ask from "../../api/queries";
import type { Comparison, MovedRow, Scenario, ScenarioRow, SlateOutcome } from "../../api/types";
import { Answer } from "../../parts/Answer";
import type { Column } from "../../parts/columns";
import { DataTable } from "../../parts/DataTable";
import { count, percent, signed, words } from "../../parts/format";
import { PersonLink } from "../../parts/PersonLink";

interface Props {
  scenario: Scenario;
  others: ScenarioRow[];
  with_: string | undefined;
  set: (given: string | undefined) => void;
}

/** Two scenarios side by side: sums, what is paid for, who fares how, who moves. */
export function Comparing({ scenario, others, with_, set }: Props) {
  const known = others.some((row) => row.id === with_) ? with_ : undefined;
  const asked = useQuery(ask.comparison(scenario.id, scenario.changed, known));
  return (
    <section aria-label="Comparison" className="comparing">
      <NativeSelect
        label="Compare with"
        value={known ?? ""}
        onChange={(event) => set(event.currentTarget.value || undefined)}
        data={[{ value: "", label: "Nothing changed" }, ...others.map((row) => ({ value: row.id, label: row.name }))]}
      />
      <Answer of={asked}>{(data) => <Sides data={data} />}</Answer>
    </section>
  );
}

interface Figure {
  key: string;
  group: string;
  name: string;
  other: number | null;
  mine: number | null;
  /** Of a rate or a mean, the figure as it is written. */
  write?: (value: number | null) => string;
}

function Sides({ data }: { data: Comparison }) {
  const figures = figuresOf(data);
  const write = (row: Figure, value: number | null) => (row.write ?? count)(value);
  const columns: Column<Figure>[] = [
    { id: "name", header: "Figure", value: (row) => row.name },
    { id: "group", header: "Of", wide: true, value: (row) => row.group },
    { id: "other", header: data.other.name, right: true, value: (row) => row.other, cell: (row) => write(row, row.other) },
    { id: "mine", header: data.this.name, right: true, value: (row) => row.mine, cell: (row) => write(row, row.mine) },
    {
      id: "more",
      header: "±",
      right: true,
      value: (row) => (row.mine ?? 0) - (row.other ?? 0),
      cell: (row) => (row.write ? row.write((row.mine ?? 0) - (row.other ?? 0)) : signed((row.mine ?? 0) - (row.other ?? 0))),
    },
  ];
  const moves: Column<MovedRow>[] = [
    { id: "person", header: "Person", value: (row) => row.person?.name, cell: (row) => <PersonLink person={row.person ?? null} /> },
    { id: "before", header: data.other.name, value: (row) => row.before?.title ?? "no assignment" },
    { id: "after", header: data.this.name, value: (row) => row.after?.title ?? "no assignment" },
  ];
  return (
    <div className="picture-body">
      <section aria-label="Figures" className="picture-table">
        <DataTable className="fill" caption="Figures side by side" columns={columns} rows={figures} rowKey={(row) => row.key} />
      </section>
      <section aria-label="Who moves" className="picture-table">
        <h2>
          {count(data.moved)} {data.moved === 1 ? "person goes" : "people go"} elsewhere{data.moved > data.moves.length ? `; the first ${count(data.moves.length)}` : ""}
        </h2>
        <DataTable className="fill" caption="Who moves" columns={moves} rows={data.moves} rowKey={(row) => `${row.person?.id}`} empty="Nobody: both slates are the same." />
      </section>
    </div>
  );
}

function figuresOf({ other, this: mine, offices }: Comparison): Figure[] {
  const [a, b] = [other.outcome, mine.outcome];
  const code = (id: string) => offices.find((office) => office.id === id)?.code ?? id;
  const row = (group: string, name: string, of: (outcome: SlateOutcome) => number | null, write?: Figure["write"]): Figure => ({
    key: `${group} ${name}`, group, name, other: of(a), mine: of(b), ...(write ? { write } : {}),
  });
  const both = <T,>(of: (outcome: SlateOutcome) => T[]): T[] => [...new Set([...of(a), ...of(b)])];
  const rate = (value: number | null) => percent(value, 1);
  const share = (part: number | undefined, whole: number | undefined) => (part === undefined || !whole ? null : part / whole);
  const mean = (value: number | null) => (value === null ? "–" : value.toFixed(1));
  return [
    row("slate", "Points", (it) => it.objective),
    row("slate", "Lines", (it) => it.lines),
    row("slate", "Unfilled", (it) => it.unfilled),
    row("slate", "Unmatched", (it) => it.unmatched),
    row("slate", "Locked", (it) => it.locked),
    ...both((it) => it.parts.map((part) => part.lever)).map((lever) =>
      row("points paid for", words(lever), (it) => it.parts.find((part) => part.lever === lever)?.points ?? 0),
    ),
    ...Array.from({ length: Math.max(a.wishes_met.length, b.wishes_met.length) }, (_, rank) =>
      row("wishes", `Rank ${rank + 1} met`, (it) => it.wishes_met[rank] ?? 0),
    ),
    row("wishes", "Not on the list", (it) => it.unlisted),
    ...both((it) => it.commands.map((one) => one.command)).flatMap((command) => {
      const of = (it: SlateOutcome) => it.commands.find((one) => one.command === command);
      return [
        row("command", `${code(command)} fill`, (it) => share(of(it)?.filled, of(it)?.openings), rate),
        row("command", `${code(command)} wishes met`, (it) => share(of(it)?.met, of(it)?.wished), rate),
        row("command", `${code(command)} points a line`, (it) => share(of(it)?.cost, of(it)?.filled), mean),
      ];
    }),
    ...both((it) => it.services.map((one) => one.service)).flatMap((service) => {
      const of = (it: SlateOutcome) => it.services.find((one) => one.service === service);
      return [
        row("service", `${words(service)} assigned`, (it) => share(of(it)?.assigned, of(it)?.movers), rate),
        row("service", `${words(service)} wishes met`, (it) => share(of(it)?.met, of(it)?.wished), rate),
        row("service", `${words(service)} points a line`, (it) => share(of(it)?.cost, of(it)?.assigned), mean),
      ];
    }),
    ...both((it) => it.funds.map((one) => one.funding)).map((funding) =>
      row("funds", `${words(funding)} filled`, (it) => it.funds.find((one) => one.funding === funding)?.filled ?? 0),
    ),
  ];
}

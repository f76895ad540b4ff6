import { useMemo, useState } from "react";

import type { Scenario } from "../../api/types";
import type { Column } from "../../parts/columns";
import { DataTable } from "../../parts/DataTable";
import { Fill } from "../../parts/Fill";
import { count, percent, signed } from "../../parts/format";
import { balanceShade, fillShade, LEGEND } from "../../parts/shades";
import { Toggle } from "../../parts/Toggle";
import { World } from "../picture/World";

interface Row {
  key: string;
  iso3: string;
  name: string;
  lat: number | null;
  lon: number | null;
  openings: number;
  before: number;
  after: number;
}

type Side = "before" | "after" | "change";

const NOTE: Record<Side, string> = {
  before: "Openings filled with nothing changed",
  after: "Openings filled by the scenario",
  change: "Openings filled, scenario less nothing changed",
};

/** Where the cycle's openings are filled before and after, on a map and in its equal table. */
export function FillMap({ scenario }: { scenario: Scenario }) {
  const [side, setSide] = useState<Side>("after");
  const [pointed, setPointed] = useState<string | null>(null);
  const rows = useMemo(() => byCountry(scenario), [scenario]);
  const rate = (row: Row, filled: number) => (row.openings === 0 ? null : filled / row.openings);
  const shade = (row: Row) => (side === "change" ? balanceShade(row.after - row.before) : fillShade(rate(row, row[side])));
  const sentence = (row: Row) =>
    `${row.name}: ${count(row.before)} of ${count(row.openings)} openings filled before, ${count(row.after)} after (${signed(row.after - row.before)})`;
  const columns: Column<Row>[] = [
    { id: "name", header: "Country", value: (row) => row.name },
    { id: "openings", header: "Openings", right: true, value: (row) => row.openings, cell: (row) => count(row.openings) },
    { id: "before", header: "Before", right: true, value: (row) => row.before, cell: (row) => <Fill rate={rate(row, row.before)} /> },
    { id: "after", header: "After", right: true, value: (row) => row.after, cell: (row) => <Fill rate={rate(row, row.after)} /> },
    { id: "change", header: "±", right: true, value: (row) => row.after - row.before, cell: (row) => signed(row.after - row.before) },
  ];
  const sum = (filled: (row: Row) => number) => rows.reduce((total, row) => total + filled(row), 0);
  return (
    <div className="picture-body">
      <section className="picture-map" aria-label="Map">
        <Toggle
          label="Before or after"
          value={side}
          onChange={setSide}
          of={[
            { value: "before", label: "Before" },
            { value: "after", label: "After" },
            { value: "change", label: "Change" },
          ]}
        />
        <World rows={rows} shade={shade} sentence={sentence} legend={{ name: NOTE[side], steps: side === "change" ? LEGEND.required : LEGEND.fill }} pointed={pointed} onPoint={setPointed} />
        <p className="small quiet">
          By the country whose priority counts: {percent(sum((row) => row.before) / Math.max(1, sum((row) => row.openings)), 1)} filled before,{" "}
          {percent(sum((row) => row.after) / Math.max(1, sum((row) => row.openings)), 1)} after. Openings without such a country are in no row.
        </p>
      </section>
      <section className="picture-table" aria-label="Table">
        <DataTable
          className="fill"
          caption="Openings filled by country, before and after"
          columns={columns}
          rows={rows}
          rowKey={(row) => row.key}
          initial={{ column: "openings", descending: true }}
          selected={pointed ?? undefined}
          onPoint={setPointed}
        />
      </section>
    </div>
  );
}

function byCountry({ outcome, plain, countries }: Scenario): Row[] {
  return countries.map((country) => {
    const after = outcome.countries.find((row) => row.country === country.id);
    const before = plain.countries.find((row) => row.country === country.id);
    return {
      key: country.id,
      iso3: country.iso3,
      name: country.name,
      lat: country.lat ?? null,
      lon: country.lon ?? null,
      openings: Math.max(after?.openings ?? 0, before?.openings ?? 0),
      before: before?.filled ?? 0,
      after: after?.filled ?? 0,
    };
  });
}

import { useQueries, useQuery } from "@tanstack/react-query";
import { useState } from "react";

import * as ask from "../../api/queries";
import type { Projection } from "../../api/types";
import { Answer } from "../../parts/Answer";
import type { Column } from "../../parts/columns";
import { DataTable } from "../../parts/DataTable";
import { count, month, percent } from "../../parts/format";
import { Toggle } from "../../parts/Toggle";
import { Title } from "../../shell/Title";
import { CommandSelect } from "../picture/Controls";
import { FillChart } from "./FillChart";

type Month = Projection["months"][number];

const COLUMNS: Column<Month>[] = [
  { id: "month", header: "Month", value: (row) => row.month, cell: (row) => month(row.month) },
  { id: "authorised", header: "Authorised", right: true, value: (row) => row.authorised, cell: (row) => count(row.authorised) },
  { id: "planned", header: "With plans", right: true, value: (row) => row.assigned_planned, cell: (row) => count(row.assigned_planned) },
  { id: "fp", header: "Fill with plans", right: true, value: (row) => row.fill_planned, cell: (row) => percent(row.fill_planned, 1) },
  { id: "unplanned", header: "Without plans", right: true, value: (row) => row.assigned_unplanned, cell: (row) => count(row.assigned_unplanned) },
  { id: "fu", header: "Fill without plans", right: true, value: (row) => row.fill_unplanned, cell: (row) => percent(row.fill_unplanned, 1) },
];

/** Fill over the next thirty-six months, with the tours already planned and without; each command on the same scale. */
export function ProjectionPage() {
  const [command, setCommand] = useState<string | undefined>();
  const [view, setView] = useState<"drawn" | "table">("drawn");
  const whole = useQuery(ask.projection({ command }));
  return (
    <div className="page">
      <Title>Projection</Title>
      <div className="page-head">
        <h1>The next 36 months</h1>
        <span className="space" />
        <CommandSelect value={command} onChange={setCommand} />
        <Toggle
          label="Look"
          value={view}
          onChange={setView}
          of={[
            { value: "drawn", label: "Drawn" },
            { value: "table", label: "Table" },
          ]}
        />
      </div>
      <Answer of={whole}>
        {(data) =>
          view === "drawn" ? (
            <FillChart projection={data} height={270} title={command ? "This command" : "Whole service"} />
          ) : (
            <DataTable caption="Projection by month" columns={COLUMNS} rows={data.months} rowKey={(row) => row.month} initial={{ column: "month", descending: false }} />
          )
        }
      </Answer>
      {command === undefined && <Commands />}
    </div>
  );
}

/** Small multiples: every command alike, so that they can be compared at a glance. */
function Commands() {
  const about = useQuery(ask.about());
  const commands = useQuery({
    ...ask.picture({ on: about.data?.today, by: "command", lens: "place", plans: true }),
    enabled: Boolean(about.data),
  });
  const rows = (commands.data?.rows ?? []).filter((row) => row.key.startsWith("O") && row.authorised > 0);
  const projections = useQueries({ queries: rows.map((row) => ask.projection({ command: row.key })) });
  return (
    <section aria-labelledby="each">
      <div className="section-head">
        <h2 id="each">Each on the same scale</h2>
      </div>
      <div className="multiples">
        {rows.map((row, index) => {
          const projection = projections[index]?.data;
          return projection ? <FillChart key={row.key} projection={projection} height={120} title={row.command ?? row.name} small /> : null;
        })}
      </div>
    </section>
  );
}

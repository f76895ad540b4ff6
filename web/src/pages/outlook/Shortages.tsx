import { NativeSelect } from "@mantine/core";

import type { Outlook, OutlookBy, OutlookGroup, OutlookRow, OutlookYear } from "../../api/types";
import type { Column } from "../../parts/columns";
import { DataTable } from "../../parts/DataTable";
import { count, month } from "../../parts/format";
import { expected } from "./figures";

const GROUPINGS: { value: OutlookBy; label: string }[] = [
  { value: "command", label: "by command" },
  { value: "workforce", label: "by workforce" },
  { value: "grade_band", label: "by grade band" },
  { value: "specialty", label: "by specialty" },
  { value: "certificate", label: "by certificate" },
  { value: "language", label: "by language" },
];

/** Divisions of all people; the others each count one need and are not to be added up. */
const WHOLE: OutlookBy[] = ["command", "workforce", "grade_band"];

interface Named {
  name: string;
  years: OutlookYear[];
}

function columns(days: string[], what: string): Column<Named>[] {
  const last = days.length - 1;
  return [
    { id: "name", header: what, value: (row) => row.name, wraps: true },
    { id: "demand", header: "Billets", right: true, wide: true, title: "Billets to be filled on the last day", value: (row) => row.years[last]?.demand, cell: (row) => count(row.years[last]?.demand) },
    ...days.map((day, index): Column<Named> => ({
      id: day,
      header: index === 0 ? "Today" : month(day),
      right: true,
      wide: index > 0 && index < last,
      title: index === 0 ? "Missing today" : `Missing on ${day}`,
      value: (row) => row.years[index]?.missing,
      cell: (row) => <Missing year={row.years[index]} />,
    })),
    { id: "range", header: "Range", right: true, title: "Missing on the last day within the spread", value: (row) => row.years[last]?.most, cell: (row) => <Range year={row.years[last]} /> },
  ];
}

function Missing({ year }: { year: OutlookYear | undefined }) {
  if (!year) return "–";
  return year.missing > 0 ? <span className="short">{expected(year.missing)}</span> : <span className="quiet">0</span>;
}

function Range({ year }: { year: OutlookYear | undefined }) {
  if (!year) return "–";
  return year.least === year.most ? expected(year.most) : `${expected(year.least)}–${expected(year.most)}`;
}

interface Props {
  outlook: Outlook;
  by: OutlookBy;
  set: (by: OutlookBy) => void;
}

/** Who is missing by year: in one division of the whole, and row by row where most are missing. */
export function Shortages({ outlook, by, set }: Props) {
  const groups: OutlookGroup[] = outlook.groups.filter((group) => group.by === by);
  const what = GROUPINGS.find(({ value }) => value === by)?.label.replace("by ", "") ?? "";
  const whole = WHOLE.includes(by);
  return (
    <>
      <section aria-labelledby="where">
        <div className="section-head">
          <h2 id="where">Where people will be missing</h2>
          <span className="small quiet">
            {whole ? "Whoever may serve in the billet, whatever else it needs" : "Each need counted by itself: they are not to be added up"}
          </span>
          <span className="space" />
          <NativeSelect aria-label="Grouping of the shortages" value={by} onChange={(event) => set(event.currentTarget.value as OutlookBy)} data={GROUPINGS} />
        </div>
        <DataTable<Named>
          key={by}
          caption={`People missing by ${what}`}
          columns={columns(outlook.days, what.charAt(0).toUpperCase() + what.slice(1))}
          rows={groups}
          rowKey={(row) => row.name}
          empty="No billet needs this."
          {...(whole ? { total: { name: "All people", years: outlook.total } } : {})}
        />
      </section>
      <Rows rows={outlook.rows} days={outlook.days} />
    </>
  );
}

/** How many rows are shown at first. */
const SHOWN = 12;

function Rows({ rows, days }: { rows: OutlookRow[]; days: string[] }) {
  const named = rows.map((row): Named => ({ name: row.title, years: row.years }));
  return (
    <section aria-labelledby="rows">
      <div className="section-head">
        <h2 id="rows">Most missing at the end</h2>
        <span className="small quiet">who may serve, grade band and need</span>
      </div>
      <DataTable caption="Who is most missing" columns={columns(days, "Who")} rows={named.slice(0, SHOWN)} rowKey={(row) => row.name} empty="Nobody is missing." />
      {named.length > SHOWN && (
        <details>
          <summary>{count(named.length - SHOWN)} more</summary>
          <DataTable caption="Who else is missing" columns={columns(days, "Who")} rows={named.slice(SHOWN)} rowKey={(row) => row.name} />
        </details>
      )}
    </section>
  );
}

import { Link } from "@tanstack/react-router";

import type { Country, CountryOffice, MovementMonth } from "../../api/types";
import type { Column } from "../../parts/columns";
import { DataTable } from "../../parts/DataTable";
import { Fill } from "../../parts/Fill";
import { count, month } from "../../parts/format";
import { useMay } from "../../parts/useMay";
import { next, together } from "./figures";

/** The security cooperation offices of a country in totals, and how many come and go. */
export function StaffingSection({ country }: { country: Country }) {
  const may = useMay();
  const months = together(country.strengths);
  return (
    <section aria-labelledby="staffing">
      <h2 id="staffing">Security cooperation offices</h2>
      {country.strengths.length === 0 ? (
        <p className="quiet">No office here today that you may see.</p>
      ) : (
        <>
          <DataTable caption="Offices of the country" columns={columns(may("see_billets"))} rows={country.strengths} rowKey={(row) => row.office.id} />
          <details>
            <summary>Arrivals and losses month by month</summary>
            <DataTable caption="Planned arrivals and losses" columns={MONTHS} rows={months} rowKey={(row) => row.month} />
          </details>
        </>
      )}
    </section>
  );
}

function columns(opens: boolean): Column<CountryOffice>[] {
  return [
    {
      id: "office",
      header: "Office",
      value: (row) => row.picture.name,
      cell: (row) =>
        opens ? (
          <Link to="/offices/$id" params={{ id: row.office.id }}>
            {row.picture.name}
          </Link>
        ) : (
          row.picture.name
        ),
    },
    { id: "authorised", header: "Authorised", right: true, value: (row) => row.picture.authorised, cell: (row) => count(row.picture.authorised) },
    { id: "assigned", header: "Filled", right: true, value: (row) => row.picture.assigned, cell: (row) => count(row.picture.assigned), title: "Authorised billets covered" },
    { id: "vacant", header: "Vacant", right: true, value: (row) => row.picture.vacant, cell: (row) => count(row.picture.vacant), title: "Neither covered nor in an approved gap" },
    { id: "gaps", header: "Approved gaps", right: true, wide: true, value: (row) => row.picture.approved_gaps, cell: (row) => count(row.picture.approved_gaps) },
    { id: "fill", header: "Fill", right: true, value: (row) => row.picture.fill_rate, cell: (row) => <Fill rate={row.picture.fill_rate} /> },
    { id: "required", header: "Required", right: true, wide: true, value: (row) => row.picture.required, cell: (row) => `${count(row.picture.required)} ${row.picture.required_basis ?? ""}` },
    { id: "arrivals", header: "Next arrivals", value: (row) => next(row.movements, "arrivals")?.month, cell: (row) => told(row, "arrivals"), title: "Planned, in the next twelve months" },
    { id: "losses", header: "Next losses", value: (row) => next(row.movements, "losses")?.month, cell: (row) => told(row, "losses"), title: "Tours that end, in the next twelve months" },
  ];
}

function told(row: CountryOffice, of: "arrivals" | "losses"): string {
  const first = next(row.movements, of);
  const all = row.movements.reduce((sum, one) => sum + one[of], 0);
  return first ? `${count(first.people)} in ${month(first.month)}, ${count(all)} in twelve months` : "none in twelve months";
}

const MONTHS: Column<MovementMonth>[] = [
  { id: "month", header: "Month", value: (row) => row.month, cell: (row) => month(row.month) },
  { id: "arrivals", header: "Planned arrivals", right: true, value: (row) => row.arrivals, cell: (row) => count(row.arrivals) },
  { id: "losses", header: "Losses", right: true, value: (row) => row.losses, cell: (row) => count(row.losses) },
];

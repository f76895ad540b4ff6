import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";

import * as ask from "../../api/queries";
import type { CountryRow } from "../../api/types";
import { Answer } from "../../parts/Answer";
import type { Column } from "../../parts/columns";
import { CountryLink } from "../../parts/CountryLink";
import { DataTable } from "../../parts/DataTable";
import { Filters, TextFilter } from "../../parts/Filters";
import { count } from "../../parts/format";
import { Title } from "../../shell/Title";
import { money } from "../cases/words";
import { found } from "./figures";

const route = getRouteApi("/countries");

/** Every partner country: who is there, and how many of its sales are open. */
export function CountriesPage() {
  const { q } = route.useSearch();
  const navigate = route.useNavigate();
  const countries = useQuery(ask.countries());
  return (
    <div className="page">
      <Title>Countries</Title>
      <div className="page-head">
        <h1>Countries</h1>
        <span className="quiet">Where staffing and cases meet. A dash is what is not there, or not yours to see.</span>
        <span className="space" />
        <Filters>
          <TextFilter label="Name, code or region" value={q} onChange={(next) => void navigate({ search: { q: next }, replace: true })} />
        </Filters>
      </div>
      <Answer of={countries}>
        {(page) => <DataTable caption="Countries" columns={COLUMNS} rows={found(page.items, q)} rowKey={(row) => row.id} empty="No such country." />}
      </Answer>
    </div>
  );
}

const COLUMNS: Column<CountryRow>[] = [
  { id: "name", header: "Country", value: (row) => row.name, cell: (row) => <CountryLink country={row} /> },
  { id: "iso3", header: "Code", value: (row) => row.iso3 },
  { id: "purchasers", header: "Purchaser codes", wide: true, value: (row) => row.purchaser_codes.join(", ") },
  { id: "command", header: "Command", value: (row) => row.command?.code },
  { id: "priority", header: "Priority", right: true, wide: true, value: (row) => row.priority, title: "1 routine to 5 highest" },
  { id: "assigned", header: "Assigned", right: true, value: (row) => row.assigned, cell: (row) => count(row.assigned), title: "Billets of its security cooperation offices that are covered" },
  { id: "authorised", header: "Authorised", right: true, value: (row) => row.authorised, cell: (row) => count(row.authorised) },
  { id: "vacant", header: "Vacant", right: true, value: (row) => row.vacant, cell: (row) => count(row.vacant), title: "Neither covered nor in an approved gap" },
  { id: "cases", header: "Open cases", right: true, value: (row) => row.open_cases, cell: (row) => count(row.open_cases) },
  { id: "stuck", header: "Stuck", right: true, value: (row) => row.stuck_cases, cell: (row) => count(row.stuck_cases) },
  { id: "value", header: "Open value", right: true, value: (row) => row.value_cents, cell: (row) => (typeof row.value_cents === "number" ? money(row.value_cents) : "–") },
];

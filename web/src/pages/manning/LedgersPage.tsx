import { TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";

import * as ask from "../../api/queries";
import type { LedgerRow } from "../../api/types";
import { Answer } from "../../parts/Answer";
import type { Column } from "../../parts/columns";
import { DataTable } from "../../parts/DataTable";
import { count, day } from "../../parts/format";
import { Title } from "../../shell/Title";

const route = getRouteApi("/section-515");

function columns(on: string | undefined): Column<LedgerRow>[] {
  return [
    {
      id: "country",
      header: "Country",
      value: (row) => row.country.name,
      cell: (row) => (
        <Link to="/section-515/$id" params={{ id: row.country.id }} search={{ on }}>
          {row.country.name}
        </Link>
      ),
    },
    { id: "command", header: "Command", wide: true, value: (row) => row.command?.code },
    { id: "members", header: "Members", right: true, value: (row) => row.members, cell: (row) => count(row.members) },
    { id: "billets", header: "Billets", right: true, wide: true, title: "Billets that would count if members filled them", value: (row) => row.billets, cell: (row) => count(row.billets) },
    { id: "limit", header: "Allowed", right: true, value: (row) => row.limit, cell: (row) => count(row.limit) },
    {
      id: "left",
      header: "Left",
      right: true,
      value: (row) => row.left,
      cell: (row) => <span className={row.left < 0 ? "short" : undefined}>{row.left < 0 ? `${-row.left} too many` : count(row.left)}</span>,
    },
    { id: "document", header: "Authorised by", wide: true, wraps: true, value: (row) => (row.until ? `${row.document}, until ${day(row.until)}` : row.document) },
    {
      id: "exceeded",
      header: "Exceeded from",
      value: (row) => row.exceeded,
      cell: (row) => (row.exceeded ? <span className="short">{day(row.exceeded)}</span> : <span className="quiet">not in 36 months</span>),
    },
  ];
}

/** Where members under section 515 serve, how many are allowed, and what is left. */
export function LedgersPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const about = useQuery(ask.about());
  const ledgers = useQuery(ask.ledgers(search.on));
  return (
    <div className="page">
      <Title>Section 515</Title>
      <div className="page-head">
        <h1>Section 515 ledgers</h1>
        <span className="quiet">US military members under 22 U.S.C. 2321i, by country.</span>
        <span className="space" />
        <OnDay on={search.on ?? about.data?.today ?? ""} onChange={(on) => void navigate({ search: { on }, replace: true })} />
      </div>
      <Answer of={ledgers}>
        {(data) => <DataTable caption="Section 515 ledgers" columns={columns(search.on)} rows={data} rowKey={(row) => row.country.id} initial={{ column: "left", descending: false }} empty="No country is yours to see." />}
      </Answer>
    </div>
  );
}

/** The day a ledger is asked for. */
export function OnDay({ on, onChange }: { on: string; onChange: (on: string | undefined) => void }) {
  return <TextInput type="date" aria-label="As of" value={on} onChange={(event) => onChange(event.currentTarget.value || undefined)} />;
}

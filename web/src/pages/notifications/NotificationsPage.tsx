import { getRouteApi, Link } from "@tanstack/react-router";

import * as ask from "../../api/queries";
import type { NotificationRow } from "../../api/types";
import type { Column } from "../../parts/columns";
import { CountryLink } from "../../parts/CountryLink";
import { Filters, TextFilter } from "../../parts/Filters";
import { count, day } from "../../parts/format";
import { VirtualTable } from "../../parts/VirtualTable";
import { Title } from "../../shell/Title";
import { money } from "../cases/words";

const route = getRouteApi("/notifications");

/** Notifications of Congress as published: real rows with their source, beside the cases and never part of them. */
export function NotificationsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <div className="page">
      <Title>Notifications</Title>
      <div className="page-head">
        <h1>Notifications of Congress</h1>
        <span className="quiet">As published under section 36(b), each with its source. They stand beside the cases and are no part of any case&rsquo;s history.</span>
      </div>
      <VirtualTable
        caption="Notifications of Congress"
        columns={COLUMNS}
        query={ask.notifications(search)}
        rowKey={(row) => `${row.country.id} ${row.published.document}`}
        empty="None. An installation takes the published list with: muster import notifications FILE"
        aside={
          <Filters>
            <TextFilter label="Number, title or country" value={search.q} onChange={(q) => void navigate({ search: (now) => ({ ...now, q }), replace: true })} />
          </Filters>
        }
      />
    </div>
  );
}

export const COLUMNS: Column<NotificationRow>[] = [
  {
    id: "transmittal",
    header: "Transmittal",
    width: 110,
    value: (row) => row.published.transmittal ?? "",
    // Of some rows nothing but the number is known.
    cell: (row) =>
      row.published.document.startsWith("https://") ? (
        <a href={row.published.document} rel="noreferrer" target="_blank">
          {row.published.transmittal ?? "no number"}
        </a>
      ) : (
        (row.published.transmittal ?? "no number")
      ),
  },
  { id: "year", header: "Year", width: 60, right: true, value: (row) => row.published.year, cell: (row) => row.published.year ?? "–" },
  { id: "country", header: "Country", width: 150, value: (row) => row.country.name, cell: (row) => <CountryLink country={row.country} /> },
  { id: "title", header: "What", width: 330, value: (row) => row.published.title },
  {
    id: "value",
    header: "Estimated cost",
    width: 150,
    right: true,
    value: (row) => row.published.value_usd,
    cell: (row) => {
      if (row.published.value_usd === null || row.published.value_usd === undefined) return "–";
      const cost = money(row.published.value_usd * 100);
      return row.published.doubtful ? <span title="The list gives the same announcement for several numbers: title and cost may be of another">{cost}, doubtful</span> : cost;
    },
  },
  {
    id: "cases",
    header: "Cases here",
    width: 90,
    right: true,
    value: (row) => row.cases,
    cell: (row) => (row.cases > 0 ? <Link to="/cases" search={{ country: row.country.id }}>{count(row.cases)}</Link> : "0"),
  },
  { id: "posted", header: "In the library since", width: 130, wide: true, value: (row) => row.published.posted, cell: (row) => day(row.published.posted) },
  { id: "source", header: "Source", width: 260, wide: true, value: (row) => row.published.source },
];

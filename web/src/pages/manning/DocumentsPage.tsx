import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";

import * as ask from "../../api/queries";
import type { ManningDocument } from "../../api/types";
import { Answer } from "../../parts/Answer";
import type { Column } from "../../parts/columns";
import { DataTable } from "../../parts/DataTable";
import { count } from "../../parts/format";
import { Title } from "../../shell/Title";

const COLUMNS: Column<ManningDocument>[] = [
  {
    id: "source",
    header: "Manning document",
    value: (row) => row.source,
    cell: (row) => (
      <Link to="/billets" search={{ source: row.source }}>
        {row.source}
      </Link>
    ),
  },
  { id: "owner", header: "Owner", wide: true, wraps: true, value: (row) => owners(row) },
  { id: "offices", header: "Offices", right: true, wide: true, value: (row) => row.offices, cell: (row) => count(row.offices) },
  { id: "authorised", header: "Authorised", right: true, value: (row) => row.authorised, cell: (row) => count(row.authorised) },
  {
    id: "funded",
    header: "Funded",
    right: true,
    value: (row) => row.funded,
    cell: (row) =>
      row.funded < row.authorised ? (
        <Link to="/billets" search={{ source: row.source, funded: false }} title="Show the billets without money">
          {count(row.funded)}
        </Link>
      ) : (
        count(row.funded)
      ),
  },
  { id: "filled", header: "Filled", right: true, value: (row) => row.filled, cell: (row) => count(row.filled) },
  {
    id: "requests",
    header: "Open requests",
    right: true,
    value: (row) => row.requests,
    cell: (row) =>
      row.requests > 0 ? (
        <Link to="/requests" search={{ source: row.source, open: true }}>
          {count(row.requests)}
        </Link>
      ) : (
        "0"
      ),
  },
];

function owners(row: ManningDocument): string {
  const codes = row.owner_names.map((office) => office.code);
  return codes.length > 4 ? `${codes.slice(0, 4).join(", ")} and ${codes.length - 4} more` : codes.join(", ");
}

/** The change of one fiscal year: how many billets begin and how many end. */
function years(documents: ManningDocument[]): Column<ManningDocument>[] {
  return (documents[0]?.years ?? []).map((year, index) => ({
    id: `fy${year.fiscal_year}`,
    header: `FY${year.fiscal_year}`,
    title: `Billets that begin and end in FY${year.fiscal_year}`,
    right: true,
    wide: true,
    value: (row) => (row.years[index]?.begin ?? 0) - (row.years[index]?.end ?? 0),
    cell: (row) => {
      const change = row.years[index];
      return change && (change.begin > 0 || change.end > 0) ? `+${count(change.begin)} −${count(change.end)}` : "–";
    },
  }));
}

/** Every manning document: what it authorises, what is funded and filled of it, what changes. */
export function DocumentsPage() {
  const documents = useQuery(ask.manningDocuments());
  return (
    <div className="page">
      <Title>Manning documents</Title>
      <div className="page-head">
        <h1>Manning documents</h1>
        <span className="quiet">What each authorises today, what of it is funded and filled, what begins and ends by fiscal year.</span>
      </div>
      <Answer of={documents}>
        {(data) => (
          <DataTable caption="Manning documents" columns={[...COLUMNS, ...years(data)]} rows={data} rowKey={(row) => row.source} initial={{ column: "authorised", descending: true }} empty="No billet is yours to see." />
        )}
      </Answer>
    </div>
  );
}

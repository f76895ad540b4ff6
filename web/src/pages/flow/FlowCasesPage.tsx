import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";

import * as ask from "../../api/queries";
import type { CaseRow } from "../../api/types";
import type { Column } from "../../parts/columns";
import { CountryLink } from "../../parts/CountryLink";
import { count, words } from "../../parts/format";
import { VirtualTable } from "../../parts/VirtualTable";
import { Title } from "../../shell/Title";
import { DAYS, NUMBER } from "../cases/columns";
import { money, named, PHASES } from "../cases/words";

const route = getRouteApi("/flow/cases");

/** The cases behind a way, a pair of steps or a departure of the page of flow. */
export function FlowCasesPage() {
  const search = route.useSearch();
  const milestones = useQuery(ask.milestones());
  const { way, from, to, departure, activity, ...filter } = search;
  const title = (code: string | undefined) => milestones.data?.find((one) => one.code === code)?.title ?? code;
  const at = title(activity);
  return (
    <div className="page">
      <Title>Cases of the flow</Title>
      <div className="page-head">
        <h1>{departure ? `Cases that depart: ${words(departure)}` : "Cases that took this way"}</h1>
        {departure && <span className="quiet">{at}</span>}
        <span className="space" />
        <Link to="/flow" search={filter}>
          Back to the flow
        </Link>
      </div>
      {from && to && (
        <p className="small quiet">
          {title(from)} → {title(to)}
        </p>
      )}
      {way && <p className="small quiet">{way.split(",").join(" → ")}</p>}
      <VirtualTable caption="Cases of the flow" columns={COLUMNS} query={ask.flowCases(search)} rowKey={(row) => row.id} empty="No such case." />
    </div>
  );
}

const COLUMNS: Column<CaseRow>[] = [
  NUMBER,
  { id: "title", header: "What", width: 240, value: (row) => row.title },
  { id: "country", header: "Country", width: 140, value: (row) => row.country.name, cell: (row) => <CountryLink country={row.country} /> },
  { id: "phase", header: "Phase", width: 130, value: (row) => named(PHASES, row.phase) },
  DAYS,
  { id: "departing", header: "Departures", width: 90, right: true, value: (row) => row.deviations, cell: (row) => count(row.deviations) },
  { id: "value", header: "Value", width: 85, right: true, value: (row) => row.value_cents, cell: (row) => money(row.value_cents) },
  { id: "office", header: "Office", width: 130, wide: true, value: (row) => row.office.code },
];

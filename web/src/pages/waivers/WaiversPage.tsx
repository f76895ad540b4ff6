import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useMemo } from "react";

import * as ask from "../../api/queries";
import type { WaiverRow } from "../../api/types";
import { DecideWaiver } from "../../forms/Waivers";
import type { Column } from "../../parts/columns";
import { ChoiceFilter, Filters } from "../../parts/Filters";
import { count, day, words } from "../../parts/format";
import { PersonLink } from "../../parts/PersonLink";
import { VirtualTable } from "../../parts/VirtualTable";
import { Title } from "../../shell/Title";

const route = getRouteApi("/waivers");

export const WAIVER_STATUSES = [
  ["requested", "requested"],
  ["approved", "approved"],
  ["denied", "denied"],
  ["lapsed", "lapsed"],
  ["withdrawn", "withdrawn"],
] as const;

/** Rules waived for one person in one billet: asked for, decided, lapsed. */
export function WaiversPage() {
  const { status } = route.useSearch();
  const navigate = route.useNavigate();
  const about = useQuery(ask.about());
  const today = about.data?.today ?? "";
  const table = useMemo(() => columns(today), [today]);
  return (
    <div className="page">
      <Title>Waivers</Title>
      <div className="page-head">
        <h1>Waivers</h1>
        <span className="quiet">One rule set aside for one person in one billet. Asked for from a near miss on a slate.</span>
        <span className="space" />
        <Filters>
          <ChoiceFilter
            label="Status"
            all="every status"
            of={WAIVER_STATUSES}
            value={status}
            onChange={(next) => void navigate({ search: { status: next }, replace: true })}
          />
        </Filters>
      </div>
      <VirtualTable caption="Waivers" columns={table} query={ask.waivers({ status })} rowKey={(row) => row.id} />
    </div>
  );
}

const extent = (row: WaiverRow): string =>
  typeof row.extent === "object" ? `up to ${count(row.extent.partial)} ${row.unit ?? ""}` : "whole rule";

function columns(today: string): Column<WaiverRow>[] {
  return [
    { id: "id", header: "Waiver", width: 70, aside: true, value: (row) => row.id },
    { id: "person", header: "Person", width: 200, value: (row) => row.person?.name, cell: (row) => <PersonLink person={row.person} /> },
    {
      id: "billet",
      header: "Billet",
      width: 220,
      value: (row) => row.billet.title,
      cell: (row) => (
        <Link to="/billets/$id" params={{ id: row.billet.id }}>
          {row.billet.title}
        </Link>
      ),
    },
    { id: "office", header: "Office", width: 110, wide: true, value: (row) => row.office.code },
    { id: "rule", header: "Rule", width: 150, value: (row) => words(row.rule.replaceAll("-", "_")) },
    { id: "extent", header: "Extent", width: 120, wide: true, value: extent },
    {
      id: "status",
      header: "Status",
      width: 95,
      value: (row) => row.status,
      cell: (row) => <span className={row.status === "denied" ? "short" : row.status === "approved" ? "over" : undefined}>{words(row.status).toLowerCase()}</span>,
    },
    { id: "decide", header: "Decide", width: 170, value: () => null, cell: (row) => <DecideWaiver row={row} today={today} /> },
    { id: "requested", header: "Asked", width: 105, wide: true, value: (row) => row.requested, cell: (row) => day(row.requested) },
    { id: "until", header: "Reports until", width: 110, wide: true, value: (row) => row.covers?.until, cell: (row) => day(row.covers?.until) },
    { id: "justification", header: "Justification", width: 300, wide: true, value: (row) => row.justification, cell: (row) => <span title={row.justification ?? undefined}>{row.justification ?? "–"}</span> },
    { id: "reason", header: "Decided because", width: 240, wide: true, value: (row) => row.reason },
  ];
}

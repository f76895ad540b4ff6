import { getRouteApi, Link } from "@tanstack/react-router";

import * as ask from "../../api/queries";
import type { PostRow } from "../../api/types";
import type { Column } from "../../parts/columns";
import { ChoiceFilter, Filters, FlagFilter, STATUSES, TextFilter } from "../../parts/Filters";
import { count, words } from "../../parts/format";
import { VirtualTable } from "../../parts/VirtualTable";
import { Title } from "../../shell/Title";

const route = getRouteApi("/posts");

const COLUMNS: Column<PostRow>[] = [
  {
    id: "name",
    header: "Post",
    width: 180,
    value: (row) => row.name,
    cell: (row) => (
      <Link to="/posts/$id" params={{ id: row.id }}>
        {row.name}
      </Link>
    ),
  },
  { id: "country", header: "Country", width: 170, wide: true, value: (row) => row.country?.name ?? "United States" },
  { id: "status", header: "Status", width: 160, value: (row) => row.status, cell: (row) => <StatusCell row={row} /> },
  { id: "departure", header: "Days of departure", width: 200, value: (row) => row.departure?.days, cell: (row) => <DepartureCell row={row} /> },
  { id: "present", header: "Present", width: 80, right: true, value: (row) => row.present, cell: (row) => count(row.present) },
  { id: "away", header: "Away", width: 70, right: true, value: (row) => row.away, cell: (row) => count(row.away) },
  { id: "augmented", header: "Augmented", width: 95, right: true, wide: true, value: (row) => row.augmented, cell: (row) => count(row.augmented) },
  { id: "assigned", header: "Assigned", width: 85, right: true, value: (row) => row.assigned, cell: (row) => count(row.assigned) },
  { id: "authorised", header: "Authorised", width: 95, right: true, wide: true, value: (row) => row.authorised, cell: (row) => count(row.authorised) },
  { id: "differentials", header: "Hardship, danger", width: 140, wide: true, value: (row) => (row.differentials ? `${row.differentials.hardship_pct} %, ${row.differentials.danger_pct} %` : null) },
  { id: "offices", header: "Offices", width: 260, wide: true, value: (row) => row.offices.map((office) => office.code).join(", ") },
];

function StatusCell({ row }: { row: PostRow }) {
  const closed = row.status === "ordered_departure" || row.status === "suspended";
  return <span className={closed ? "short" : undefined}>{words(row.status)}</span>;
}

function DepartureCell({ row }: { row: PostRow }) {
  if (!row.departure) return <span className="quiet">–</span>;
  const { days, limit, left, near } = row.departure;
  return (
    <span className={near ? "short" : undefined}>
      {count(days)} of {count(limit)}
      {near ? `, ${left >= 0 ? `${count(left)} left` : `${count(-left)} too many`}` : ""}
    </span>
  );
}

/** Places of duty: their status, who is there and who is away, and how long a departure may last. */
export function PostsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const set = (change: Partial<typeof search>) => void navigate({ search: (now) => ({ ...now, ...change }), replace: true });
  const asked = { q: search.q, status: search.status, abroad: search.home ? undefined : true };
  return (
    <div className="page">
      <Title>Posts</Title>
      <div className="page-head">
        <h1>Posts</h1>
        <span className="space" />
        <Filters>
          <TextFilter label="Post or country" value={search.q} onChange={(q) => set({ q })} />
          <ChoiceFilter label="Status" all="every status" of={STATUSES} value={search.status} onChange={(status) => set({ status })} />
          <FlagFilter label="with posts at home" value={search.home} onChange={(home) => set({ home })} />
        </Filters>
      </div>
      <VirtualTable caption="Posts" columns={COLUMNS} query={ask.posts(asked)} rowKey={(row) => row.id} />
    </div>
  );
}

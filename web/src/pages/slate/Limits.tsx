import type { SlateLimit } from "../../api/types";
import { DataTable } from "../../parts/DataTable";
import type { Column } from "../../parts/columns";
import { count } from "../../parts/format";

interface Props {
  limits: SlateLimit[];
  objective: number;
  bound: number;
  gap: number;
}

/** How near a slate is to the best possible: nothing better, or a share of its cost. */
export function within({ objective, bound, gap }: Omit<Props, "limits">): string {
  return objective === bound ? "proven to be the best" : `proven within ${percentOf(gap)} of the best possible`;
}

const percentOf = (gap: number): string => `${(gap * 100).toFixed(gap < 0.001 ? 3 : 2)} %`;

/** What binds several lines of a slate at once: how each limit is used, and what one more of it is worth. */
export function Limits({ limits, objective, bound, gap }: Props) {
  return (
    <section aria-label="Limits over several lines">
      <p className="small">
        {count(objective)} points, and no slate within its limits costs less than {count(bound)}: {within({ objective, bound, gap })}.
      </p>
      <LimitTable limits={limits} />
    </section>
  );
}

/** How each limit is used, and what one more of it is worth where a price was found. */
export function LimitTable({ limits }: Pick<Props, "limits">) {
  return limits.length === 0 ? (
    <p className="quiet small">No limit over several lines could bind.</p>
  ) : (
    <DataTable caption="Limits over several lines" columns={COLUMNS} rows={limits} rowKey={(row) => row.title} />
  );
}

const COLUMNS: Column<SlateLimit>[] = [
  { id: "title", header: "Limit", value: (row) => row.title },
  { id: "used", header: "Used", right: true, value: (row) => row.used },
  { id: "allowed", header: "Allowed", right: true, value: (row) => row.allowed },
  { id: "binds", header: "Binds", value: (row) => (row.binds ? "yes" : "no") },
  { id: "price", header: "One more is worth", right: true, value: (row) => row.price, cell: (row) => (row.price > 0 ? row.worth : "–") },
];

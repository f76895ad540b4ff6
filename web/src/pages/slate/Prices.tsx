import { Checkbox } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";

import * as ask from "../../api/queries";
import type { Price } from "../../api/types";
import { Answer } from "../../parts/Answer";
import type { Column } from "../../parts/columns";
import { DataTable } from "../../parts/DataTable";
import { count, signed, words } from "../../parts/format";

/** What each rule, lever and limit costs: the slate solved again with that one change. */
export function Prices({ slate }: { slate: string }) {
  const prices = useQuery(ask.prices(slate));
  const [all, setAll] = useState(false);
  return (
    <Answer of={prices}>
      {(data) => (
        <>
          <div className="section-head">
            <span className="quiet">
              On position {count(data.base)}: {count(data.objective)} points, {count(data.lines)} lines, {count(data.pairs)} eligible pairs. Each row is the slate solved again with one change.
            </span>
            <span className="space" />
            <Checkbox label="Also what changes nothing" checked={all} onChange={(event) => setAll(event.currentTarget.checked)} />
          </div>
          <DataTable
            caption="Prices of rules, limits and levers"
            columns={COLUMNS}
            rows={data.prices.filter((price) => all || price.costs_more !== 0 || price.lines_changed > 0)}
            rowKey={(row) => `${row.of} ${row.name} ${String(row.to ?? "")}`}
          />
        </>
      )}
    </Answer>
  );
}

const change = (row: Price): string =>
  typeof row.from === "number" && typeof row.to === "number" ? `${count(row.from)} → ${count(row.to)} ${row.unit ?? ""}` : "waived for everybody";

const COLUMNS: Column<Price>[] = [
  { id: "name", header: "Rule, limit or lever", value: (row) => row.name, cell: (row) => <span title={row.meaning}>{words(row.name.replaceAll("-", "_"))}</span> },
  { id: "of", header: "Kind", wide: true, value: (row) => row.of },
  { id: "change", header: "Changed", value: change },
  { id: "costs", header: "Points", right: true, value: (row) => row.costs_more, cell: (row) => signed(row.costs_more) },
  { id: "lines", header: "Lines", right: true, value: (row) => row.lines_more, cell: (row) => signed(row.lines_more) },
  { id: "changed", header: "Other lines", right: true, wide: true, value: (row) => row.lines_changed, cell: (row) => count(row.lines_changed) },
  { id: "pairs", header: "Eligible pairs", right: true, wide: true, value: (row) => row.pairs_more, cell: (row) => signed(row.pairs_more) },
];

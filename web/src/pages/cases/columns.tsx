import { Link } from "@tanstack/react-router";

import type { CaseRow } from "../../api/types";
import type { Column } from "../../parts/columns";
import { count } from "../../parts/format";

/** A case by its identifier, which opens it. */
export const NUMBER: Column<CaseRow> = {
  id: "number",
  header: "Case",
  width: 105,
  value: (row) => row.number,
  cell: (row) => (
    <Link to="/cases/$id" params={{ id: row.id }}>
      {row.number}
    </Link>
  ),
};

/** For how long a case stands where it stands. */
export const DAYS: Column<CaseRow> = { id: "days", header: "Days there", width: 85, right: true, value: (row) => row.days, cell: (row) => count(row.days) };

import { expect, it } from "vitest";

import { sorted, type Column } from "./columns";

const columns: Column<{ n: number | null; s: string }>[] = [
  { id: "n", header: "N", value: (r) => r.n },
  { id: "s", header: "S", value: (r) => r.s },
];
const rows = [
  { n: 2, s: "b" },
  { n: null, s: "a" },
  { n: 1, s: "c" },
];

it("puts what is not known last in both directions", () => {
  expect(sorted(rows, columns, { column: "n", descending: false }).map((r) => r.n)).toEqual([1, 2, null]);
  expect(sorted(rows, columns, { column: "n", descending: true }).map((r) => r.n)).toEqual([2, 1, null]);
});

it("leaves the rows alone without a column to sort by", () => {
  expect(sorted(rows, columns, null)).toBe(rows);
  expect(sorted(rows, columns, { column: "none", descending: false })).toBe(rows);
});

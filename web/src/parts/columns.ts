import type { ReactNode } from "react";

/** One column of a table: what it shows, what it sorts by, where it may be left out. */
export interface Column<T> {
  id: string;
  header: string;
  /** What it sorts by, and what it shows unless `cell` says otherwise. */
  value: (row: T) => string | number | null | undefined;
  cell?: (row: T) => ReactNode;
  right?: boolean;
  /** Does not name its row: the next column does. */
  aside?: boolean;
  /** Left out on a phone. */
  wide?: boolean;
  /** Pixels; needed in virtual tables only. */
  width?: number;
  /** The server's name for sorting by it; without it a virtual table does not sort by the column. */
  sort?: string;
  /** Long text that may break over lines. */
  wraps?: boolean;
  /** A fuller header for those who hover or listen. */
  title?: string;
}

export interface Sorting {
  column: string;
  descending: boolean;
}

/** Sorted copy; what is not known comes last either way, and equals keep their order. */
export function sorted<T>(rows: readonly T[], columns: readonly Column<T>[], by: Sorting | null): readonly T[] {
  const column = by && columns.find(({ id }) => id === by.column);
  if (!by || !column) return rows;
  const sign = by.descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [x, y] = [column.value(a) ?? null, column.value(b) ?? null];
    if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1;
    if (typeof x === "string" || typeof y === "string") return sign * String(x).localeCompare(String(y), "en");
    return sign * (x - y);
  });
}

/** The class names of a column's cells. */
export function classes<T>(column: Column<T>): string | undefined {
  const names = [column.right && "right", column.wide && "wide-only", column.wraps && "wraps"].filter(Boolean);
  return names.length > 0 ? names.join(" ") : undefined;
}

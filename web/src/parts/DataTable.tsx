import { useMemo, useState, type ReactNode } from "react";

import { classes, sorted, type Column, type Sorting } from "./columns";

interface Props<T> {
  caption: string;
  columns: Column<T>[];
  rows: readonly T[];
  rowKey: (row: T) => string;
  initial?: Sorting;
  total?: T;
  selected?: string | undefined;
  onPoint?: (key: string | null) => void;
  empty?: ReactNode;
  className?: string;
  style?: React.CSSProperties;
}

/** A table that fits in memory: sortable by every column, with the first column naming its row. */
export function DataTable<T>(props: Props<T>) {
  const { caption, columns, rows, rowKey, total, selected, onPoint, empty = "Nothing here." } = props;
  const [by, setBy] = useState<Sorting | null>(props.initial ?? null);
  const shown = useMemo(() => sorted(rows, columns, by), [rows, columns, by]);
  const turn = (column: Column<T>) =>
    setBy((now) =>
      now?.column === column.id
        ? { column: column.id, descending: !now.descending }
        : { column: column.id, descending: Boolean(column.right) },
    );

  return (
    <div className={`table-region ${props.className ?? ""}`} style={props.style} role="group" aria-label={caption} tabIndex={0}>
      <table className="grid">
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                className={classes(column)}
                title={column.title}
                aria-sort={by?.column === column.id ? (by.descending ? "descending" : "ascending") : undefined}
              >
                <button type="button" onClick={() => turn(column)}>
                  {column.header}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => {
            const key = rowKey(row);
            return (
              <tr
                key={key}
                aria-selected={selected === key || undefined}
                onMouseEnter={onPoint && (() => onPoint(key))}
                onMouseLeave={onPoint && (() => onPoint(null))}
                onFocus={onPoint && (() => onPoint(key))}
              >
                <Cells row={row} columns={columns} />
              </tr>
            );
          })}
          {shown.length === 0 && (
            <tr>
              <td colSpan={columns.length} className="quiet">
                {empty}
              </td>
            </tr>
          )}
        </tbody>
        {total !== undefined && (
          <tfoot>
            <tr>
              <Cells row={total} columns={columns} />
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

/** The cells of one row; the first that is not aside names the row. */
export function Cells<T>({ row, columns }: { row: T; columns: Column<T>[] }) {
  const naming = columns.findIndex((column) => !column.aside);
  return columns.map((column, index) => {
    const content = column.cell ? column.cell(row) : (column.value(row) ?? "–");
    return index === naming ? (
      <th key={column.id} scope="row" className={classes(column)}>
        {content}
      </th>
    ) : (
      <td key={column.id} className={classes(column)}>
        {content}
      </td>
    );
  });
}

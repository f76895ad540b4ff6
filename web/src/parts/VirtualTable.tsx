import { useInfiniteQuery } from "@tanstack/react-query";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useMemo, useRef, type CSSProperties, type ReactNode } from "react";

import type { Pages } from "../api/queries";
import { classes, type Column, type Sorting } from "./columns";
import { Cells } from "./DataTable";
import { count } from "./format";
import { ProblemNote } from "./ProblemNote";

const ROW = 29;

interface Props<T> {
  caption: string;
  columns: Column<T>[];
  query: Pages<T>;
  rowKey: (row: T) => string;
  /** What the server sorts by. */
  sorting?: Sorting | undefined;
  onSort?: (sorting: Sorting) => void;
  /** Said beside the count, such as a list of exports. */
  aside?: ReactNode;
  empty?: string;
  height?: number;
}

/** A table of any length: only the rows in sight are in the page, and further pages are asked for behind the scroll. */
export function VirtualTable<T>(props: Props<T>) {
  const { caption, columns, rowKey, sorting, onSort } = props;
  const list = useInfiniteQuery(props.query);
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  const total = list.data?.pages[0]?.total ?? 0;
  const region = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => region.current,
    estimateSize: () => ROW,
    overscan: 20,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && last >= rows.length - 60) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, last, rows.length]);

  const above = items[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  const wide = columns.reduce((sum, column) => sum + (column.width ?? 120), 0);
  // Columns that a phone leaves out take no room there.
  const narrow = columns.reduce((sum, column) => sum + (column.wide ? 0 : (column.width ?? 120)), 0);
  const room = { "--room": `${wide}px`, "--room-narrow": `${narrow}px` } as CSSProperties;

  if (list.isError) return <ProblemNote error={list.error} />;
  return (
    <>
      <div className="count-line">
        <span aria-live="polite">
          {list.isPending ? <span className="asking">Asking…</span> : `${count(total)} ${total === 1 ? "row" : "rows"}`}
          {list.isFetching && !list.isPending ? <span className="quiet"> · reading on</span> : null}
        </span>
        {props.aside}
      </div>
      <div
        ref={region}
        className={`table-region ${props.height ? "" : "fill"}`}
        style={props.height ? { maxHeight: props.height } : undefined}
        role="group"
        aria-label={caption}
        tabIndex={0}
      >
        <table className="grid fixed virtual" style={room} aria-rowcount={total + 1}>
          <caption className="unseen">{caption}</caption>
          <colgroup>
            {columns.map((column) => (
              <col key={column.id} className={column.wide ? "wide-only" : undefined} style={{ width: column.width }} />
            ))}
          </colgroup>
          <thead>
            <tr aria-rowindex={1}>
              {columns.map((column) => (
                <Header key={column.id} column={column} sorting={sorting} onSort={onSort} />
              ))}
            </tr>
          </thead>
          <tbody>
            {above > 0 && <Spacer height={above} span={columns.length} />}
            {items.map((item) => {
              const row = rows[item.index];
              return row === undefined ? null : (
                <tr key={rowKey(row)} aria-rowindex={item.index + 2} style={{ height: ROW }}>
                  <Cells row={row} columns={columns} />
                </tr>
              );
            })}
            {below > 0 && <Spacer height={below} span={columns.length} />}
            {!list.isPending && rows.length === 0 && (
              <tr>
                <td colSpan={columns.length} className="quiet">
                  {props.empty ?? "Nothing matches."}
                </td>
              </tr>
            )}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Spacer({ height, span }: { height: number; span: number }) {
  return (
    <tr className="spacer" aria-hidden="true">
      <td colSpan={span} style={{ height }} />
    </tr>
  );
}

interface HeaderProps<T> {
  column: Column<T>;
  sorting: Sorting | undefined;
  onSort: ((sorting: Sorting) => void) | undefined;
}

function Header<T>({ column, sorting, onSort }: HeaderProps<T>) {
  const key = column.sort;
  if (!key || !onSort) {
    return (
      <th scope="col" className={classes(column)} title={column.title}>
        {column.header}
      </th>
    );
  }
  const by = sorting?.column === key ? sorting : undefined;
  return (
    <th scope="col" className={classes(column)} title={column.title} aria-sort={by && (by.descending ? "descending" : "ascending")}>
      <button type="button" onClick={() => onSort({ column: key, descending: by ? !by.descending : false })}>
        {column.header}
      </button>
    </th>
  );
}

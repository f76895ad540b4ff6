import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useEffectEvent, useMemo, useRef, useState, type DragEvent, type KeyboardEvent } from "react";

import * as ask from "../../api/queries";
import type { Scenario, ScenarioChange, WorkRow } from "../../api/types";
import { ChoiceFilter, TextFilter } from "../../parts/Filters";
import { count, day } from "../../parts/format";
import { ProblemNote } from "../../parts/ProblemNote";
import { forbid, keyOf, lock, put, swap } from "./change";
import type { Steps } from "./useSteps";

const ROW = 29;
const PERSON = "application/x-muster-person";

export interface Shown {
  rows?: "moved" | "stepped" | "locked" | "unfilled" | "unmatched" | undefined;
  q?: string | undefined;
  command?: string | undefined;
}

interface Props {
  scenario: Scenario;
  steps: Steps;
  edits: boolean;
  search: Shown;
  set: (change: Shown) => void;
  onRow: (row: WorkRow | null) => void;
}

/** An act on a row that waits its turn. */
interface Asked {
  what: "lock" | "forbid" | "swap" | "undo" | { put: string };
  row: string;
}

const SHOWN = [
  ["moved", "Differ"],
  ["stepped", "Last step"],
  ["locked", "Locked"],
  ["unfilled", "Unfilled"],
  ["unmatched", "Unmatched"],
] as const;

/**
 * The slate as a sheet. Arrows move, L locks, X forbids, Space picks, S swaps what is picked, U takes the last step back;
 * a person may also be dragged onto a row.
 */
export function Sheet({ scenario, steps, edits, search, set, onRow }: Props) {
  const filter = { show: search.rows, command: search.command, q: search.q };
  const list = useInfiniteQuery(ask.workRows(scenario.id, scenario.changed, filter));
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  const total = list.data?.pages[0]?.total ?? 0;
  const [at, setAt] = useState(0);
  const [picked, setPicked] = useState<WorkRow[]>([]);
  const region = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => region.current, estimateSize: () => ROW, overscan: 12 });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && last >= rows.length - 60) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, last, rows.length]);
  const current = rows[Math.min(at, rows.length - 1)] ?? null;
  useEffect(() => onRow(current), [current, onRow]);

  const go = (index: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, index));
    setAt(next);
    virtual.scrollToIndex(next);
  };
  // What is asked of a row while the sheet is being solved waits for it: no key is lost, and each acts on the row it was meant for.
  const [waiting, setWaiting] = useState<Asked[]>([]);
  const free = !steps.busy && !list.isFetching;
  const change = (changes: ScenarioChange[]) => {
    if (changes.length === 0) return;
    steps.step.mutate(changes, { onError: () => setWaiting([]) });
    setPicked([]);
  };
  const pick = (row: WorkRow) =>
    setPicked((now) => (now.some((one) => keyOf(one) === keyOf(row)) ? now.filter((one) => keyOf(one) !== keyOf(row)) : [...now, row].slice(-2)));
  const [first, second = current] = picked;
  const two: [WorkRow, WorkRow] | null = first && second && keyOf(first) !== keyOf(second) ? [first, second] : null;
  const act = ({ what, row: key }: Asked) => {
    const row = rows.find((one) => keyOf(one) === key);
    if (what === "lock") change(row ? lock(row) : []);
    else if (what === "forbid") change(row ? forbid(row) : []);
    else if (what === "swap") change(two ? swap(...two) : []);
    else if (what !== "undo") change(row ? put(what.put, row) : []);
    else if (scenario.steps > 0) steps.undo.mutate(undefined, { onError: () => setWaiting([]) });
  };
  const asked = (what: Asked["what"], row = current) => {
    if (!edits || !row) return;
    const one = { what, row: keyOf(row) };
    if (free) act(one);
    else setWaiting((now) => [...now, one]);
  };
  const goOn = useEffectEvent(() => {
    const [next, ...later] = waiting;
    if (!free || !next) return;
    setWaiting(later);
    act(next);
  });
  useEffect(() => goOn(), [free, waiting]);
  const acts: Record<string, () => void> = {
    l: () => asked("lock"),
    x: () => asked("forbid"),
    s: () => asked("swap"),
    u: () => asked("undo"),
    " ": () => current && pick(current),
    ArrowDown: () => go(at + 1),
    ArrowUp: () => go(at - 1),
    PageDown: () => go(at + 15),
    PageUp: () => go(at - 15),
    Home: () => go(0),
    End: () => go(rows.length - 1),
  };
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const done = acts[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!done) return;
    event.preventDefault();
    done();
  };
  const drop = (event: DragEvent, row: WorkRow) => {
    const person = event.dataTransfer.getData(PERSON);
    if (!person) return;
    event.preventDefault();
    asked({ put: person }, row);
  };
  const above = items[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);

  return (
    <section className="bench-sheet" aria-label="Sheet">
      <div className="count-line">
        <span aria-live="polite">{list.isPending ? <span className="asking">Asking…</span> : `${count(total)} ${total === 1 ? "row" : "rows"}${!free ? " · solving" : ""}`}</span>
        <span className="controls">
          <TextFilter label="Person, billet or office" value={search.q} onChange={(q) => set({ q })} />
          <ChoiceFilter label="Rows" value={search.rows} onChange={(rows) => set({ rows })} of={SHOWN} all="All rows" />
          <ChoiceFilter
            label="Command"
            value={search.command}
            onChange={(command) => set({ command })}
            of={scenario.offices.map((office) => [office.id, office.code] as const)}
            all="All commands"
          />
        </span>
      </div>
      {edits && (
        <div className="count-line bench-keys" role="toolbar" aria-label="Acts on the row">
          <span>
            <Button variant="default" disabled={!current?.person || !current.billet || steps.busy} onClick={acts["l"]}>
              {current?.locked ? "Unlock" : "Lock"} <kbd>L</kbd>
            </Button>
            <Button variant="default" disabled={!current?.person || !current.billet || steps.busy} onClick={acts["x"]}>
              Forbid <kbd>X</kbd>
            </Button>
            <Button variant="default" disabled={!current} onClick={acts[" "]}>
              Pick <kbd>Space</kbd>
            </Button>
            <Button variant="default" disabled={!two || steps.busy} onClick={acts["s"]}>
              Swap <kbd>S</kbd>
            </Button>
          </span>
          <span className="quiet wide-only">
            Arrows move, <kbd>U</kbd> takes back; or drag a person onto a row.
          </span>
        </div>
      )}
      {list.isError && <ProblemNote error={list.error} />}
      <div ref={region} className="table-region fill">
        <table
          className="grid fixed virtual sheet"
          role="grid"
          aria-label="Lines of the scenario"
          aria-rowcount={total + 1}
          aria-multiselectable="true"
          aria-activedescendant={current ? `row-${keyOf(current)}` : undefined}
          tabIndex={0}
          onKeyDown={press}
        >
          <colgroup>
            <col style={{ width: 64 }} />
            <col style={{ width: 190 }} />
            <col style={{ width: 220 }} />
            <col style={{ width: 110 }} />
            <col className="wide-only" style={{ width: 190 }} />
            <col className="wide-only" style={{ width: 96 }} />
            <col style={{ width: 66 }} />
            <col className="wide-only" style={{ width: 80 }} />
          </colgroup>
          <thead>
            <tr aria-rowindex={1}>
              <th scope="col" title="Locked, changed by the last step, differs">
                Mark
              </th>
              <th scope="col">Person</th>
              <th scope="col">To</th>
              <th scope="col">Office</th>
              <th scope="col" className="wide-only" title="The billet in the slate that the scenario is held against">
                Before
              </th>
              <th scope="col" className="wide-only">
                From day
              </th>
              <th scope="col" className="right">
                Points
              </th>
              <th scope="col" className="right wide-only" title="Points the whole slate would cost more with the next best person">
                Next best
              </th>
            </tr>
          </thead>
          <tbody>
            {above > 0 && <Spacer height={above} />}
            {items.map((item) => {
              const row = rows[item.index];
              if (!row) return null;
              const key = keyOf(row);
              const isPicked = picked.some((one) => keyOf(one) === key);
              return (
                <tr
                  key={key}
                  id={`row-${key}`}
                  aria-rowindex={item.index + 2}
                  aria-selected={isPicked}
                  className={[item.index === Math.min(at, rows.length - 1) ? "current" : "", row.stepped ? "stepped" : "", isPicked ? "picked" : ""].join(" ").trim() || undefined}
                  style={{ height: ROW }}
                  onClick={() => setAt(item.index)}
                  onDragOver={edits && row.billet ? (event) => event.preventDefault() : undefined}
                  onDrop={edits ? (event) => drop(event, row) : undefined}
                >
                  <td>{marks(row)}</td>
                  <th
                    scope="row"
                    draggable={edits && row.person !== null}
                    onDragStart={(event) => row.person && event.dataTransfer.setData(PERSON, row.person.id)}
                  >
                    {row.person ? `${row.person.name}, ${row.person.grade}` : <span className="short">nobody</span>}
                  </th>
                  <td>{row.billet?.title ?? <span className="short">no assignment</span>}</td>
                  <td>{row.office?.code ?? ""}</td>
                  <td className="wide-only">{row.moved ? (row.before?.title ?? (row.person ? "none" : "")) : <span className="quiet">the same</span>}</td>
                  <td className="wide-only">{day(row.day)}</td>
                  <td className="right">{count(row.cost)}</td>
                  <td className="right wide-only">{row.billet && row.person ? (typeof row.runner_up_costs_more === "number" ? `+${count(row.runner_up_costs_more)}` : "nobody") : ""}</td>
                </tr>
              );
            })}
            {below > 0 && <Spacer height={below} />}
            {!list.isPending && rows.length === 0 && (
              <tr>
                <td colSpan={8} className="quiet">
                  No such row.
                </td>
              </tr>
            )}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** Locked, changed by the last step, differs: each as a sign with its word. */
function marks(row: WorkRow) {
  const said: [boolean, string, string][] = [
    [row.locked, "🔒", "locked"],
    [row.stepped, "●", "changed by the last step"],
    [row.moved && !row.stepped, "≠", "differs"],
  ];
  return said
    .filter(([holds]) => holds)
    .map(([, sign, word]) => (
      <span key={word} title={word}>
        <span aria-hidden="true">{sign}</span>
        <span className="unseen">{word} </span>
      </span>
    ));
}

function Spacer({ height }: { height: number }) {
  return (
    <tr className="spacer" aria-hidden="true">
      <td colSpan={8} style={{ height }} />
    </tr>
  );
}

import { Button } from "@mantine/core";
import { useState } from "react";

/** A ranked opening, as the list names it. */
export interface Ranked {
  id: string;
  title: string;
  where: string;
  chance: string;
}

interface Props {
  rows: Ranked[];
  open: boolean;
  changed: boolean;
  pending: boolean;
  onChange: (rows: Ranked[]) => void;
  onShow: (billet: string) => void;
  onSubmit: () => void;
  onBack: () => void;
}

/** The row at one place moved to another. */
export function moved<T>(rows: T[], from: number, to: number): T[] {
  const row = rows[from];
  if (row === undefined || to < 0 || to >= rows.length) return rows;
  const rest = rows.filter((_, place) => place !== from);
  return [...rest.slice(0, to), row, ...rest.slice(to)];
}

/** What a member ranks, best first: moved by buttons, or dragged. Nothing leaves the page before it is submitted. */
export function RankedList({ rows, open, changed, pending, onChange, onShow, onSubmit, onBack }: Props) {
  const [dragged, setDragged] = useState<number>();
  return (
    <>
      {rows.length === 0 && <p className="quiet">Nothing is ranked yet. Rank openings from the list below.</p>}
      <ol className="ranked">
        {rows.map((row, place) => (
          <li
            key={row.id}
            draggable={open}
            className={dragged === place ? "dragged" : undefined}
            onDragStart={() => setDragged(place)}
            onDragEnd={() => setDragged(undefined)}
            onDragOver={(event) => {
              event.preventDefault();
              if (dragged === undefined || dragged === place) return;
              onChange(moved(rows, dragged, place));
              setDragged(place);
            }}
          >
            <span className="place">{place + 1}</span>
            <span className="what">
              <button type="button" className="linkish" onClick={() => onShow(row.id)}>
                {row.title}
              </button>
              <span className="quiet small">{row.where}</span>
              <span className="small">{row.chance}</span>
            </span>
            {open && (
              <span className="acts">
                <button type="button" className="round" aria-label={`Move ${row.title} up`} disabled={place === 0} onClick={() => onChange(moved(rows, place, place - 1))}>
                  ↑
                </button>
                <button type="button" className="round" aria-label={`Move ${row.title} down`} disabled={place === rows.length - 1} onClick={() => onChange(moved(rows, place, place + 1))}>
                  ↓
                </button>
                <button type="button" className="round" aria-label={`Take ${row.title} off`} onClick={() => onChange(rows.filter((_, at) => at !== place))}>
                  ×
                </button>
              </span>
            )}
          </li>
        ))}
      </ol>
      {open && (
        <div className="decisions">
          <Button onClick={onSubmit} disabled={!changed} loading={pending}>
            Submit my ranking
          </Button>
          {changed && (
            <Button variant="default" onClick={onBack}>
              Back to what I submitted
            </Button>
          )}
          <span role="status" className="quiet">
            {changed ? "Changed and not submitted." : rows.length > 0 ? "Submitted and sealed." : ""}
          </span>
        </div>
      )}
    </>
  );
}

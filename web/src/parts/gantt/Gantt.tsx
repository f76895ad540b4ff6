import { useElementSize } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef, useState } from "react";

import type { GanttRow, GanttSpan } from "./row";
import { quarters, scale, type Scale } from "./scale";
import { rowSentence } from "./sentence";
import { Track, TRACK } from "./Track";

interface Props {
  timeline: GanttSpan;
  today: string;
}

/** Billets over time. Each row's link takes the keyboard and its words stand below; a table says the same. */
export function Gantt({ timeline, today }: Props) {
  const { ref: axis, width } = useElementSize();
  const region = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<string | null>(null);
  const virtual = useVirtualizer({
    count: timeline.billets.length,
    getScrollElement: () => region.current,
    estimateSize: () => TRACK,
    overscan: 12,
  });
  const across = scale(timeline.from, timeline.until, width);
  const said = timeline.billets.find((billet) => billet.id === shown);
  return (
    <div className="gantt">
      <Hatches />
      <div className="gantt-head">
        <span className="quiet small">Billet</span>
        <div ref={axis}>{width > 0 && <Axis scale={across} today={today} />}</div>
      </div>
      <div className="gantt-rows" ref={region} role="group" aria-label="Billets over time" tabIndex={0}>
        <ul style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const billet = timeline.billets[item.index];
            return billet ? (
              <li
                key={billet.id}
                style={{ transform: `translateY(${item.start}px)`, height: TRACK }}
                onMouseEnter={() => setShown(billet.id)}
                onFocus={() => setShown(billet.id)}
                className={shown === billet.id ? "shown" : undefined}
              >
                <Label billet={billet} />
                {width > 0 && <Track billet={billet} scale={across} today={today} />}
              </li>
            ) : null;
          })}
        </ul>
      </div>
      <p className="small gantt-said" aria-live="polite">
        {said ? (
          <>
            <strong>{said.number}</strong> {rowSentence(said)}
          </>
        ) : (
          <Legend />
        )}
      </p>
    </div>
  );
}

function Label({ billet }: { billet: GanttRow }) {
  return (
    <div className="gantt-label">
      <Link to="/billets/$id" params={{ id: billet.id }} title={billet.title}>
        {billet.title}
      </Link>
      <span className="quiet small">
        {billet.grade}
        {billet.key ? " key" : ""}
      </span>
    </div>
  );
}

function Axis({ scale: across, today }: { scale: Scale; today: string }) {
  const years = quarters(across.from, across.until).filter((q) => q.year);
  return (
    <svg width={across.width} height={18} className="gantt-axis" aria-hidden="true">
      {years.map((q) => (
        <text key={q.day} x={across.x(q.day) + 3} y={13}>
          {q.day.slice(0, 4)}
        </text>
      ))}
      <path d={`M${across.x(today) - 4},12h8l-4,6z`} className="today-mark" />
    </svg>
  );
}

function Hatches() {
  return (
    <svg width="0" height="0" className="unseen" aria-hidden="true">
      <defs>
        <pattern id="hatch-gap" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" fill="var(--short-1)" />
          <rect width="2.4" height="6" fill="var(--short-3)" />
        </pattern>
        <pattern id="hatch-nobody" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" fill="var(--paper)" />
          <rect width="1.2" height="6" fill="var(--short-2)" />
        </pattern>
        <pattern id="hatch-approved" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
          <rect width="5" height="5" fill="var(--land)" />
          <rect width="1.4" height="5" fill="var(--ink-2)" />
        </pattern>
      </defs>
    </svg>
  );
}

function Legend() {
  const keys = [
    ["arrived", "in place"],
    ["departed", "past"],
    ["planned", "planned or ordered"],
    ["gap", "gap between incumbents"],
    ["nobody", "nobody planned"],
    ["approved-gap", "approved gap"],
    ["overlap", "overlap"],
    ["authorised", "authorised"],
  ] as const;
  return (
    <span className="gantt-legend">
      {keys.map(([name, label]) => (
        <span key={name}>
          <svg width="20" height="10" aria-hidden="true" className="track-svg">
            {["arrived", "departed", "planned"].includes(name) ? (
              <g className={`tour ${name} primary`}>
                <rect x={0.5} y={0.5} width={19} height={9} rx={1.5} />
              </g>
            ) : (
              <rect width={20} height={name === "overlap" ? 4 : 10} y={name === "overlap" ? 3 : 0} className={name} />
            )}
          </svg>
          {label}
        </span>
      ))}
    </span>
  );
}

import { useElementSize } from "@mantine/hooks";

import type { Projection } from "../../api/types";
import { month, percent } from "../../parts/format";

interface Props {
  projection: Projection;
  height: number;
  title: string;
  small?: boolean;
}

const LEFT = 38;
const BOTTOM = 20;
const TOP = 8;
const RIGHT = 12;

type Pick = (m: Projection["months"][number]) => number | null;
const planned: Pick = (m) => m.fill_planned ?? null;
const unplanned: Pick = (m) => m.fill_unplanned ?? null;

/** Two lines of fill by month, from none to all. What it says stands in the table beside it too. */
export function FillChart({ projection, height, title, small = false }: Props) {
  const { ref, width } = useElementSize();
  const { months } = projection;
  const x = (index: number) => LEFT + (index / Math.max(months.length - 1, 1)) * (width - LEFT - RIGHT);
  const y = (fill: number) => TOP + (1 - fill) * (height - TOP - BOTTOM);
  const line = (of: Pick) =>
    months
      .map((m, index) => ({ fill: of(m), index }))
      .filter((one): one is { fill: number; index: number } => one.fill !== null)
      .map(({ fill, index }) => `${x(index).toFixed(1)},${y(Math.min(fill, 1)).toFixed(1)}`)
      .join(" ");
  const last = months.at(-1);
  return (
    <figure className="fill-chart" ref={ref}>
      <figcaption>
        <strong>{title}</strong>{" "}
        <span className="small">
          {percent(months[0]?.fill_planned ?? null)}, {small || !last ? "" : `in ${month(last.month)} `}
          <span className="over">{percent(last?.fill_planned ?? null)} with plans</span>, <span className="short">{percent(last?.fill_unplanned ?? null)} without</span>
        </span>
      </figcaption>
      {width > 0 && (
        <svg width={width} height={height} role="img" aria-label={`Fill of ${title} over 36 months; the table says the same`}>
          {(small ? [0, 0.5, 1] : [0, 0.25, 0.5, 0.75, 1]).map((tick) => (
            <g key={tick}>
              <line x1={LEFT} x2={width - RIGHT} y1={y(tick)} y2={y(tick)} className="rule" />
              <text x={LEFT - 6} y={y(tick) + 4} textAnchor="end">
                {tick * 100}
              </text>
            </g>
          ))}
          {months.map((m, index) =>
            m.month.slice(5, 7) === "01" ? (
              <g key={m.month}>
                <line x1={x(index)} x2={x(index)} y1={TOP} y2={height - BOTTOM} className="year" />
                <text x={x(index)} y={height - 5} textAnchor="middle">
                  {m.month.slice(0, 4)}
                </text>
              </g>
            ) : null,
          )}
          <polyline points={line(unplanned)} className="unplanned" />
          <polyline points={line(planned)} className="planned" />
        </svg>
      )}
    </figure>
  );
}

import { useElementSize } from "@mantine/hooks";

import type { Outlook } from "../../api/types";
import { expected, roundUp } from "./figures";

const LEFT = 44;
const BOTTOM = 20;
const TOP = 16;
const RIGHT = 22;

/** People missing by year with the range of the spread. What it says stands in the table below it too. */
export function MissingChart({ outlook, height }: { outlook: Outlook; height: number }) {
  const { ref, width } = useElementSize();
  const { total, days } = outlook;
  const top = roundUp(Math.max(...total.map((year) => year.most)));
  const x = (index: number) => LEFT + (index / Math.max(total.length - 1, 1)) * (width - LEFT - RIGHT);
  const y = (people: number) => TOP + (1 - people / top) * (height - TOP - BOTTOM);
  const at = (people: number, index: number) => `${x(index).toFixed(1)},${y(people).toFixed(1)}`;
  const line = total.map((year, index) => at(year.missing, index)).join(" ");
  const upper = total.map((year, index) => at(year.most, index));
  const lower = total.map((year, index) => at(year.least, index)).reverse();
  return (
    <figure className="fill-chart" ref={ref}>
      <figcaption>
        <strong>People missing</strong> <span className="small quiet">line: expected; band: within the spread</span>
      </figcaption>
      {width > 0 && (
        <svg width={width} height={height} role="img" aria-label="People missing over five years; the table below says the same">
          {[0, 0.25, 0.5, 0.75, 1].map((tick) => (
            <g key={tick}>
              <line x1={LEFT} x2={width - RIGHT} y1={y(tick * top)} y2={y(tick * top)} className="rule" />
              <text x={LEFT - 6} y={y(tick * top) + 4} textAnchor="end">
                {(tick * top).toLocaleString("en-US")}
              </text>
            </g>
          ))}
          <polygon points={[...upper, ...lower].join(" ")} className="spread" />
          <polyline points={line} className="missing" />
          {total.map((year, index) => (
            <g key={days[index]}>
              <circle cx={x(index)} cy={y(year.missing)} r={3} className="missing-dot" />
              <text x={x(index)} y={y(year.missing) - 8} textAnchor={index === 0 ? "start" : "middle"} className="on-spread">
                {expected(year.missing)}
              </text>
              <text x={x(index)} y={height - 4} textAnchor="middle">
                {index === 0 ? "today" : days[index]?.slice(0, 4)}
              </text>
            </g>
          ))}
        </svg>
      )}
    </figure>
  );
}

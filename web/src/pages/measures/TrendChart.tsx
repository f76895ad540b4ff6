import { useElementSize } from "@mantine/hooks";

import type { MeasureRow } from "../../api/types";
import { quarterName, shown } from "./figures";

const [LEFT, RIGHT, TOP, BOTTOM] = [8, 8, 14, 16];

/** A measure by quarter; a quarter without a figure leaves a gap. What it says stands in a table too. */
export function TrendChart({ measure, height }: { measure: MeasureRow; height: number }) {
  const { ref, width } = useElementSize();
  const { trend, scale, title } = measure;
  const top = Math.max(scale === "share" ? 1 : 1e-9, ...trend.map((one) => one.value ?? 0));
  const x = (index: number) => LEFT + (index / Math.max(trend.length - 1, 1)) * (width - LEFT - RIGHT);
  const y = (value: number) => TOP + (1 - value / top) * (height - TOP - BOTTOM);
  const points = trend.flatMap((one, index) => (one.value === null || one.value === undefined ? [] : [{ one, index, value: one.value }]));
  return (
    <figure className="fill-chart" ref={ref}>
      {width > 0 && (
        <svg width={width} height={height} role="img" aria-label={`${title} by quarter; the table says the same`}>
          <line x1={LEFT} x2={width - RIGHT} y1={y(0)} y2={y(0)} className="rule" />
          {points.map(({ index, value }, at) => {
            const last = points[at - 1];
            return last && last.index === index - 1 ? (
              <line key={index} x1={x(last.index)} y1={y(last.value)} x2={x(index)} y2={y(value)} className="trend-line" />
            ) : null;
          })}
          {points.map(({ one, index, value }) => (
            <circle key={one.quarter} cx={x(index)} cy={y(value)} r={3} className={one.so_far ? "trend-dot so-far" : "trend-dot"}>
              <title>{`${quarterName(one.quarter)}${one.so_far ? " so far" : ""}: ${shown(scale, value)}`}</title>
            </circle>
          ))}
          <text x={LEFT} y={height - 3}>
            {quarterName(trend[0]?.quarter ?? "")}
          </text>
          <text x={width - RIGHT} y={height - 3} textAnchor="end">
            {quarterName(trend.at(-1)?.quarter ?? "")} so far
          </text>
        </svg>
      )}
    </figure>
  );
}

import { useElementSize } from "@mantine/hooks";

import type { TradeCurve } from "../../api/types";
import { count } from "../../parts/format";
import { roundUp } from "../outlook/figures";

const LEFT = 64;
const BOTTOM = 36;
const TOP = 10;
const RIGHT = 24;
const TICKS = [0, 0.25, 0.5, 0.75, 1];

/** Points above the least by blocking pairs: what was found, and down to what is proven. The table below says the same. */
export function TradeChart({ points, height }: { points: TradeCurve["points"]; height: number }) {
  const { ref, width } = useElementSize();
  const top = roundUp(Math.max(...points.map((point) => point.above_least)));
  const most = roundUp(Math.max(...points.map((point) => point.blocking)));
  const x = (blocking: number) => LEFT + (blocking / most) * (width - LEFT - RIGHT);
  const y = (above: number) => TOP + (1 - above / top) * (height - TOP - BOTTOM);
  const across = width < 420 ? [0, 0.5, 1] : TICKS;
  return (
    <figure className="fill-chart" ref={ref}>
      <figcaption>
        <strong>Points above the least, by blocking pairs</strong>{" "}
        <span className="small quiet">dots: found; bars: down to what is proven, nothing lies below</span>
      </figcaption>
      {width > 0 && (
        <svg width={width} height={height} role="img" aria-label="Points above the least by blocking pairs; the table below says the same">
          {TICKS.map((tick) => (
            <g key={tick}>
              <line x1={LEFT} x2={width - RIGHT} y1={y(tick * top)} y2={y(tick * top)} className="rule" />
              <text x={LEFT - 6} y={y(tick * top) + 4} textAnchor="end">
                {count(tick * top)}
              </text>
            </g>
          ))}
          {across.map((tick) => (
            <text key={tick} x={x(tick * most)} y={height - BOTTOM + 16} textAnchor="middle">
              {count(tick * most)}
            </text>
          ))}
          <text x={(LEFT + width - RIGHT) / 2} y={height - 4} textAnchor="middle">
            blocking pairs
          </text>
          {points.map((point) => (
            <line key={point.blocking} x1={x(point.blocking)} x2={x(point.blocking)} y1={y(point.above_least)} y2={y(point.bound_above_least)} className="proven" />
          ))}
          <polyline points={points.map((point) => `${x(point.blocking).toFixed(1)},${y(point.above_least).toFixed(1)}`).join(" ")} className="found" />
          {points.map((point) => (
            <circle key={point.blocking} cx={x(point.blocking)} cy={y(point.above_least)} r={3} className="found-dot">
              <title>
                {`${count(point.blocking)} blocking pairs: ${count(point.above_least)} points above the least found, ${count(point.bound_above_least)} proven`}
              </title>
            </circle>
          ))}
        </svg>
      )}
    </figure>
  );
}

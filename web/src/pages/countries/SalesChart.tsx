import { useElementSize } from "@mantine/hooks";

import type { CountrySales } from "../../api/types";
import { money } from "../cases/words";
import { span } from "./figures";

const [LEFT, RIGHT, TOP, BOTTOM] = [56, 8, 10, 20];

/** A bar a fiscal year, nothing but a mark where the figure is missing, and the forecast with its range. The tables say the same. */
export function SalesChart({ sales, height }: { sales: CountrySales; height: number }) {
  const { ref, width } = useElementSize();
  const ahead = sales.forecast?.years ?? [];
  const years = [...new Set([...sales.years, ...ahead].map((one) => one.fiscal_year))].sort((a, b) => a - b);
  const [least, most] = span(sales);
  const step = (width - LEFT - RIGHT) / Math.max(years.length, 1);
  const x = (year: number) => LEFT + years.indexOf(year) * step;
  const y = (usd: number) => TOP + (1 - (Math.min(Math.max(usd, least), most) - least) / (most - least)) * (height - TOP - BOTTOM);
  return (
    <figure className="fill-chart" ref={ref}>
      {width > 0 && (
        <svg width={width} height={height} role="img" aria-label="Sales by fiscal year with the forecast; the tables say the same">
          {[least, 0, most].map((tick) =>
            tick === 0 || tick === most ? (
              <text key={tick} x={LEFT - 6} y={y(tick) + 4} textAnchor="end">
                {money(tick * 100)}
              </text>
            ) : null,
          )}
          {sales.years.map(({ fiscal_year, agreed_usd }) =>
            typeof agreed_usd === "number" ? (
              <rect key={fiscal_year} className="sold" x={x(fiscal_year) + step * 0.15} width={step * 0.7} y={Math.min(y(0), y(agreed_usd))} height={Math.max(Math.abs(y(agreed_usd) - y(0)), 1)}>
                <title>{`FY${fiscal_year}: ${money(agreed_usd * 100)}`}</title>
              </rect>
            ) : ahead.some((one) => one.fiscal_year === fiscal_year) ? null : (
              <text key={fiscal_year} className="missing" x={x(fiscal_year) + step / 2} y={y(0) - 4} textAnchor="middle">
                ?<title>{`FY${fiscal_year}: missing`}</title>
              </text>
            ),
          )}
          {ahead.map(({ fiscal_year, forecast_usd, from_usd, to_usd }) => (
            <g key={fiscal_year}>
              {typeof from_usd === "number" && typeof to_usd === "number" && <line className="range" x1={x(fiscal_year) + step / 2} x2={x(fiscal_year) + step / 2} y1={y(from_usd)} y2={y(to_usd)} />}
              <circle className="found-dot" cx={x(fiscal_year) + step / 2} cy={y(forecast_usd)} r={3.5}>
                <title>{`FY${fiscal_year}, forecast: ${money(forecast_usd * 100)}`}</title>
              </circle>
            </g>
          ))}
          <line x1={LEFT} x2={width - RIGHT} y1={y(0)} y2={y(0)} className="rule" />
          {years.map((year) =>
            year % 5 === 0 ? (
              <text key={year} x={x(year) + step / 2} y={height - 4} textAnchor="middle">
                {year}
              </text>
            ) : null,
          )}
        </svg>
      )}
      <figcaption className="small quiet">Bars: published. ?: missing. Dots: forecast, with the range as a line; a range that leaves the chart is cut, the table has it whole.</figcaption>
    </figure>
  );
}

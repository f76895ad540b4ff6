import { useElementSize } from "@mantine/hooks";
import { geoEqualEarth, geoGraticule10, geoPath } from "d3-geo";
import { useMemo } from "react";
import { feature, mesh } from "topojson-client";
import atlas from "virtual:atlas";

import type { Shade, Step } from "../../parts/shades";

const WIDTH = 960;
const HEIGHT = 430;

/** What the map needs of a row: a country's code, or a place for those the atlas does not draw. */
export interface Placed {
  key: string;
  iso3?: string | null;
  lat?: number | null;
  lon?: number | null;
}

interface Props<R extends Placed> {
  rows: R[];
  shade: (row: R) => Shade;
  /** The row in words. */
  sentence: (row: R) => string;
  legend: { name: string; steps: Step[] };
  pointed: string | null;
  onPoint: (key: string | null) => void;
  /** Where a row leads, if anywhere. */
  onGo?: (row: R) => void;
}

const land = feature(atlas, atlas.objects.countries).features;
const borders = mesh(atlas, atlas.objects.countries, (a, b) => a !== b);
const drawn = new Set(land.map((shape) => String(shape.id)));
const projection = geoEqualEarth().rotate([-11, 0]).fitExtent([[-30, -8], [WIDTH + 14, HEIGHT + 66]], { type: "Sphere" });
const path = geoPath(projection).digits(1);
const graticule = path(geoGraticule10()) ?? "";
const borderLines = path(borders) ?? "";
const shapes = land.map((shape) => ({ iso3: String(shape.id), name: shape.properties.name, d: path(shape) ?? "" }));

/**
 * The world by country. Places too small for the atlas are dots. A pointer's shortcut to the table beside it, which says
 * the same to everybody.
 */
export function World<R extends Placed>({ rows, shade, sentence, legend, pointed, onPoint, onGo }: Props<R>) {
  const { ref, width } = useElementSize();
  const byIso = useMemo(() => new Map(rows.filter((row) => row.iso3).map((row) => [row.iso3, row])), [rows]);
  const dots = useMemo(
    () =>
      rows.flatMap((row) => {
        const { iso3, lat, lon } = row;
        if (!iso3 || drawn.has(iso3) || typeof lat !== "number" || typeof lon !== "number") return [];
        const at = projection([lon, lat]);
        return at ? [{ row, x: at[0], y: at[1] }] : [];
      }),
    [rows],
  );
  const shown = rows.find((row) => row.key === pointed);
  const scale = width > 0 ? WIDTH / width : 1;

  return (
    <figure className="world" ref={ref}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label="World map; the table beside it says the same">
        <path d={graticule} className="graticule" />
        <g>
          {shapes.map((shape) => {
            const row = byIso.get(shape.iso3);
            return (
              <path
                key={shape.name}
                d={shape.d}
                className={row ? "country" : "country none"}
                style={{ fill: row ? `var(--${shade(row)})` : "var(--land)" }}
                onMouseEnter={row && (() => onPoint(row.key))}
                onMouseLeave={row && (() => onPoint(null))}
                onClick={row && onGo && (() => onGo(row))}
              />
            );
          })}
        </g>
        <path d={borderLines} className="borders" />
        {dots.map(({ row, x, y }) => (
          <circle
            key={row.key}
            cx={x}
            cy={y}
            r={3.4 * Math.min(scale, 1.6)}
            className="country dot"
            style={{ fill: `var(--${shade(row)})` }}
            onMouseEnter={() => onPoint(row.key)}
            onMouseLeave={() => onPoint(null)}
            onClick={onGo && (() => onGo(row))}
          />
        ))}
        {shown?.iso3 && <path d={shapes.find((shape) => shape.iso3 === shown.iso3)?.d} className="pointed" />}
        {dots
          .filter(({ row }) => row.key === pointed)
          .map(({ row, x, y }) => (
            <circle key={row.key} cx={x} cy={y} r={6 * Math.min(scale, 1.6)} className="pointed" />
          ))}
      </svg>
      <figcaption>
        <Legend {...legend} />
        <p className="small pointed-line" aria-hidden="true">
          {shown ? sentence(shown) : ""}
        </p>
        <p className="small quiet borders-line">
          Lines are Natural Earth's as drawn in world-atlas; Muster takes no position. Dots are places too small for it.
        </p>
      </figcaption>
    </figure>
  );
}

function Legend({ name, steps }: { name: string; steps: Step[] }) {
  return (
    <div className="legend small">
      <span className="quiet">{name}</span>
      <ul>
        {steps.map((step) => (
          <li key={step.shade}>
            <i style={{ background: `var(--${step.shade})` }} aria-hidden="true" />
            {step.label}
          </li>
        ))}
        <li>
          <i style={{ background: "var(--land)" }} aria-hidden="true" />
          nothing to show
        </li>
      </ul>
    </div>
  );
}

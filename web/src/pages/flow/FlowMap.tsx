import { useMemo } from "react";

import type { CaseFlow, FlowSegment, MilestoneDefinition } from "../../api/types";
import type { Named } from "./FlowPage";

const [STEP, LEFT, WIDTH] = [30, 400, 760];

/**
 * The directly-follows graph along the order of milestones: forward on the right, back on the left; the wider, the more
 * cases; the darker, the more days. The table below it says the same.
 */
export function FlowMap({ of, milestones, named }: { of: CaseFlow; milestones: MilestoneDefinition[]; named: Named }) {
  const order = useMemo(() => ["LOR", ...milestones.filter((one) => one.order === "step" || one.order === "optional").map((one) => one.code)], [milestones]);
  const place = new Map(order.map((code, index) => [code, index]));
  const most = Math.max(1, ...of.segments.map((one) => one.count));
  const longest = Math.max(1, ...of.segments.filter((one) => place.has(one.from) && place.has(one.to)).map((one) => one.median_days));
  // Rare ways would hide the others.
  const shown = of.segments.filter((one) => place.has(one.from) && place.has(one.to) && one.count >= of.cases / 500);
  return (
    <div className="flow-map" aria-hidden="true">
      <svg viewBox={`0 0 ${WIDTH} ${order.length * STEP + 10}`} role="presentation">
        {shown.map((one) => (
          <Arc key={`${one.from} ${one.to}`} of={one} from={place.get(one.from) ?? 0} to={place.get(one.to) ?? 0} most={most} longest={longest} />
        ))}
        {order.map((code, index) => (
          <g key={code} transform={`translate(${LEFT} ${index * STEP + 16})`}>
            <circle r={5} className="flow-node" />
            <text x={-14} y={4} textAnchor="end" className="flow-name">
              {named(code)}
            </text>
          </g>
        ))}
      </svg>
    </div>
  );
}

function Arc({ of, from, to, most, longest }: { of: FlowSegment; from: number; to: number; most: number; longest: number }) {
  const [y, z] = [from * STEP + 16, to * STEP + 16];
  const next = to === from + 1;
  const bend = next ? 0 : Math.min(240, 26 + 14 * Math.abs(to - from));
  const side = to > from ? 1 : -1;
  const x = LEFT + side * bend;
  const path = next ? `M${LEFT} ${y}L${LEFT} ${z}` : `M${LEFT} ${y}C${x} ${y} ${x} ${z} ${LEFT} ${z}`;
  const label = `${of.median_days.toLocaleString("en-US", { maximumFractionDigits: 1 })} d`;
  const shade = 0.2 + 0.8 * (Math.log1p(of.median_days) / Math.log1p(longest));
  return (
    <g>
      <path d={path} className={side > 0 ? "flow-way" : "flow-way flow-back"} style={{ strokeWidth: 1 + 9 * Math.sqrt(of.count / most), strokeOpacity: shade }}>
        <title>{`${of.from} → ${of.to}: ${of.count.toLocaleString("en-US")} times, half within ${label}`}</title>
      </path>
      {next && (
        <text x={LEFT + 14} y={(y + z) / 2 + 4} className="flow-days">
          {label}
        </text>
      )}
    </g>
  );
}

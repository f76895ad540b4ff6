import { useMemo } from "react";

import type { CaseFlow, MilestoneDefinition } from "../../api/types";
import { arcs, order, type Arc } from "./arcs";
import type { Named } from "./FlowPage";

const [STEP, LEFT, WIDTH] = [30, 400, 760];
/** So many of the ways back say by what they were taken back. */
const LABELS = 6;

interface Props {
  of: CaseFlow;
  milestones: MilestoneDefinition[];
  named: Named;
  /** Opens the cases that went a way: a pointer's shortcut to the links of the table below. */
  onOpen: (from: string, to: string) => void;
}

/**
 * The directly-follows graph along the order of milestones: forward on the right, back on the left; the wider, the more
 * cases; the darker, the more days. The table below it says the same.
 */
export function FlowMap({ of, milestones, named, onOpen }: Props) {
  const codes = useMemo(() => order(milestones), [milestones]);
  const shown = useMemo(() => arcs(of.segments, of.cases, milestones), [of, milestones]);
  const most = Math.max(1, ...shown.map((one) => one.of.count));
  const longest = Math.max(1, ...shown.map((one) => one.of.median_days));
  const labelled = new Set(shown.filter((one) => one.way === "back").sort((a, b) => b.of.count - a.of.count).slice(0, LABELS));
  return (
    <div className="flow-map" aria-hidden="true">
      <svg viewBox={`0 0 ${WIDTH} ${codes.length * STEP + 10}`} role="presentation">
        {shown.map((one) => (
          <Way key={`${one.of.from} ${one.of.to}`} arc={one} most={most} longest={longest} labelled={labelled.has(one)} onOpen={onOpen} />
        ))}
        {codes.map((code, index) => (
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

interface WayProps {
  arc: Arc;
  most: number;
  longest: number;
  labelled: boolean;
  onOpen: Props["onOpen"];
}

const CLASSES = { forward: "flow-way", back: "flow-way flow-back", again: "flow-way flow-again" } as const;

function Way({ arc: { of, from, to, way }, most, longest, labelled, onOpen }: WayProps) {
  const [y, z] = [from * STEP + 16, to * STEP + 16];
  const straight = to === from + 1 && way === "forward";
  const bend = straight ? 0 : Math.min(240, 26 + 14 * Math.abs(to - from));
  const side = way === "back" ? -1 : 1;
  const x = LEFT + side * bend;
  // A case may be taken back to where it stands.
  const loop = from === to ? STEP / 2 : 0;
  const path = straight ? `M${LEFT} ${y}L${LEFT} ${z}` : `M${LEFT} ${y}C${x} ${y - loop} ${x} ${z + loop} ${LEFT} ${z}`;
  const label = `${of.median_days.toLocaleString("en-US", { maximumFractionDigits: 1 })} d`;
  const shade = 0.2 + 0.8 * (Math.log1p(of.median_days) / Math.log1p(longest));
  const times = of.count.toLocaleString("en-US");
  return (
    <g className="flow-opens" onClick={() => onOpen(of.from, of.to)}>
      <path d={path} className={CLASSES[way]} style={{ strokeWidth: 1 + 9 * Math.sqrt(of.count / most), strokeOpacity: shade }}>
        <title>{`${of.from} → ${of.to}: ${times} times, half within ${label}`}</title>
      </path>
      {straight && (
        <text x={LEFT + 14} y={(y + z) / 2 + 4} className="flow-days">
          {label}
        </text>
      )}
      {labelled && (
        <text x={LEFT + side * bend * 0.75 - 4} y={(y + z) / 2 + 4} textAnchor="end" className="flow-days flow-label">
          {of.to} {times}
        </text>
      )}
    </g>
  );
}

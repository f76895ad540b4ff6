import type { TimelineTour } from "../../api/types";
import type { GanttRow } from "./row";
import { day } from "../format";
import { quarters, type Scale } from "./scale";
import { tourSentence } from "./sentence";

export const TRACK = 30;
const TOP = 6;
const BAR = 18;

interface Props {
  billet: GanttRow;
  scale: Scale;
  today: string;
}

/** One billet over time: its authorisation as a band, tours as bars, gaps hatched, overlaps underlined. */
export function Track({ billet, scale, today }: Props) {
  const { x } = scale;
  return (
    <svg className="track-svg" width={scale.width} height={TRACK} aria-hidden="true">
      {quarters(scale.from, scale.until).map((q) => (
        <line key={q.day} x1={x(q.day)} x2={x(q.day)} y1={0} y2={TRACK} className={q.year ? "year" : "quarter"} />
      ))}
      <rect x={x(billet.authorised.from)} width={Math.max(x(billet.authorised.until ?? null) - x(billet.authorised.from), 0)} y={TOP} height={BAR} className="authorised" />
      {billet.gaps.map((gap) => {
        const followed = billet.tours.some((tour) => tour.from >= gap.until);
        return (
          <rect key={gap.from} x={x(gap.from)} width={Math.max(x(gap.until) - x(gap.from), 1)} y={TOP} height={BAR} className={followed ? "gap" : "nobody"}>
            <title>{followed ? `Gap of ${gap.days} days` : `Nobody from ${day(gap.from)}`}</title>
          </rect>
        );
      })}
      {billet.approved_gaps.map((gap) => (
        <rect key={gap.from} x={x(gap.from)} width={Math.max(x(gap.until ?? null) - x(gap.from), 1)} y={TOP} height={BAR} className="approved-gap">
          <title>Approved gap</title>
        </rect>
      ))}
      {billet.tours
        .filter((tour) => tour.status !== "cancelled")
        .map((tour) => (
          <TourBar key={tour.id} tour={tour} scale={scale} />
        ))}
      {billet.overlaps.map((overlap) => (
        <rect key={overlap.from} x={x(overlap.from)} width={Math.max(x(overlap.until) - x(overlap.from), 2)} y={TOP + BAR} height={4} className="overlap">
          <title>{`Overlap of ${overlap.days} days`}</title>
        </rect>
      ))}
      <line x1={x(today)} x2={x(today)} y1={0} y2={TRACK} className="today" />
    </svg>
  );
}

function TourBar({ tour, scale }: { tour: TimelineTour; scale: Scale }) {
  const left = scale.x(tour.from);
  const width = Math.max(scale.x(tour.until) - left - 1, 1);
  const name = tour.person?.name ?? "not yours to see";
  return (
    <g className={`tour ${tour.status} ${tour.incumbency}`}>
      <rect x={left + 0.5} y={TOP + 0.5} width={width} height={BAR - 1} rx={1.5}>
        <title>{tourSentence(tour)}</title>
      </rect>
      {width > 54 && (
        <text x={left + 6} y={TOP + BAR - 5}>
          {clip(name, width - 10)}
        </text>
      )}
    </g>
  );
}

/** As much of the name as fits, by a middling letter's width. */
function clip(name: string, width: number): string {
  const letters = Math.floor(width / 6.2);
  return name.length <= letters ? name : `${name.slice(0, Math.max(letters - 1, 1))}…`;
}

import type { Picture, PictureRow } from "../../api/types";
import { count, day, percent, signed } from "../../parts/format";

interface Tile {
  label: string;
  figure: string;
  /** Change against thirty days before, in the figure's own unit; `null` where it is not known. */
  change: number | null;
  unit: string;
  /** Whether more is better; decides only the colour. */
  good: "more" | "less" | "neither";
}

type Rate = number | null | undefined;

const points = (now: Rate, before: Rate): number | null =>
  now === null || now === undefined || before === null || before === undefined ? null : Math.round((now - before) * 1000) / 10;

function tiles(now: PictureRow, before: PictureRow): Tile[] {
  return [
    {
      label: `Strength of ${count(now.authorised)} authorised`,
      figure: count(now.assigned),
      change: now.assigned - before.assigned,
      unit: "",
      good: "more",
    },
    { label: "Fill now", figure: percent(now.fill_rate, 1), change: points(now.fill_rate, before.fill_rate), unit: " pt", good: "more" },
    { label: "Fill in 90 days", figure: percent(now.fill_90, 1), change: points(now.fill_90, before.fill_90), unit: " pt", good: "more" },
    { label: "Fill in 180 days", figure: percent(now.fill_180, 1), change: points(now.fill_180, before.fill_180), unit: " pt", good: "more" },
    {
      label: `Vacant; ${count(now.approved_gaps)} approved gaps`,
      figure: count(now.vacant),
      change: now.vacant - before.vacant,
      unit: "",
      good: "less",
    },
    {
      label: "Rotations due in 90 days",
      figure: count(now.rotations_due_90),
      change: now.rotations_due_90 - before.rotations_due_90,
      unit: "",
      good: "neither",
    },
  ];
}

/** The six figures a director asks for first, each with what changed in thirty days. */
export function Tiles({ picture }: { picture: Picture }) {
  return (
    <dl className="tiles" aria-label="The whole">
      {tiles(picture.total, picture.before.total).map((tile) => (
        <div key={tile.label}>
          <dt>{tile.label}</dt>
          <dd>
            <span className="figure">{tile.figure}</span>
            <span className="change" title={`against ${day(picture.before.on)}`}>
              <Change tile={tile} />
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Change({ tile }: { tile: Tile }) {
  if (tile.change === null) return <span className="quiet">no comparison</span>;
  if (tile.change === 0) return <span className="quiet">as 30 days before</span>;
  const better = tile.good !== "neither" && tile.change > 0 === (tile.good === "more");
  const tone = tile.good === "neither" ? "quiet" : better ? "good" : "short";
  return (
    <>
      <span className={tone}>
        {signed(tile.change)}
        {tile.unit}
      </span>
      <span className="quiet"> in 30 days</span>
    </>
  );
}

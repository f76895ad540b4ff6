import { count, day } from "./format";

/** The ball, as every answer of the API names it. */
interface Turn {
  holder: string;
  due: string;
  days_held: number;
  late: boolean;
  yours: boolean;
}

/** Who holds the ball, for how many days, and until when it is theirs. */
export function TurnCell({ turn }: { turn: Turn | null | undefined }) {
  if (!turn) return <span className="quiet">nobody</span>;
  const days = turn.days_held === 1 ? "1 day" : `${count(turn.days_held)} days`;
  return (
    <span>
      {turn.yours ? <strong>{turn.holder}</strong> : turn.holder}{" "}
      <span className={turn.late ? "short small" : "quiet small"}>
        {days}, {turn.late ? `late since ${day(turn.due)}` : `until ${day(turn.due)}`}
      </span>
    </span>
  );
}

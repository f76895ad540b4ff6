import { TurnCell } from "./TurnCell";

type Turn = NonNullable<Parameters<typeof TurnCell>[0]["turn"]>;

/** Everybody who holds the ball now: several while coordinators answer side by side. */
export function Turns({ turns }: { turns: readonly Turn[] }) {
  if (turns.length === 0) return <span className="quiet">nobody, it is closed</span>;
  return (
    <span>
      {turns.map((turn, index) => (
        <span key={`${turn.holder} ${turn.due}`}>
          {index > 0 ? "; " : ""}
          <TurnCell turn={turn} />
        </span>
      ))}
    </span>
  );
}

import { percent } from "./format";
import { fillShade } from "./shades";

/** A fill rate as a short bar and its figure. */
export function Fill({ rate }: { rate: number | null | undefined }) {
  if (rate === null || rate === undefined) return <>–</>;
  return (
    <>
      <span className="cell-bar" aria-hidden="true">
        <i style={{ width: `${Math.min(100, rate * 100)}%`, background: `var(--${fillShade(rate)})` }} />
      </span>
      <span className="cell-rate">{percent(rate)}</span>
    </>
  );
}

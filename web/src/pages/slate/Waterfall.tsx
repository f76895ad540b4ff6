import type { Part } from "../../api/types";
import { count, signed, words } from "../../parts/format";

interface Props {
  parts: Part[];
  cost: number;
}

/** The parts of a cost one after the other, each beginning where the last ended; figures beside the bars. */
export function Waterfall({ parts, cost }: Props) {
  const steps = parts.map((part, index) => {
    const before = parts.slice(0, index).reduce((sum, one) => sum + one.points, 0);
    return { part, low: Math.min(before, before + part.points), size: Math.abs(part.points) };
  });
  const least = Math.min(0, ...steps.map(({ low }) => low));
  const most = Math.max(cost, 1, ...steps.map(({ low, size }) => low + size));
  const at = (points: number) => `${((points - least) / (most - least)) * 100}%`;
  const wide = (points: number) => `${(points / (most - least)) * 100}%`;
  return (
    <div className="table-region" role="group" aria-label="Parts of the cost" tabIndex={0}>
      <table className="grid waterfall">
        <caption className="unseen">Parts of the cost</caption>
        <thead>
          <tr>
            <th scope="col">Part</th>
            <th scope="col" className="right">Amount × rate</th>
            <th scope="col" className="drawn">
              <span className="unseen">Drawn</span>
            </th>
            <th scope="col" className="right">Points</th>
          </tr>
        </thead>
        <tbody>
          {steps.map(({ part, low, size }) => (
            <tr key={part.lever}>
              <th scope="row" title={part.meaning}>
                {words(part.lever.replace(/_cost$/, ""))}
              </th>
              <td className="right quiet">
                {count(part.amount)} × {count(part.rate)}
              </td>
              <td className="drawn">
                <i style={{ marginLeft: at(low), width: wide(size), background: part.points < 0 ? "var(--over-2)" : "var(--short-2)" }} aria-hidden="true" />
              </td>
              <td className="right">{signed(part.points)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Together</th>
            <td />
            <td className="drawn">
              <i style={{ marginLeft: at(0), width: wide(Math.max(cost, 0)), background: "var(--ink-2)" }} aria-hidden="true" />
            </td>
            <td className="right">{count(cost)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

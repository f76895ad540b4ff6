import type { CandidateWhy } from "../../api/types";
import { words } from "../../parts/format";

/** What speaks against a person, or that nothing does. */
export function Against({ why }: { why: CandidateWhy | null | undefined }) {
  if (!why) return <span className="quiet">not compared</span>;
  const failed = why.rules.filter((rule) => !rule.passed);
  if (failed.length === 0) return <span className="good">eligible</span>;
  return (
    <ul className="plain">
      {failed.map((rule) => (
        <li key={rule.id}>
          <span className="short">{words(rule.id.replaceAll("-", "_"))}</span> {rule.private ?? rule.compared}
          {rule.waivable && <span className="quiet small"> can be waived</span>}
        </li>
      ))}
    </ul>
  );
}

/** Every rule and what it compared. */
export function Compared({ why }: { why: CandidateWhy }) {
  return (
    <ul className="plain small">
      {why.rules.map((rule) => (
        <li key={rule.id}>
          <span className={rule.passed ? "good" : "short"}>{rule.passed ? "✓" : "✗"}</span>{" "}
          <span title={`${rule.title} (${rule.authority})`}>{words(rule.id.replaceAll("-", "_"))}</span>{" "}
          <span className="quiet">{rule.private ?? rule.compared}</span>
        </li>
      ))}
    </ul>
  );
}

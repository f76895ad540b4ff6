import type { RuleWhy } from "../../api/types";

/** Every rule and what it compared, those that fail first. */
export function Rules({ rules }: { rules: RuleWhy[] }) {
  const order = [...rules].sort((a, b) => Number(a.passed) - Number(b.passed));
  return (
    <ul className="plain small">
      {order.map((rule) => (
        <li key={rule.id}>
          <span className={rule.passed ? "good" : "short"}>{rule.passed ? "✓" : "✗"}</span> {rule.title} <span className="quiet">{rule.private ?? rule.compared}</span>
          {!rule.passed && <span className="short"> {rule.waivable ? "It can be waived." : "Nobody waives it."}</span>}
        </li>
      ))}
    </ul>
  );
}

import { useState } from "react";

import type { Scenario } from "../../api/types";
import { Figure } from "../../parts/Figure";
import { count, percent, signed } from "../../parts/format";
import { Limits, within } from "../slate/Limits";
import { Waterfall } from "../slate/Waterfall";

type Rows = "moved" | "stepped" | "locked" | "unfilled" | "unmatched" | undefined;

interface Props {
  scenario: Scenario;
  show: (rows: Rows) => void;
}

/** The sums of a scenario's slate. Every figure opens what it is made of. */
export function Totals({ scenario, show }: Props) {
  const { outcome, plain, step, to_base: base } = scenario;
  const [parts, setParts] = useState(false);
  const [limits, setLimits] = useState(false);
  const more = (now: number, then: number) => <span className="quiet small">{signed(now - then)}</span>;
  return (
    <section aria-label="Sums" aria-live="polite" className="totals">
      <Figure name="Points" note={more(outcome.objective, plain.objective)} expanded={parts} onOpen={() => setParts((now) => !now)}>
        {count(outcome.objective)}
      </Figure>
      <Figure name="Lines" note={more(outcome.lines, plain.lines)} onOpen={() => show(undefined)}>
        {count(outcome.lines)}
      </Figure>
      <Figure name="Unfilled" note={more(outcome.unfilled, plain.unfilled)} onOpen={() => show("unfilled")}>
        {count(outcome.unfilled)}
      </Figure>
      <Figure name="Unmatched" note={more(outcome.unmatched, plain.unmatched)} onOpen={() => show("unmatched")}>
        {count(outcome.unmatched)}
      </Figure>
      <Figure name="Differ" note={<span className="quiet small">{scenario.base ? "from the slate proposed" : "from nothing changed"}</span>} onOpen={() => show("moved")}>
        {count(base.moved)}
      </Figure>
      <Figure name="Last step" note={<span className="quiet small">{step ? `${signed(step.points)} points` : "none"}</span>} onOpen={() => show("stepped")}>
        {step ? `${count(step.moved)} moved` : "–"}
      </Figure>
      <Figure name="Locked" onOpen={() => show("locked")}>
        {count(outcome.locked)}
      </Figure>
      <div className="figure">
        <span className="small quiet">Wishes met</span>
        <strong>{outcome.wished === 0 ? "–" : percent(outcome.wishes_met.reduce((sum, one) => sum + one, 0) / outcome.wished)}</strong>
        <span className="quiet small">{outcome.wishes_met[0] ? `${count(outcome.wishes_met[0])} first` : ""}</span>
      </div>
      <Figure name="Limits" note={<span className="quiet small">{within({ ...scenario, objective: outcome.objective })}</span>} expanded={limits} onOpen={() => setLimits((now) => !now)}>
        {`${count(scenario.limits.filter(({ binds }) => binds).length)} of ${count(scenario.limits.length)} bind`}
      </Figure>
      <div className="figure">
        <span className="small quiet">Solved in</span>
        <strong>{`${Math.max(1, Math.round(scenario.seconds * 1000))} ms`}</strong>
        <span className="quiet small" title={scenario.verified}>
          proven
        </span>
      </div>
      {limits && <Limits limits={scenario.limits} objective={outcome.objective} bound={scenario.bound} gap={scenario.gap} />}
      {parts && (
        <div className="parts-of">
          <Waterfall parts={partsOf(scenario)} cost={outcome.objective} />
          <p className="small quiet">{scenario.verified}</p>
        </div>
      )}
    </section>
  );
}

function partsOf({ outcome, levers }: Scenario) {
  return outcome.parts.map((part) => {
    const lever = levers.find(({ key }) => key === part.lever);
    return { ...part, rate: lever?.value ?? 0, meaning: lever?.meaning ?? part.lever, unit: lever?.unit ?? "" };
  });
}

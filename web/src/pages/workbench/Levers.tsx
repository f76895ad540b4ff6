import { Button } from "@mantine/core";
import { useState } from "react";

import type { Scenario, ScenarioLever } from "../../api/types";
import { count, signed, words } from "../../parts/format";
import type { Steps } from "./useSteps";

/** The levers that slates are made with; letting go of a slider solves anew. */
export function Levers({ scenario, steps }: { scenario: Scenario; steps: Steps | null }) {
  const { step } = scenario;
  return (
    <section aria-label="Levers" className="bench-levers">
      <p aria-live="polite" className="small">
        {step ? `The last step changed ${count(step.moved)} assignments and ${signed(step.points)} points.` : "No step was taken yet."}
      </p>
      {(["slate", "eligibility"] as const).map((group) => (
        <fieldset key={group} disabled={!steps || steps.busy}>
          <legend>{group === "slate" ? "What choices cost" : "Who may go where"}</legend>
          {scenario.levers
            .filter((lever) => lever.group === group)
            .map((lever) => (
              <One key={`${lever.key} ${lever.value}`} lever={lever} points={scenario.outcome.parts.find((part) => part.lever === lever.key)?.points} steps={steps} />
            ))}
        </fieldset>
      ))}
    </section>
  );
}

function One({ lever, points, steps }: { lever: ScenarioLever; points: number | undefined; steps: Steps | null }) {
  const [value, setValue] = useState(lever.value);
  // The whole range of a lever is far wider than what anybody tries: the slider spans four times the value in force.
  const most = Math.min(lever.most, Math.max(4 * Math.max(lever.in_force, lever.default, 5), lever.value));
  const id = `lever-${lever.key}`;
  const send = () => {
    if (!steps || steps.busy || value === lever.value || !Number.isFinite(value)) return;
    steps.step.mutate([value === lever.in_force ? { reset_lever: { lever: lever.key } } : { set_lever: { lever: lever.key, value } }]);
  };
  return (
    <div className={`lever ${lever.value === lever.in_force ? "" : "changed"}`}>
      <label htmlFor={id} title={lever.meaning}>
        {words(lever.key)}
      </label>
      <input
        id={id}
        type="range"
        min={lever.least}
        max={most}
        step={Math.max(1, Math.round((most - lever.least) / 200))}
        value={value}
        aria-valuetext={`${count(value)} ${lever.unit}`}
        onChange={(event) => setValue(event.currentTarget.valueAsNumber)}
        onPointerUp={send}
        onKeyUp={send}
        onBlur={send}
      />
      <input
        type="number"
        aria-label={`${words(lever.key)}, exactly`}
        min={lever.least}
        max={lever.most}
        value={Number.isFinite(value) ? value : ""}
        onChange={(event) => setValue(event.currentTarget.valueAsNumber)}
        onBlur={send}
        onKeyDown={(event) => event.key === "Enter" && send()}
      />
      <span className="small quiet">
        {lever.unit}
        {lever.value === lever.in_force ? "" : `, in force ${count(lever.in_force)}`}
        {points === undefined ? "" : `; pays ${count(points)} points of this slate`}
      </span>
      {steps && lever.value !== lever.in_force && (
        <Button variant="subtle" onClick={() => steps.step.mutate([{ reset_lever: { lever: lever.key } }])}>
          Back to {count(lever.in_force)}
        </Button>
      )}
      <span className="small meaning">{lever.meaning}</span>
    </div>
  );
}

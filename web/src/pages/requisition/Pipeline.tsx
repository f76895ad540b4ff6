import type { Stage } from "../../api/types";
import { count, day } from "../../parts/format";
import { TurnCell } from "../../parts/TurnCell";

const STATES = { done: "done", current: "now", ahead: "to come" } as const;

/** The stages of the fill as a line of steps: what is done, who holds the ball, what follows. */
export function Pipeline({ stages }: { stages: Stage[] }) {
  return (
    <ol className="pipeline" aria-label="Stages of the fill">
      {stages.map((stage) => (
        <li key={stage.title} data-state={stage.state} aria-current={stage.state === "current" ? "step" : undefined}>
          <span className="stage-title">{stage.title}</span>{" "}
          <span className="small quiet">
            {stage.state === "done" && stage.done ? day(stage.done) : STATES[stage.state]}
            {typeof stage.days === "number" ? `, ${stage.days === 1 ? "1 day" : `${count(stage.days)} days`}` : ""}
          </span>
          {stage.turns.length > 0 && (
            <ul className="plain">
              {stage.turns.map((turn) => (
                <li key={`${turn.title}${turn.holder}`}>
                  {stage.turns.length > 1 && <span className="quiet">{turn.title}: </span>}
                  <TurnCell turn={turn} />
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}

import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";

import * as ask from "../../api/queries";
import type { RecommendedRow, Scenario, WorkRow, WorkWhy } from "../../api/types";
import { Answer } from "../../parts/Answer";
import { Facts } from "../../parts/Facts";
import { count, day, signed } from "../../parts/format";
import { PersonLink } from "../../parts/PersonLink";
import { Rules } from "../slate/WhyDrawer";
import { Waterfall } from "../slate/Waterfall";
import { keyOf } from "./change";
import type { Steps } from "./useSteps";

interface Props {
  scenario: Scenario;
  row: WorkRow | null;
  steps: Steps | null;
}

/** Why the row under the cursor is as it is, and what else could be. */
export function Side({ scenario, row, steps }: Props) {
  if (!row) return <p className="quiet">Choose a row to see its reasons.</p>;
  return (
    <div className="why">
      <h2>{row.person?.name ?? row.billet?.title}</h2>
      <p>
        <PersonLink person={row.person ?? null} />
        {row.person ? ` ${row.person.grade}` : "Nobody"} to{" "}
        {row.billet ? (
          <Link to="/billets/$id" params={{ id: row.billet.id }}>
            {row.billet.title} {row.billet.number}
          </Link>
        ) : (
          "no billet"
        )}
        {row.office ? `, ${row.office.code}` : ""}, {day(row.day)}.
        {row.from ? ` From ${row.from.title}.` : ""}
      </p>
      <Reasons key={`why ${keyOf(row)}`} scenario={scenario} row={row} />
      <Choices key={`else ${keyOf(row)}`} scenario={scenario} row={row} steps={steps} />
    </div>
  );
}

function Reasons({ scenario, row }: { scenario: Scenario; row: WorkRow }) {
  const why = useQuery(ask.workWhy(scenario.id, scenario.changed, row.billet?.id, row.person?.id));
  return <Answer of={why}>{(data) => <Why why={data} />}</Answer>;
}

function Why({ why }: { why: WorkWhy }) {
  const { line, unfilled, unmatched } = why;
  const open = unfilled ?? unmatched;
  return (
    <>
      <p>{line?.sentence ?? open?.sentence}</p>
      {typeof why.lock_costs === "number" && <p>The lock makes the whole slate {why.lock_costs === 0 ? "no dearer" : `${count(why.lock_costs)} points dearer`}.</p>}
      {line && (
        <>
          <h3>What it costs</h3>
          <Waterfall parts={line.parts} cost={line.cost} />
          <Facts
            of={[
              ["Price of the billet", `${count(line.price)} points`],
              ["Left unfilled it would cost", typeof line.unfilled_cost === "number" ? `${count(line.unfilled_cost)} points` : undefined],
              ["Runner-up", why.runner_up ? <PersonLink key="r" person={why.runner_up} /> : "nobody"],
            ]}
          />
          <details>
            <summary>Rules compared</summary>
            <Rules rules={line.rules} />
          </details>
        </>
      )}
      {unfilled && <Waterfall parts={unfilled.parts} cost={unfilled.cost} />}
      {open && open.near_misses.length > 0 && (
        <>
          <h3>Missed by one rule only</h3>
          <ul className="plain">
            {open.near_misses.map((miss) => (
              <li key={miss.rule}>
                {count(miss.count)}: {miss.title}
                {miss.waivable ? " Can be waived." : ""}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** The best choices for the row, each solved again exactly, with whom it would move. */
function Choices({ scenario, row, steps }: { scenario: Scenario; row: WorkRow; steps: Steps | null }) {
  const found = useQuery(ask.recommend(scenario.id, scenario.changed, row.billet?.id, row.person?.id));
  return (
    <>
      <h3>{row.billet ? "Best people for the billet" : "Best billets for the person"}</h3>
      <Answer of={found}>
        {(choices) =>
          choices.length === 0 ? (
            <p className="quiet">{row.locked ? "The pair is locked: nothing else is weighed." : "Nobody and nothing is eligible."}</p>
          ) : (
            <ul className="plain choices">
              {choices.map((choice) => (
                <Choice key={`${choice.person?.id}${choice.billet.id}`} choice={choice} byBillet={row.billet !== null} steps={steps} />
              ))}
            </ul>
          )
        }
      </Answer>
    </>
  );
}

function Choice({ choice, byBillet, steps }: { choice: RecommendedRow; byBillet: boolean; steps: Steps | null }) {
  const others = choice.moves.length - 1;
  return (
    <li>
      <details>
        <summary>
          <strong>{byBillet ? (choice.person?.name ?? "Somebody") : `${choice.billet.title} ${choice.billet.number}`}</strong>
          {": "}
          {choice.chosen ? "chosen" : `${signed(choice.costs_more)} points`}
          {choice.chosen || others <= 0 ? "" : `, moves ${count(others)} ${others === 1 ? "other" : "others"}`}
        </summary>
        <p className="small">This pair costs {count(choice.cost)} points.</p>
        <ul className="plain small">
          {choice.moves.map((moved) => (
            <li key={moved.person?.id}>
              {moved.person?.name ?? "Somebody"}: {moved.before?.title ?? "no assignment"} → {moved.after?.title ?? "no assignment"}
            </li>
          ))}
        </ul>
      </details>
      {steps && !choice.chosen && choice.person && (
        <Button
          variant="subtle"
          size="compact-xs"
          disabled={steps.busy}
          aria-label={`Lock ${choice.person.name} into ${choice.billet.title}`}
          onClick={() => choice.person && steps.step.mutate([{ lock: { person: choice.person.id, billet: choice.billet.id } }])}
        >
          lock
        </Button>
      )}
    </li>
  );
}

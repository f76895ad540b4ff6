import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";

import * as ask from "../../api/queries";
import type { Tracker } from "../../api/types";
import { useCommand } from "../../forms/useCommand";
import { Facts } from "../../parts/Facts";
import { day, words } from "../../parts/format";
import { ProblemNote } from "../../parts/ProblemNote";
import { TurnCell } from "../../parts/TurnCell";
import { useMay } from "../../parts/useMay";

/** Where the next assignment stands, who holds the ball, why this billet, and what is to be done before the arrival. */
export function TrackerSection({ person }: { person: string }) {
  const tracker = useQuery(ask.tracker(person));
  const data = tracker.data;
  if (!data?.next) return null;
  return (
    <section aria-labelledby="tracker">
      <div className="section-head">
        <h2 id="tracker">Next assignment</h2>
      </div>
      <p>{data.sentence}</p>
      <Facts
        of={[
          ["Waits for", data.turn ? data.turn.asked : undefined],
          ["With", data.turn ? <TurnCell key="t" turn={data.turn.turn} /> : undefined],
          ["Next", data.next],
          [
            "Billet",
            data.billet ? (
              <Link key="b" to="/billets/$id" params={{ id: data.billet.id }}>
                {data.billet.title}
              </Link>
            ) : undefined,
          ],
          ["Office", data.office?.code],
          ["Report", data.report ? day(data.report) : undefined],
        ]}
      />
      {data.why && (
        <details>
          <summary>Why this billet</summary>
          <p>{data.why.sentence}</p>
          <ul className="plain small">
            {data.why.rules.map((rule) => (
              <li key={rule.id}>
                {words(rule.id.replaceAll("-", "_"))}: {rule.private ?? rule.compared}
              </li>
            ))}
          </ul>
        </details>
      )}
      {data.arrival && <Checklist plan={data.arrival} tour={data.tour ?? undefined} />}
    </section>
  );
}

interface ChecklistProps {
  plan: NonNullable<Tracker["arrival"]>;
  tour: string | undefined;
}

/** The steps before the arrival, planned backwards from the report date. */
function Checklist({ plan, tour }: ChecklistProps) {
  const may = useMay();
  const record = useCommand("record_arrival_step");
  const today = useQuery(ask.about()).data?.today;
  const open = new Set(plan.steps.filter((step) => !step.done).map((step) => step.step));
  const offered = may("record_arrival_step") && tour !== undefined && today !== undefined;
  return (
    <div className="table-region" role="group" aria-label="Checklist before the arrival" tabIndex={0}>
      <table className="grid">
        <caption className="unseen">Checklist before the arrival</caption>
        <thead>
          <tr>
            <th scope="col">Step</th>
            <th scope="col">Seen to by</th>
            <th scope="col">Start by</th>
            <th scope="col">Done by</th>
            <th scope="col">Standing</th>
            {offered && <th scope="col">Record</th>}
          </tr>
        </thead>
        <tbody>
          {plan.steps.map((step) => (
            <tr key={step.step}>
              <th scope="row">{step.title}</th>
              <td>{words(step.responsible)}</td>
              <td>{day(step.start_by)}</td>
              <td>{day(step.end_by)}</td>
              <td className={step.late ? "short" : step.done ? "good" : undefined}>
                {step.done ? `done ${day(step.done)}` : step.late ? "late to start" : step.needs.some((need) => open.has(need)) ? "waits" : "can start"}
              </td>
              {offered && (
                <td>
                  {!step.done && step.step !== "orders" && !step.needs.some((need) => open.has(need)) && (
                    <Button
                      size="compact-xs"
                      variant="subtle"
                      aria-label={`${step.title} is done`}
                      onClick={() => record.mutate({ body: { tour, step: step.step, on: today } })}
                    >
                      Done
                    </Button>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {record.error && <ProblemNote error={record.error} />}
    </div>
  );
}

import { Drawer } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";

import * as ask from "../../api/queries";
import type { LinePage } from "../../api/types";
import { Answer } from "../../parts/Answer";
import { Facts } from "../../parts/Facts";
import { count, day, words } from "../../parts/format";
import { PersonLink } from "../../parts/PersonLink";
import { Waterfall } from "./Waterfall";

interface Props {
  slate: string;
  line: number | undefined;
  onClose: () => void;
}

/** Why one line is on the slate: the rules it passed, what its cost is made of, who came next. */
export function WhyDrawer({ slate, line, onClose }: Props) {
  const why = useQuery({ ...ask.why(slate, line ?? 0), enabled: line !== undefined });
  return (
    <Drawer opened={line !== undefined} onClose={onClose} title={`Why line ${line ?? ""}`} closeButtonProps={{ "aria-label": "Close" }}>
      <Answer of={why}>{(data) => <Reasons page={data} />}</Answer>
    </Drawer>
  );
}

function Reasons({ page }: { page: LinePage }) {
  const { line, why } = page;
  return (
    <div className="why">
      <p>
        <strong>{line.person?.name ?? "Somebody not yours to see"}</strong>
        {line.person ? `, ${line.person.grade},` : ""} to <strong>{line.billet.title}</strong>, {line.office.code}, from {day(line.report)} to {day(line.rotation)}
        {line.accompanied ? ", with dependents" : ""}.
      </p>
      <p>{why.sentence}</p>
      {line.reason && (
        <p>
          <strong className="short">The command does not concur:</strong> {line.reason}
        </p>
      )}
      <h3>What it costs</h3>
      <Waterfall parts={why.parts} cost={why.cost} />
      <h3>What else could be</h3>
      <Facts
        of={[
          ["Price of the billet", `${count(why.price)} points`],
          ["Left unfilled it would cost", typeof why.unfilled_cost === "number" ? `${count(why.unfilled_cost)} points` : undefined],
          ["Runner-up", why.runner_up ? <RunnerUp key="r" page={page} /> : "nobody else was eligible, or none is yours to see"],
        ]}
      />
      <h3>Rules compared</h3>
      <Rules rules={why.rules} />
      <p className="small quiet">Compared on the facts of position {count(page.compared_on)}; the figures are those the slate was proposed with.</p>
    </div>
  );
}

function RunnerUp({ page }: { page: LinePage }) {
  const more = page.why.runner_up?.costs_more ?? 0;
  return (
    <>
      <PersonLink person={page.runner_up} />, the whole slate {more === 0 ? "would cost the same" : `would cost ${count(more)} points more`}
    </>
  );
}

/** Each rule with what it compared. */
export function Rules({ rules }: { rules: LinePage["why"]["rules"] }) {
  return (
    <div className="table-region" role="group" aria-label="Rules compared" tabIndex={0}>
      <table className="grid wrap">
        <caption className="unseen">Rules compared</caption>
        <thead>
          <tr>
            <th scope="col">Rule</th>
            <th scope="col">Compared</th>
            <th scope="col">Passed</th>
          </tr>
        </thead>
        <tbody>
          {rules.map((rule) => (
            <tr key={rule.id}>
              <th scope="row" className="wraps" title={`${rule.title} (${rule.authority})`}>
                {words(rule.id.replaceAll("-", "_"))}
              </th>
              <td>{rule.private ?? rule.compared}</td>
              <td className={rule.passed ? "good" : "short"}>{rule.passed ? "yes" : rule.waivable ? "no, can be waived" : "no"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

import { Drawer } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";

import * as ask from "../../api/queries";
import type { Why } from "../../api/types";
import { Answer } from "../../parts/Answer";
import { Facts, Sealed } from "../../parts/Facts";
import { count, day, signed } from "../../parts/format";
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
      <Answer of={why}>{(data) => <Reasons why={data} />}</Answer>
    </Drawer>
  );
}

function Reasons({ why }: { why: Why }) {
  const { line } = why;
  return (
    <div className="why">
      <p>
        <strong>{line.person.name}</strong>, {line.person.grade}, to <strong>{line.billet.title}</strong>, {line.office.code}, from {day(line.report)} to {day(line.rotation)}.
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
          [
            "Runner-up",
            why.runner_up ? (
              <span key="r">
                {why.runner_up.person?.name ?? <Sealed />}, {signed(why.runner_up.costs_more)} points
              </span>
            ) : (
              "nobody else was eligible"
            ),
          ],
        ]}
      />
      {why.alternatives.length > 0 && (
        <ul className="plain">
          {why.alternatives.map((one) => (
            <li key={one.name}>
              {one.name}: the slate would cost {signed(one.costs_more)} points
            </li>
          ))}
        </ul>
      )}
      <h3>Rules compared</h3>
      <div className="table-region" role="region" aria-label="Rules compared" tabIndex={0}>
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
            {why.rules.map((rule) => (
              <tr key={rule.id}>
                <th scope="row" title={rule.authority}>
                  {rule.title}
                </th>
                <td>{rule.compared}</td>
                <td className={rule.passed ? "good" : "short"}>{rule.passed ? "yes" : rule.waivable ? "no, can be waived" : "no"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="small quiet">Computed on position {count(why.computed_on)}.</p>
    </div>
  );
}

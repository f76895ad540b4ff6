import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";

import * as ask from "../../api/queries";
import type { LineChange as Change } from "../../api/types";
import { Answer } from "../../parts/Answer";
import { count, words } from "../../parts/format";

/** What would move one line; worked out when asked, because it solves the slate once for each rule and lever. */
export function LineChange({ slate, line }: { slate: string; line: number }) {
  const [asked, setAsked] = useState(false);
  const change = useQuery({ ...ask.lineChange(slate, line), enabled: asked });
  if (!asked) {
    return (
      <Button variant="default" onClick={() => setAsked(true)}>
        What would change this line?
      </Button>
    );
  }
  return <Answer of={change}>{(data) => <Told change={data} />}</Answer>;
}

function Told({ change }: { change: Change }) {
  const { firmness } = change;
  return (
    <>
      <p>
        {firmness
          ? firmness.points === 0
            ? "A slate without this line would be as good."
            : `A slate without this line costs ${count(firmness.points)} points more, and ${count(firmness.others)} other ${firmness.others === 1 ? "person goes" : "people go"} elsewhere in it. The line would have to become that much dearer to change.`
          : "On today's facts the best slate no longer holds this line."}
      </p>
      {change.moved_by.length > 0 ? (
        <ul>
          {change.moved_by.map((step) => (
            <li key={`${step.of} ${step.name} ${String(step.to ?? "")}`}>
              {words(step.name.replaceAll("-", "_"))}: {typeof step.to === "number" ? `${count(step.from)} → ${count(step.to)}` : "waived for everybody"}
            </li>
          ))}
        </ul>
      ) : (
        <p className="quiet">No single rule waived and no lever moved by one step moves it.</p>
      )}
    </>
  );
}

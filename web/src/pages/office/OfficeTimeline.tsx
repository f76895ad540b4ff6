import { useQuery } from "@tanstack/react-query";
import { useState } from "react";

import * as ask from "../../api/queries";
import { Answer } from "../../parts/Answer";
import { addMonths } from "../../parts/format";
import { Gantt } from "../../parts/gantt/Gantt";
import { TimelineTable } from "../../parts/gantt/TimelineTable";
import { Toggle } from "../../parts/Toggle";

type Span = "close" | "wide";

export function OfficeTimeline({ id, today }: { id: string; today: string }) {
  const [view, setView] = useState<"drawn" | "table">("drawn");
  const [span, setSpan] = useState<Span>("wide");
  const from = addMonths(today, span === "wide" ? -24 : -6);
  const until = addMonths(today, span === "wide" ? 36 : 18);
  const timeline = useQuery({ ...ask.timeline(id, from, until), enabled: today !== "" });
  return (
    <section aria-labelledby="timeline">
      <div className="section-head">
        <h2 id="timeline">Billets over time</h2>
        <span className="space" />
        <Toggle
          label="Span"
          value={span}
          onChange={setSpan}
          of={[
            { value: "wide", label: "5 years" },
            { value: "close", label: "2 years" },
          ]}
        />
        <Toggle
          label="Look"
          value={view}
          onChange={setView}
          of={[
            { value: "drawn", label: "Drawn" },
            { value: "table", label: "Table" },
          ]}
        />
      </div>
      <Answer of={timeline}>
        {(data) =>
          data.billets.length === 0 ? (
            <p className="quiet">No billets in these years that you may see.</p>
          ) : view === "drawn" ? (
            <Gantt timeline={data} today={today} />
          ) : (
            <TimelineTable billets={data.billets} caption="Billets over time, as a table" />
          )
        }
      </Answer>
    </section>
  );
}

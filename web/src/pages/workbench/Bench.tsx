import { Button, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useState } from "react";

import * as ask from "../../api/queries";
import type { Scenario, ScenarioRow, WorkRow } from "../../api/types";
import { Answer } from "../../parts/Answer";
import { ProblemNote } from "../../parts/ProblemNote";
import { Toggle } from "../../parts/Toggle";
import { useMay } from "../../parts/useMay";
import { Comparing } from "./Comparing";
import { FillMap } from "./FillMap";
import { Levers } from "./Levers";
import { Overridden } from "./Overridden";
import { Sheet } from "./Sheet";
import { Side } from "./Side";
import { Totals } from "./Totals";
import { useSteps } from "./useSteps";

const route = getRouteApi("/cycles/$id/workbench");

/** One scenario: its sums, its sheet with the reasons beside it, its levers, its map, and how it compares. */
export function Bench({ id, others }: { id: string; others: ScenarioRow[] }) {
  const scenario = useQuery(ask.scenario(id));
  return <Answer of={scenario}>{(data) => <Open scenario={data} others={others} />}</Answer>;
}

type View = "sheet" | "levers" | "map" | "compare";

function Open({ scenario, others }: { scenario: Scenario; others: ScenarioRow[] }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const may = useMay();
  const steps = useSteps(scenario);
  const [row, setRow] = useState<WorkRow | null>(null);
  const view: View = search.view ?? "sheet";
  const set = (change: Partial<typeof search>) => void navigate({ search: (now) => ({ ...now, ...change }), replace: true });
  const edits = may("change_scenario");
  return (
    <>
      <Totals scenario={scenario} show={(show) => set({ view: undefined, show })} />
      <div className="section-head">
        <Toggle
          label="What to look at"
          value={view}
          onChange={(next) => set({ view: next === "sheet" ? undefined : next })}
          of={[
            { value: "sheet", label: "Sheet" },
            { value: "levers", label: "Levers" },
            { value: "map", label: "Map" },
            { value: "compare", label: "Compare" },
          ]}
        />
        <span className="space" />
        {edits && <Acts scenario={scenario} steps={steps} />}
      </div>
      {steps.error && <ProblemNote error={steps.error} />}
      {view === "sheet" && (
        <div className="bench-body">
          <Sheet scenario={scenario} steps={steps} edits={edits} search={search} set={set} onRow={setRow} />
          <aside className="bench-side" aria-label="Reasons" tabIndex={0}>
            <Side scenario={scenario} row={row} steps={edits ? steps : null} />
            <Overridden scenario={scenario} steps={edits ? steps : null} />
          </aside>
        </div>
      )}
      {view === "levers" && <Levers scenario={scenario} steps={edits ? steps : null} />}
      {view === "map" && <FillMap scenario={scenario} />}
      {view === "compare" && <Comparing scenario={scenario} others={others} with_={search.with} set={(given) => set({ with: given })} />}
    </>
  );
}

/** Rename, discard, adopt. What cannot be taken back asks once more. */
function Acts({ scenario, steps }: { scenario: Scenario; steps: ReturnType<typeof useSteps> }) {
  const navigate = useNavigate();
  const [asked, setAsked] = useState<"rename" | "discard" | "adopt" | null>(null);
  const [name, setName] = useState(scenario.name);
  if (asked === "rename") {
    return (
      <form
        className="branch"
        onSubmit={(event) => {
          event.preventDefault();
          steps.rename.mutate(name, { onSuccess: () => setAsked(null) });
        }}
      >
        <TextInput aria-label="New name" value={name} onChange={(event) => setName(event.currentTarget.value)} />
        <Button type="submit" loading={steps.rename.isPending}>Rename</Button>
        <Button variant="subtle" onClick={() => setAsked(null)}>Keep the name</Button>
      </form>
    );
  }
  if (asked === "discard") {
    return (
      <>
        <span>Discard {scenario.name} for good?</span>
        <Button color="orange" loading={steps.discard.isPending} onClick={() => steps.discard.mutate()}>Discard it</Button>
        <Button variant="subtle" onClick={() => setAsked(null)}>Keep it</Button>
      </>
    );
  }
  if (asked === "adopt") {
    const proposed = () =>
      steps.adopt.mutate(undefined, {
        onSuccess: (taken) => {
          const slate = taken.created.find((one) => one.startsWith("S"));
          if (slate) void navigate({ to: "/slates/$id", params: { id: slate } });
        },
      });
    return (
      <>
        <span>Propose the {scenario.outcome.lines.toLocaleString("en-US")} lines to the commands?</span>
        <Button loading={steps.adopt.isPending} onClick={proposed}>Propose them</Button>
        <Button variant="subtle" onClick={() => setAsked(null)}>Not yet</Button>
      </>
    );
  }
  return (
    <>
      <Button variant="default" disabled={scenario.steps === 0} loading={steps.undo.isPending} onClick={() => steps.undo.mutate()}>
        Undo
      </Button>
      <Button variant="default" onClick={() => setAsked("rename")}>Rename</Button>
      <Button variant="default" onClick={() => setAsked("discard")}>Discard</Button>
      <Button onClick={() => setAsked("adopt")}>Adopt</Button>
    </>
  );
}

import { Button, NativeSelect, NumberInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useEffect, useState } from "react";

import * as ask from "../../api/queries";
import type { Simulation, SimulationParts } from "../../api/types";
import { Answer } from "../../parts/Answer";
import { Figure } from "../../parts/Figure";
import { count } from "../../parts/format";
import { ProblemNote } from "../../parts/ProblemNote";
import { Title } from "../../shell/Title";
import { Arrivals, People } from "./Changes";
import { Result } from "./Result";
import { figure } from "./ranges";
import { useSimulation, type Asked } from "./useSimulation";

const route = getRouteApi("/studio");

/** The studio: what staffing, a slate or other demand change in the times of cases, by simulation. */
export function StudioPage() {
  const parts = useQuery(ask.simulationParts());
  return (
    <div className="page">
      <Title>Studio</Title>
      <div className="page-head">
        <h1>Simulation studio</h1>
        <span className="quiet">What other staffing, or other demand, changes in the times of cases.</span>
      </div>
      <Answer of={parts}>{(data) => <Studio of={data} />}</Answer>
    </div>
  );
}

function Studio({ of }: { of: SimulationParts }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const simulating = useSimulation(search.simulation);
  const { now } = simulating;
  const id = now?.id;
  useEffect(() => {
    if (id !== undefined) void navigate({ search: { simulation: id }, replace: true });
  }, [id, navigate]);
  return (
    <>
      <section className="totals" aria-label="What is simulated">
        <Figure name="Cases before their offer">{count(of.standing)}</Figure>
        <Figure name="Letters of request a day">{figure(of.arrivals)}</Figure>
        <Figure name="Pools of people">{count(of.pools.length)}</Figure>
        <Figure name="Complete histories">{count(of.histories)}</Figure>
      </section>
      {of.synthetic && <p className="quiet">Made from synthetic histories: nothing here proves anything of the real world.</p>}
      <Form key={search.simulation ?? "new"} of={of} given={now} slate={search.slate} onRun={simulating.begin} busy={now?.state === "running"} />
      {simulating.error && <ProblemNote error={simulating.error} />}
      {now && (
        <section aria-label="Result">
          <h2>{heading(now)}</h2>
          <Result of={now} onCancel={simulating.cancel} />
        </section>
      )}
    </>
  );
}

function heading({ ask: { of, slate, scenario } }: Simulation): string {
  if (of === "worth") return "One more person, pool by pool";
  if (slate) return `What slate ${slate} buys`;
  return scenario ? `What scenario ${scenario} buys` : "What the changes do";
}

interface Props {
  of: SimulationParts;
  given: Simulation | undefined;
  slate: string | undefined;
  onRun: (asked: Asked) => void;
  busy: boolean;
}

function Form({ of, given, slate, onRun, busy }: Props) {
  const before = given?.ask;
  const cycles = useQuery(ask.cycles());
  const [chosen, setChosen] = useState(before?.slate ?? slate ?? "");
  const [people, setPeople] = useState(before?.people ?? []);
  const [arrivals, setArrivals] = useState(before?.arrivals ?? []);
  const [months, setMonths] = useState<number>(before?.months ?? 24);
  const slates = (cycles.data ?? []).flatMap((cycle) => (cycle.slate ? [{ value: cycle.slate.id, label: `${cycle.slate.id}, ${cycle.name}` }] : []));
  const nothing = chosen === "" && people.length === 0 && arrivals.length === 0;
  return (
    <form
      className="studio"
      onSubmit={(event) => {
        event.preventDefault();
        onRun({ slate: chosen === "" ? null : chosen, people, arrivals, months });
      }}
    >
      <div className="change">
        <NativeSelect size="xs" label="Slate" value={chosen} data={[{ value: "", label: "no slate" }, ...slates]} onChange={(event) => setChosen(event.currentTarget.value)} />
        <NumberInput size="xs" label="Months simulated" value={months} min={6} max={60} allowDecimal={false} onChange={(value) => setMonths(typeof value === "number" ? value : 24)} />
      </div>
      <People of={people} onChange={setPeople} pools={of.pools} />
      <Arrivals of={arrivals} onChange={setArrivals} commands={of.commands} countries={of.countries} />
      <div className="change">
        <Button type="submit" size="xs" disabled={busy || nothing} title={nothing ? "Choose a slate or add a change first" : undefined}>
          Simulate
        </Button>
        <Button type="button" size="xs" variant="default" disabled={busy} onClick={() => onRun({ of: "worth", months, sets: 6, replications: 2 })}>
          Where is the next person worth most?
        </Button>
      </div>
    </form>
  );
}

import { Button, Tabs, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";

import { command } from "../../api/client";
import * as ask from "../../api/queries";
import type { ScenarioRow } from "../../api/types";
import { Answer } from "../../parts/Answer";
import { count, period } from "../../parts/format";
import { ProblemNote } from "../../parts/ProblemNote";
import { useMay } from "../../parts/useMay";
import { Title } from "../../shell/Title";
import { Bench } from "./Bench";

const route = getRouteApi("/cycles/$id/workbench");

/** A cycle's scenarios in tabs: branch one, change it, see what follows, compare, adopt. */
export function WorkbenchPage() {
  const { id } = route.useParams();
  const cycle = useQuery(ask.cycle(id));
  const scenarios = useQuery(ask.scenarios(id));
  return (
    <div className="page workbench">
      <Answer of={cycle}>
        {(data) => (
          <>
            <Title>{`Workbench, ${data.name}`}</Title>
            <div className="page-head">
              <h1>Workbench</h1>
              <span className="quiet">
                <Link to="/cycles/$id" params={{ id }}>
                  {data.name}
                </Link>
                , {period(data.window)}
              </span>
              <span className="space" />
              {data.slate && (
                <Link to="/slates/$id" params={{ id: data.slate.id }}>
                  The slate proposed: {count(data.slate.lines)} lines
                </Link>
              )}
            </div>
            <Answer of={scenarios}>{(rows) => <Scenarios cycle={id} rows={rows} />}</Answer>
          </>
        )}
      </Answer>
    </div>
  );
}

function Scenarios({ cycle, rows }: { cycle: string; rows: ScenarioRow[] }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const may = useMay();
  const open = rows.filter((row) => !row.ended);
  const shown = open.find((row) => row.id === search.scenario) ?? open[0];
  const show = (scenario: string | undefined) => void navigate({ search: { scenario }, replace: true });
  return (
    <>
      <div className="section-head scenario-tabs">
        {open.length > 0 && (
          <Tabs value={shown?.id ?? null} onChange={(next) => show(next ?? undefined)} keepMounted={false}>
            <Tabs.List aria-label="Scenarios">
              {open.map((row) => (
                <Tabs.Tab key={row.id} value={row.id}>
                  {row.name} <span className="quiet small">{row.differences > 0 ? count(row.differences) : ""}</span>
                </Tabs.Tab>
              ))}
            </Tabs.List>
            {open.map((row) => (
              <Tabs.Panel key={row.id} value={row.id} aria-label={row.name}>
                {null}
              </Tabs.Panel>
            ))}
          </Tabs>
        )}
        {may("branch_scenario") && <Branch cycle={cycle} of={shown} taken={open.map((row) => row.name)} onDone={show} />}
      </div>
      {shown ? (
        <Bench key={shown.id} id={shown.id} others={open.filter((row) => row.id !== shown.id)} />
      ) : (
        <p className="quiet">
          No scenario is open. A scenario is a what-if of this cycle: levers, locks and wishes that differ from what is in force. Nothing is
          proposed before one is adopted.
        </p>
      )}
    </>
  );
}

interface BranchProps {
  cycle: string;
  of: ScenarioRow | undefined;
  taken: string[];
  onDone: (scenario: string | undefined) => void;
}

/** Begins a scenario with the changes of the one on screen, or with none. */
function Branch({ cycle, of, taken, onDone }: BranchProps) {
  const client = useQueryClient();
  const free = (stem: string) => {
    let [name, number] = [stem, 2];
    while (taken.includes(name)) name = `${stem} ${number++}`;
    return name;
  };
  const [typed, setTyped] = useState("");
  const name = typed.trim() || free(of ? `${of.name} branch` : "First scenario");
  const branch = useMutation({
    mutationFn: () => command("branch_scenario", { cycle, name, of: of?.id ?? null }, crypto.randomUUID()),
    onSuccess: async (made) => {
      setTyped("");
      await client.invalidateQueries();
      onDone(made.created.find((id) => id.startsWith("Z")));
    },
  });
  return (
    <form
      className="branch"
      onSubmit={(event) => {
        event.preventDefault();
        branch.mutate();
      }}
    >
      <TextInput aria-label="Name of the new scenario" placeholder={name} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
      <Button type="submit" variant={of ? "default" : "filled"} loading={branch.isPending}>
        {of ? "Branch this one" : "Branch the cycle"}
      </Button>
      {branch.isError && <ProblemNote error={branch.error} />}
    </form>
  );
}

import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";

import * as ask from "../../api/queries";
import type { Cycle } from "../../api/types";
import { Answer } from "../../parts/Answer";
import { Facts } from "../../parts/Facts";
import { count, day, period } from "../../parts/format";
import { Toggle } from "../../parts/Toggle";
import { useMay } from "../../parts/useMay";
import { VirtualTable } from "../../parts/VirtualTable";
import { Title } from "../../shell/Title";
import { MOVERS, OPENINGS } from "./columns";
import { BallotCounts } from "./BallotCounts";
import { Between } from "./Between";
import { CloseCycle } from "./CloseCycle";
import { Compute } from "./Compute";
import { Stable } from "./Stable";

const route = getRouteApi("/cycles/$id");

/** One assignment cycle: what falls open, who moves, by which levers, and the slate that follows. */
export function CyclePage() {
  const { id } = route.useParams();
  const cycle = useQuery(ask.cycle(id));
  const may = useMay();
  return (
    <div className="page">
      <Answer of={cycle}>
        {(data) => (
          <>
            <Title>{data.name}</Title>
            <div className="page-head">
              <h1>{data.name}</h1>
              <span className="quiet">{period(data.window)}</span>
              <span className="space" />
              {may("compute_slate") && !data.closed && (
                <Link to="/cycles/$id/workbench" params={{ id }}>
                  Workbench
                </Link>
              )}
              {data.slate && (
                <Link to="/slates/$id" params={{ id: data.slate.id }}>
                  The slate proposed: {count(data.slate.lines)} lines
                </Link>
              )}
            </div>
            <CycleFacts cycle={data} />
            {data.ballot && <BallotCounts ballot={data.ballot} />}
            <CloseCycle cycle={data} />
            {may("propose_slate") && !data.closed && <Compute cycle={data} />}
            {may("propose_slate") && !data.closed && data.ballot && <Stable cycle={data} />}
            {may("propose_slate") && !data.closed && data.ballot && <Between cycle={data} />}
            <Sides id={id} cycle={data} />
          </>
        )}
      </Answer>
    </div>
  );
}

function CycleFacts({ cycle }: { cycle: Cycle }) {
  return (
    <Facts
      of={[
        ["Scope", cycle.scope.map((one) => one.code).join(", ") || "whole service"],
        ["Opened", day(cycle.opened)],
        ["Closed", cycle.closed ? day(cycle.closed) : "open"],
        ["Movers", count(cycle.movers)],
        ["Openings", count(cycle.openings)],
        ["Ranked lists", count(cycle.preferences)],
      ]}
    />
  );
}

type Side = "openings" | "movers" | "levers";

function Sides({ id, cycle }: { id: string; cycle: Cycle }) {
  const [side, setSide] = useState<Side>("openings");
  return (
    <>
      <div className="section-head">
        <Toggle
          label="What to list"
          value={side}
          onChange={setSide}
          of={[
            { value: "openings", label: `Openings ${count(cycle.openings)}` },
            { value: "movers", label: `Movers ${count(cycle.movers)}` },
            { value: "levers", label: "Levers" },
          ]}
        />
      </div>
      {side === "openings" && <VirtualTable caption="Openings" columns={OPENINGS} query={ask.openings(id)} rowKey={(row) => row.billet.id} />}
      {side === "movers" && <VirtualTable caption="Movers" columns={MOVERS} query={ask.movers(id)} rowKey={(row) => row.person?.id ?? row.billet?.id ?? row.free} />}
      {side === "levers" && (
        <ul className="plain">
          {cycle.levers.map((lever) => (
            <li key={lever.key}>
              <Link to="/levers" hash={lever.key}>
                {count(lever.value)} {lever.unit}
              </Link>{" "}
              {lever.meaning}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

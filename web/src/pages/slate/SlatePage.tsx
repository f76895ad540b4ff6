import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useMemo, useState } from "react";

import * as ask from "../../api/queries";
import type { Slate } from "../../api/types";
import { Answer } from "../../parts/Answer";
import { ChoiceFilter, Filters, TextFilter } from "../../parts/Filters";
import { count, day } from "../../parts/format";
import { Toggle } from "../../parts/Toggle";
import { VirtualTable } from "../../parts/VirtualTable";
import { Title } from "../../shell/Title";
import { useMay } from "../../parts/useMay";
import { Blocking } from "./Blocking";
import { Buys } from "./Buys";
import { Coordination } from "./Coordination";
import { unfilledColumns, unmatchedColumns } from "./columns";
import { Lines } from "./Lines";
import { Prices } from "./Prices";
import { Progress } from "./Progress";
import { Relaxations, type Asked } from "./Relaxations";
import { SlateLimits } from "./SlateLimits";
import { WhyDrawer } from "./WhyDrawer";

const route = getRouteApi("/slates/$id");

const STATUSES = [
  ["proposed", "proposed"],
  ["concurred", "concurred"],
  ["nonconcurred", "not concurred"],
  ["endorsed", "endorsed"],
] as const;

/** A proposed slate: its lines with their reasons, what stays open, and how far its coordination is. */
export function SlatePage() {
  const { id } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const slate = useQuery(ask.slate(id));
  const may = useMay();
  const [asked, setAsked] = useState<Asked | null>(null);
  const columns = useMemo(() => ({ unfilled: unfilledColumns(setAsked), unmatched: unmatchedColumns(setAsked) }), []);
  const set = (change: Partial<typeof search>) => void navigate({ search: (now) => ({ ...now, ...change }), replace: true });
  const view = search.view ?? "lines";
  const filters = { q: search.q, command: search.command, status: search.status };
  return (
    <div className="page">
      <Answer of={slate}>
        {(data) => (
          <>
            <Title>{`Slate ${data.id}`}</Title>
            <Head slate={data} />
            <Coordination slate={data} />
            <Progress slate={data} command={search.command} onCommand={(command) => set({ command, view: undefined })} />
            <div className="section-head">
              <Toggle
                label="What to list"
                value={view}
                onChange={(next) => set({ view: next === "lines" ? undefined : next, line: undefined })}
                of={[
                  { value: "lines", label: `Lines ${count(data.lines)}` },
                  { value: "unfilled", label: `Unfilled ${count(data.unfilled)}` },
                  { value: "unmatched", label: `Unmatched ${count(data.unmatched)}` },
                  { value: "limits", label: "Limits" },
                  ...(may("see_cases") && may("see_slates") ? [{ value: "buys" as const, label: "What it buys" }] : []),
                  { value: "blocking", label: "Blocking pairs" },
                  ...(may("compute_slate") ? [{ value: "prices" as const, label: "Prices" }] : []),
                ]}
              />
              <span className="space" />
              {view === "lines" && (
                <Filters>
                  <TextFilter label="Person, billet or office" value={search.q} onChange={(q) => set({ q })} />
                  <ChoiceFilter
                    label="Command"
                    all="all commands"
                    of={data.by_command.map(({ command }) => [command.id, command.code] as const)}
                    value={search.command}
                    onChange={(command) => set({ command })}
                  />
                  <ChoiceFilter
                    label="Status"
                    all="every status"
                    of={STATUSES}
                    value={search.status}
                    onChange={(status) => set({ status })}
                  />
                </Filters>
              )}
            </div>
            {view === "lines" && <Lines slate={data} filters={filters} onWhy={(line) => set({ line })} />}
            {view === "unfilled" && <VirtualTable caption="Openings left unfilled, with why" columns={columns.unfilled} query={ask.unfilled(id)} rowKey={(row) => row.billet.id} />}
            {view === "unmatched" && <VirtualTable caption="People left unmatched, with why" columns={columns.unmatched} query={ask.unmatched(id)} rowKey={(row) => row.why?.person ?? row.person?.id ?? ""} />}
            {view === "limits" && <SlateLimits slate={id} />}
            {view === "buys" && <Buys slate={id} />}
            {view === "blocking" && <Blocking slate={id} />}
            {view === "prices" && <Prices slate={id} />}
            <Relaxations slate={id} asked={asked} onClose={() => setAsked(null)} />
            <WhyDrawer slate={id} line={search.line} onClose={() => set({ line: undefined })} />
          </>
        )}
      </Answer>
    </div>
  );
}

function Head({ slate }: { slate: Slate }) {
  return (
    <div className="page-head">
      <h1>Slate {slate.id}</h1>
      <span className="quiet">
        <Link to="/cycles/$id" params={{ id: slate.cycle }}>
          {slate.cycle_name}
        </Link>
        , proposed {day(slate.proposed)}, computed on position {count(slate.base)}, {chosen(slate.method)}, cost {count(slate.objective)} points
      </span>
      {slate.withdrawn && <strong className="short">withdrawn {day(slate.withdrawn)}</strong>}
    </div>
  );
}

function chosen(method: Slate["method"]): string {
  if (method === "least_cost") return "of least cost";
  if ("member_optimal" in method) return `stable, best for members, lottery seed ${method.member_optimal.seed}`;
  if ("office_optimal" in method) return `stable, best for offices, lottery seed ${method.office_optimal.seed}`;
  if ("few_blocking" in method) return `the least costly found with at most ${count(method.few_blocking.most)} blocking pairs, lottery seed ${method.few_blocking.seed}`;
  return `the most stable found within ${count(method.near_least_cost.points)} points of the least cost, lottery seed ${method.near_least_cost.seed}`;
}

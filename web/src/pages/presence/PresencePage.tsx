import { getRouteApi } from "@tanstack/react-router";

import * as ask from "../../api/queries";
import { AUGMENTATIONS, ChoiceFilter, Filters, STATES, TextFilter } from "../../parts/Filters";
import { Toggle } from "../../parts/Toggle";
import { VirtualTable } from "../../parts/VirtualTable";
import { Title } from "../../shell/Title";
import { CommandSelect } from "../picture/Controls";
import { AUGMENTED, DIVERTED } from "./columns";

const route = getRouteApi("/presence");

/** Who is present for a time beside those assigned: without a billet, or diverted from another office. */
export function PresencePage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const set = (change: Partial<typeof search>) => void navigate({ search: (now) => ({ ...now, ...change }), replace: true });
  const view = search.view ?? "augmentations";
  const { command, state } = search;
  return (
    <div className="page">
      <Title>Presence</Title>
      <div className="page-head">
        <h1>Present for a time</h1>
        <span className="space" />
        <Toggle
          label="What to list"
          value={view}
          onChange={(next) => set({ view: next === "augmentations" ? undefined : next })}
          of={[
            { value: "augmentations", label: "Without a billet" },
            { value: "diversions", label: "Diverted" },
          ]}
        />
        <Filters>
          <CommandSelect value={command} onChange={(next) => set({ command: next })} />
          <ChoiceFilter label="State" all="every state" of={STATES} value={state} onChange={(next) => set({ state: next })} />
          {view === "augmentations" && (
            <>
              <ChoiceFilter label="Kind" all="every kind" of={AUGMENTATIONS} value={search.kind} onChange={(kind) => set({ kind })} />
              <TextFilter label="Document or office" value={search.q} onChange={(q) => set({ q })} />
            </>
          )}
        </Filters>
      </div>
      {view === "augmentations" ? (
        <VirtualTable key="a" caption="People present without a billet" columns={AUGMENTED} query={ask.augmentations({ command, state, kind: search.kind, q: search.q })} rowKey={(row) => row.id} />
      ) : (
        <VirtualTable key="d" caption="People diverted" columns={DIVERTED} query={ask.diversions({ command, state })} rowKey={(row) => row.id} />
      )}
    </div>
  );
}

import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";

import * as ask from "../../api/queries";
import type { BallotRow } from "../../api/types";
import { Answer } from "../../parts/Answer";
import { ChoiceFilter } from "../../parts/Filters";
import { day } from "../../parts/format";
import { Toggle } from "../../parts/Toggle";
import { Title } from "../../shell/Title";
import { OfficeSide } from "./OfficeSide";
import { OwnSide } from "./OwnSide";

const route = getRouteApi("/ballot");

/** A member ranks openings here, and an office its candidates: each the own, sealed until the deadline. */
export function BallotPage() {
  const ballots = useQuery(ask.ballots());
  return (
    <div className="page">
      <Title>Ballot</Title>
      <Answer of={ballots}>{(rows) => <Chosen rows={rows} />}</Answer>
    </div>
  );
}

function Chosen({ rows }: { rows: BallotRow[] }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const row = rows.find(({ cycle }) => cycle === search.cycle) ?? rows[0];
  const set = (change: Partial<typeof search>) => void navigate({ search: (now) => ({ ...now, ...change }), replace: true });
  if (!row) {
    return (
      <>
        <h1>Ballot</h1>
        <p>No open cycle has a ballot in which you have a part.</p>
      </>
    );
  }
  const office = row.as_office && (search.office === true || !row.as_member);
  return (
    <>
      <div className="page-head">
        <h1>{row.name}</h1>
        <span className="quiet">{office ? `offices rank until ${day(row.offices_until)}` : `members rank until ${day(row.members_until)}`}</span>
        <span className="space" />
        {rows.length > 1 && (
          <ChoiceFilter
            label="Cycle"
            all={rows[0]?.name ?? ""}
            of={rows.slice(1).map((one) => [one.cycle, one.name] as const)}
            value={row.cycle === rows[0]?.cycle ? undefined : row.cycle}
            onChange={(cycle) => set({ cycle, billet: undefined })}
          />
        )}
        {row.as_member && row.as_office && (
          <Toggle
            label="Which side"
            value={office ? "office" : "own"}
            onChange={(side) => set({ office: side === "office" || undefined, billet: undefined })}
            of={[
              { value: "own", label: "My own ballot" },
              { value: "office", label: "My office's candidates" },
            ]}
          />
        )}
      </div>
      {office ? <OfficeSide key={row.cycle} cycle={row.cycle} /> : <OwnSide key={row.cycle} cycle={row.cycle} />}
    </>
  );
}

import { getRouteApi } from "@tanstack/react-router";
import { keepPreviousData, useQuery } from "@tanstack/react-query";

import * as ask from "../../api/queries";
import type { Outlook } from "../../api/types";
import { Answer } from "../../parts/Answer";
import { day } from "../../parts/format";
import { Title } from "../../shell/Title";
import { CommandSelect } from "../picture/Controls";
import { Assumptions } from "./Assumptions";
import { expected } from "./figures";
import { Closing } from "./Closing";
import { Method } from "./Method";
import { MissingChart } from "./MissingChart";
import { Shortages } from "./Shortages";

const route = getRouteApi("/outlook");

/** The next five years: who will be missing where, under which assumptions, and what would close it. */
export function OutlookPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { by, ...query } = search;
  const outlook = useQuery({ ...ask.outlook(query), placeholderData: keepPreviousData });
  const set = (change: Partial<typeof search>) => void navigate({ search: (old) => ({ ...old, ...change }), replace: true, resetScroll: false });
  return (
    <div className="page">
      <Title>Outlook</Title>
      <div className="page-head">
        <h1>The next five years</h1>
        <span className="quiet">Expected values of a cycle a year. Nothing here is decided or changed.</span>
        <span className="space" />
        <CommandSelect value={search.command} onChange={(command) => set({ command })} />
      </div>
      <Answer of={outlook}>
        {(data) => (
          <>
            <div className="outlook-head" aria-busy={outlook.isFetching}>
              <div className="outlook-whole">
                <p aria-live="polite">
                  <Summary outlook={data} />
                </p>
                <MissingChart outlook={data} height={250} />
              </div>
              <Assumptions outlook={data} set={set} />
            </div>
            <Shortages outlook={data} by={by ?? "command"} set={(next) => set({ by: next === "command" ? undefined : next })} />
            <Closing outlook={data} />
            <Method />
          </>
        )}
      </Answer>
    </div>
  );
}

/** The answer in one sentence. */
function Summary({ outlook }: { outlook: Outlook }) {
  const [now, last] = [outlook.total[0], outlook.total.at(-1)];
  if (!now || !last) return null;
  return (
    <>
      <strong>{expected(now.missing)}</strong> of {now.demand.toLocaleString("en-US")} billets lack somebody today. On {day(outlook.days.at(-1))} it is{" "}
      <strong>{expected(last.missing)}</strong> of {last.demand.toLocaleString("en-US")}, between {expected(last.least)} and {expected(last.most)} within the spread.
    </>
  );
}

import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";

import * as ask from "../../api/queries";
import { Answer } from "../../parts/Answer";
import { day } from "../../parts/format";
import { Title } from "../../shell/Title";
import { Controls } from "./Controls";
import { DateSlider } from "./DateSlider";
import { Lost } from "./Lost";
import { NoPicture } from "./NoPicture";
import { PictureTable } from "./PictureTable";
import { Tiles } from "./Tiles";
import { FillChart } from "../projection/FillChart";
import { WorldMap } from "./WorldMap";

const route = getRouteApi("/");

/** Strength against authorised and required strength, anywhere, on any date; for those who may ask for totals. */
export function PicturePage() {
  const session = useQuery(ask.session());
  if (!session.data) return null;
  return session.data.may.includes("see_totals") ? <WorldPicture /> : <NoPicture session={session.data} />;
}

/** A map and its equal table, the day they are of, and where fill is going. */
function WorldPicture() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const about = useQuery(ask.about());
  const [pointed, setPointed] = useState<string | null>(null);
  const today = about.data?.today ?? "";
  const on = search.on ?? today;
  const [lens, metric] = [search.lens ?? "place", search.show ?? "fill"];
  // A workload standard exists for offices in countries only: a country's sum may hold a headquarters too, so what is
  // required is shown office by office.
  const drawn = metric === "required" ? "office" : "country";
  const by = search.by ?? drawn;
  const asked = { on, lens, command: search.command, plans: search.plans ?? true };
  const ready = on !== "";
  const mapped = useQuery({ ...ask.picture({ ...asked, by: drawn }), enabled: ready });
  const grouped = useQuery({ ...ask.picture({ ...asked, by }), enabled: ready });
  const set = (change: Partial<typeof search>) =>
    void navigate({ search: (now) => ({ ...now, ...change }), replace: true });

  return (
    <div className="page picture">
      <Title>The picture</Title>
      <div className="page-head">
        <h1>The picture</h1>
        <span className="quiet">
          {on === today ? "today, " : ""}
          {day(on)}
        </span>
        <span className="space" />
        <Controls search={search} by={by} set={set} />
      </div>
      <Answer of={grouped}>{(picture) => <Tiles picture={picture} />}</Answer>
      <Lost command={search.command} />
      <div className="picture-body">
        <section className="picture-map" aria-label="Map">
          {mapped.data ? (
            <WorldMap rows={metric === "required" ? mapped.data.rows.filter((row) => typeof row.required === "number") : mapped.data.rows} metric={metric} pointed={pointed} onPoint={setPointed} command={search.command} />
          ) : (
            <div className="map-space" />
          )}
          {ready && <DateSlider today={today} on={on} onChange={(next) => set({ on: next === today ? undefined : next })} />}
          <Ahead command={search.command} />
        </section>
        <section className="picture-table" aria-label="Table">
          <Answer of={grouped}>
            {(picture) => (
              <>
                <PictureTable picture={picture} by={by} metric={metric} pointed={pointed} onPoint={setPointed} />
                <p className="small quiet">
                  {picture.rows.length} rows{metric === "required" ? "; required is v validated, i indicated by the workload model, m both" : ""}
                  {picture.note ? `. ${picture.note}` : ""}
                </p>
              </>
            )}
          </Answer>
        </section>
      </div>
    </div>
  );
}

/** Where fill is going, under the day that is shown. */
function Ahead({ command }: { command: string | undefined }) {
  const projection = useQuery(ask.projection({ command }));
  if (!projection.data) return null;
  return (
    <div className="ahead">
      <FillChart projection={projection.data} height={112} title="The next 36 months" small />
      <Link to="/projection" className="small">
        each command, and as a table
      </Link>
    </div>
  );
}

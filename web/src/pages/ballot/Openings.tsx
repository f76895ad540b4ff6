import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";

import * as ask from "../../api/queries";
import type { ShotRow } from "../../api/types";
import { Answer } from "../../parts/Answer";
import { AREAS, ChoiceFilter, Filters, FlagFilter, TextFilter } from "../../parts/Filters";
import { count, day, words } from "../../parts/format";

const route = getRouteApi("/ballot");
/** Openings shown at first, and more with each asking. */
const STEP = 25;

interface Props {
  cycle: string;
  open: boolean;
  ranked: string[];
  full: boolean;
  compared: string[];
  onRank: (row: ShotRow) => void;
  onFavour: (billet: string) => void;
  onCompare: (billet: string) => void;
  onShow: (billet: string) => void;
}

/** The openings of the cycle with the member's chance in each, the best chance first. */
export function Openings(props: Props) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const set = (change: Partial<typeof search>) => void navigate({ search: (now) => ({ ...now, ...change }), replace: true });
  const [limit, setLimit] = useState(STEP);
  const filter = { eligible: search.eligible ?? true, favourites: search.favourites, area: search.area, q: search.q };
  const openings = useQuery(ask.shots(props.cycle, filter, limit));
  return (
    <section aria-labelledby="openings">
      <div className="section-head">
        <h2 id="openings">Openings</h2>
      </div>
      <Filters>
        <TextFilter label="Title, office, post or country" value={search.q} onChange={(q) => set({ q })} />
        <ChoiceFilter label="Functional area" all="every area" of={AREAS} value={search.area} onChange={(area) => set({ area })} />
        <FlagFilter label="Only where I am eligible" value={filter.eligible ? true : undefined} onChange={(only) => set({ eligible: only ? undefined : false })} />
        <FlagFilter label="Only my shortlist" value={search.favourites} onChange={(favourites) => set({ favourites })} />
      </Filters>
      <Answer of={openings}>
        {(page) => (
          <>
            <p className="count-line">
              {count(page.total)} {page.total === 1 ? "opening" : "openings"}
            </p>
            <ul className="shots">
              {page.items.map((row) => (
                <Shot key={row.billet.id} row={row} {...props} />
              ))}
            </ul>
            {page.total > page.items.length && limit < 1000 && (
              <Button variant="default" onClick={() => setLimit((now) => Math.min(now + STEP, 1000))}>
                Show more
              </Button>
            )}
          </>
        )}
      </Answer>
    </section>
  );
}

function Shot({ row, open, ranked, full, compared, onRank, onFavour, onCompare, onShow }: { row: ShotRow } & Props) {
  const { id, title, number } = row.billet;
  const place = ranked.indexOf(id);
  const months = row.accompanied_months ? `${row.accompanied_months} months accompanied, ${row.unaccompanied_months} alone` : `${row.unaccompanied_months} months, unaccompanied`;
  return (
    <li>
      <div>
        <button type="button" className="linkish" onClick={() => onShow(id)}>
          {title}
        </button>{" "}
        <span className="quiet small">{number}</span>
      </div>
      <p className={row.eligible ? "good" : "short"}>{row.chance}</p>
      <p className="small">
        {row.office.code}, {row.post.name}
        {row.country ? `, ${row.country.name}` : ""}. {row.grade}. {words(row.area)}. From {day(row.open_from)}, {months}.
        {row.languages.length > 0 && ` Needs ${row.languages.join(", ")}.`}
      </p>
      <div className="decisions">
        {open && (
          <Button size="xs" variant={place < 0 ? "filled" : "default"} disabled={place < 0 && full} onClick={() => onRank(row)} aria-label={`${place < 0 ? "Rank" : "Take off"} ${title} ${number}`}>
            {place < 0 ? "Rank" : `Ranked ${place + 1}, take off`}
          </Button>
        )}
        {open && (
          <Button size="xs" variant="default" onClick={() => onFavour(id)} aria-pressed={row.favourite} aria-label={`Shortlist ${title} ${number}`}>
            {row.favourite ? "★ On my shortlist" : "☆ Shortlist"}
          </Button>
        )}
        <Button size="xs" variant="default" onClick={() => onCompare(id)} aria-pressed={compared.includes(id)} aria-label={`Compare ${title} ${number}`}>
          {compared.includes(id) ? "Compared" : "Compare"}
        </Button>
      </div>
    </li>
  );
}

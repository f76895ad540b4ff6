import { useQuery } from "@tanstack/react-query";
import { useState } from "react";

import * as ask from "../../api/queries";
import type { OwnBallot, ShotRow } from "../../api/types";
import { useCommand } from "../../forms/useCommand";
import { Answer } from "../../parts/Answer";
import { Facts } from "../../parts/Facts";
import { count, day } from "../../parts/format";
import { ProblemNote } from "../../parts/ProblemNote";
import { Compare } from "./Compare";
import { Couple } from "./Couple";
import { Openings } from "./Openings";
import { RankedList, type Ranked } from "./RankedList";
import { ShotDrawer } from "./ShotDrawer";

/** A member's own ballot: what is ranked, and what could be. */
export function OwnSide({ cycle }: { cycle: string }) {
  const ballot = useQuery(ask.ballot(cycle));
  return <Answer of={ballot}>{(data) => <Own key={JSON.stringify(data.ranked.map(({ billet }) => billet.id))} ballot={data} />}</Answer>;
}

const named = ({ billet, office, post, chance }: ShotRow): Ranked => ({ id: billet.id, title: billet.title, where: `${office.code}, ${post.name}`, chance });

function Own({ ballot }: { ballot: OwnBallot }) {
  const held = ballot.ranked.map(({ billet, opening }): Ranked =>
    opening ? named(opening) : { id: billet.id, title: billet.title, where: billet.number, chance: "It does not fall open any more." },
  );
  const [draft, setDraft] = useState(held);
  const [compared, setCompared] = useState<string[]>([]);
  const [shown, setShown] = useState<string>();
  const submit = useCommand("submit_preferences");
  const keep = useCommand("keep_favourites");
  const open = typeof ballot.days_left === "number";
  const full = draft.length >= ballot.most;
  const same = held.map(({ id }) => id).join() === draft.map(({ id }) => id).join();
  const toggle = (row: ShotRow) =>
    setDraft((now) => (now.some(({ id }) => id === row.billet.id) ? now.filter(({ id }) => id !== row.billet.id) : [...now, named(row)]));
  const favour = (billet: string) => {
    const billets = ballot.favourites.includes(billet) ? ballot.favourites.filter((id) => id !== billet) : [...ballot.favourites, billet];
    keep.mutate({ body: { cycle: ballot.cycle, person: ballot.person, billets } });
  };
  return (
    <div className="ballot">
      <p className="notice sealed-note">{ballot.sealed}</p>
      <Facts
        of={[
          ["Deadline", open ? `${day(ballot.terms.members_until)}, ${left(ballot.days_left ?? 0)}` : `closed ${day(ballot.terms.members_until)}`],
          ["You are free from", day(ballot.free)],
          ["You are eligible for", `${count(ballot.eligible)} of ${count(ballot.openings)} openings`],
          ["People who move", count(ballot.movers)],
        ]}
      />
      <section aria-labelledby="ranked">
        <div className="section-head">
          <h2 id="ranked">My ranking</h2>
          <span className="quiet">
            {draft.length} of at most {count(ballot.most)}
          </span>
        </div>
        {ballot.imported_from && <p className="quiet">This list came from {ballot.imported_from}.</p>}
        <RankedList
          rows={draft}
          open={open}
          changed={!same}
          pending={submit.isPending}
          onChange={setDraft}
          onShow={setShown}
          onSubmit={() => submit.mutate({ body: { cycle: ballot.cycle, person: ballot.person, billets: draft.map(({ id }) => id) } })}
          onBack={() => setDraft(held)}
        />
        {submit.isError && <ProblemNote error={submit.error} />}
      </section>
      <Openings
        cycle={ballot.cycle}
        open={open}
        ranked={draft.map(({ id }) => id)}
        full={full}
        compared={compared}
        onRank={toggle}
        onFavour={favour}
        onCompare={(id) => setCompared((now) => (now.includes(id) ? now.filter((one) => one !== id) : [...now, id].slice(-3)))}
        onShow={setShown}
      />
      {keep.isError && <ProblemNote error={keep.error} />}
      <Compare cycle={ballot.cycle} billets={compared} onClear={() => setCompared([])} />
      <Couple ballot={ballot} open={open} />
      <ShotDrawer cycle={ballot.cycle} billet={shown} onShow={setShown} />
    </div>
  );
}

function left(days: number): string {
  if (days === 0) return "today is the last day";
  return days === 1 ? "one day left" : `${days} days left`;
}

import { Button, NumberInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";

import * as ask from "../../api/queries";
import type { BallotCandidates } from "../../api/types";
import { useCommand } from "../../forms/useCommand";
import { Answer } from "../../parts/Answer";
import { count, day } from "../../parts/format";
import { ProblemNote } from "../../parts/ProblemNote";
import { Rules } from "./Rules";

interface Props {
  cycle: string;
  billet: string;
  onBack: () => void;
}

/** The eligible candidates for one opening, ranked by the office: the same number is a tie. */
export function Candidates({ cycle, billet, onBack }: Props) {
  const candidates = useQuery(ask.ballotCandidates(cycle, billet));
  return <Answer of={candidates}>{(data) => <Ranking key={JSON.stringify(data.candidates.map(({ tier }) => tier))} page={data} cycle={cycle} onBack={onBack} />}</Answer>;
}

/** Numbers as tiers, best first; whoever has none is in none. */
export function tiers(numbers: Record<string, number | undefined>): string[][] {
  const found = new Map<number, string[]>();
  for (const [id, number] of Object.entries(numbers)) {
    if (number !== undefined) found.set(number, [...(found.get(number) ?? []), id]);
  }
  return [...found.entries()].sort(([a], [b]) => a - b).map(([, ids]) => ids.sort());
}

function Ranking({ page, cycle, onBack }: { page: BallotCandidates; cycle: string; onBack: () => void }) {
  const held = Object.fromEntries(page.candidates.map(({ person, tier }) => [person.id, tier ?? undefined]));
  const [numbers, setNumbers] = useState<Record<string, number | undefined>>(held);
  const submit = useCommand("rank_candidates");
  const changed = JSON.stringify(tiers(held)) !== JSON.stringify(tiers(numbers));
  return (
    <section aria-labelledby="candidates" className="ballot">
      <div className="section-head">
        <h2 id="candidates">
          Candidates for {page.billet.title} {page.billet.number}, {page.office.code}
        </h2>
        <Button variant="default" size="xs" onClick={onBack}>
          All openings
        </Button>
      </div>
      <p className="notice sealed-note">{page.sealed}</p>
      {page.candidates.length === 0 && <p>Nobody who moves in this cycle is eligible.</p>}
      <ul className="shots">
        {page.candidates.map(({ person, points, rules }) => (
          <li key={person.id}>
            <div className="decisions">
              <NumberInput
                aria-label={`Rank of ${person.name}`}
                placeholder="rank"
                w={90}
                min={1}
                max={page.candidates.length}
                allowDecimal={false}
                disabled={!page.open}
                value={numbers[person.id] ?? ""}
                onChange={(value) => setNumbers((now) => ({ ...now, [person.id]: typeof value === "number" ? value : undefined }))}
              />
              <strong>{person.name}</strong> <span className="quiet">{person.grade}</span>
              <span className="quiet small">{count(points)} points by the facts</span>
            </div>
            <details>
              <summary>Rules compared</summary>
              <Rules rules={rules} />
            </details>
          </li>
        ))}
      </ul>
      {page.open && page.candidates.length > 0 && (
        <div className="decisions">
          <Button disabled={!changed} loading={submit.isPending} onClick={() => submit.mutate({ body: { cycle, billet: page.billet.id, tiers: tiers(numbers) } })}>
            Submit this order
          </Button>
          <span className="quiet" role="status">
            {changed ? "Changed and not submitted. The same number is a tie." : `You may change it until ${day(page.until)}.`}
          </span>
        </div>
      )}
      {submit.isError && <ProblemNote error={submit.error} />}
    </section>
  );
}

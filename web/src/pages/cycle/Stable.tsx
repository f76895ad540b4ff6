import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";

import { answered, api } from "../../api/client";
import type { Cycle, Favours } from "../../api/types";
import { Facts } from "../../parts/Facts";
import { count } from "../../parts/format";
import { ProblemNote } from "../../parts/ProblemNote";
import { Toggle } from "../../parts/Toggle";
import { LimitTable } from "../slate/Limits";

/** Computes a stable slate from what members and offices ranked, says what was proven about it, and proposes it. */
export function Stable({ cycle }: { cycle: Cycle }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [favours, setFavours] = useState<Favours>("members");
  const path = { cycle: cycle.id };
  const compute = useMutation({ mutationFn: () => answered(api.POST("/api/cycles/{cycle}/stable", { params: { path }, body: { favours } })) });
  const propose = useMutation({
    mutationFn: (base: number) => answered(api.POST("/api/cycles/{cycle}/stable/propose", { params: { path }, body: { favours, base } })),
    onSuccess: async (taken) => {
      await client.invalidateQueries();
      const slate = taken.created.find((id) => id.startsWith("S"));
      if (slate) await navigate({ to: "/slates/$id", params: { id: slate } });
    },
  });
  const answer = compute.data;
  return (
    <section aria-labelledby="stable" className="compute">
      <div className="section-head">
        <h2 id="stable">The stable slate</h2>
        <Toggle
          label="Best for whom"
          value={favours}
          onChange={(next) => {
            setFavours(next);
            compute.reset();
          }}
          of={[
            { value: "members", label: "Best for members" },
            { value: "offices", label: "Best for offices" },
          ]}
        />
        <Button onClick={() => compute.mutate()} loading={compute.isPending} variant="default">
          Compute the stable slate
        </Button>
        {answer && (
          <Button onClick={() => propose.mutate(answer.base)} loading={propose.isPending}>
            Propose these {count(answer.lines)} stable lines
          </Button>
        )}
      </div>
      {compute.isError && <ProblemNote error={compute.error} />}
      {propose.isError && <ProblemNote error={propose.error} />}
      <div aria-live="polite">
        {answer ? (
          <>
            <Facts
              of={[
                ["Lines", count(answer.lines)],
                ["Left unfilled", count(answer.unfilled)],
                ["Left unmatched", count(answer.unmatched)],
                ["Couples", count(answer.couples)],
                ["Cost", `${count(answer.objective)} points`],
                ["Eligible pairs", count(answer.pairs)],
              ]}
            />
            <p className="small">{answer.verified}</p>
            <p className="small">{answer.orders}</p>
            {answer.limits.length > 0 && <LimitTable limits={answer.limits} />}
          </>
        ) : (
          <p className="quiet">No member and office that would both rather have each other are left apart.</p>
        )}
      </div>
    </section>
  );
}

import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";

import { answered, api } from "../../api/client";
import type { Cycle } from "../../api/types";
import { Facts } from "../../parts/Facts";
import { count } from "../../parts/format";
import { ProblemNote } from "../../parts/ProblemNote";
import { Limits, within } from "../slate/Limits";

/** Computes the least-cost slate, says what was proven about it, and proposes it. */
export function Compute({ cycle }: { cycle: Cycle }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const compute = useMutation({ mutationFn: () => answered(api.POST("/api/cycles/{cycle}/compute", { params: { path: { cycle: cycle.id } } })) });
  const propose = useMutation({
    mutationFn: (base: number) =>
      answered(api.POST("/api/cycles/{cycle}/propose", { params: { path: { cycle: cycle.id } }, body: { base } })),
    onSuccess: async (taken) => {
      await client.invalidateQueries();
      const slate = taken.created.find((id) => id.startsWith("S"));
      if (slate) await navigate({ to: "/slates/$id", params: { id: slate } });
    },
  });
  const answer = compute.data;
  return (
    <section aria-labelledby="compute" className="compute">
      <div className="section-head">
        <h2 id="compute">The least-cost slate</h2>
        <Button onClick={() => compute.mutate()} loading={compute.isPending} variant={answer ? "default" : "filled"}>
          {answer ? "Compute again" : "Compute the slate"}
        </Button>
        {answer && (
          <Button onClick={() => propose.mutate(answer.base)} loading={propose.isPending}>
            Propose these {count(answer.lines)} lines
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
                ["Eligible pairs weighed", count(answer.pairs)],
                ["Cost", `${count(answer.objective)} points`],
                ["Proven bound", `${count(answer.bound)} points`],
                ["How near", within(answer)],
                ["Took", `${answer.seconds.toFixed(2)} s`],
                ["Computed on", `position ${count(answer.base)}`],
              ]}
            />
            <p className="small">{answer.verified}</p>
            <Limits {...answer} />
          </>
        ) : (
          <p className="quiet">Nothing is changed by computing. A separate verifier checks the answer before it is shown.</p>
        )}
      </div>
    </section>
  );
}

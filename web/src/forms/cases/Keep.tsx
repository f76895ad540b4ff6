import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";

import * as ask from "../../api/queries";
import type { CasePage } from "../../api/types";
import { ProblemNote } from "../../parts/ProblemNote";
import { useMay } from "../../parts/useMay";
import { useCommand } from "../useCommand";

/** The person that the asker manages cases as; none for who manages none. */
export function useManager(): string | undefined {
  const grants = useQuery(ask.session()).data?.grants ?? [];
  // Who they are stands with the grant of the own record.
  return grants.some((grant) => grant.role === "case_manager") ? (grants.find((grant) => grant.person)?.person ?? undefined) : undefined;
}

/** Takes a case that nobody manages, and puts it on the own watch list or takes it off. */
export function Keep({ of }: { of: CasePage }) {
  const may = useMay();
  const self = useManager();
  const assign = useCommand("assign_cases");
  const watch = useCommand("watch_cases");
  const over = of.phase === "closed" || of.phase === "cancelled";
  return (
    <>
      {self && !of.managed && !over && may("assign_cases") && (
        <Button variant="default" loading={assign.isPending} onClick={() => assign.mutate({ body: { cases: [of.id], manager: self, reason: "Taken by whoever manages it now" }, version: of.changed })}>
          Take it
        </Button>
      )}
      {may("watch_cases") && (
        <Button variant="default" aria-pressed={of.watched} loading={watch.isPending} onClick={() => watch.mutate({ body: { cases: [of.id], watched: !of.watched } })}>
          {of.watched ? "Watch no more" : "Watch"}
        </Button>
      )}
      {assign.error && <ProblemNote error={assign.error} />}
      {watch.error && <ProblemNote error={watch.error} />}
    </>
  );
}

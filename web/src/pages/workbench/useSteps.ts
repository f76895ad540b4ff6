import { useMutation, useQueryClient } from "@tanstack/react-query";

import { answered, api, command } from "../../api/client";
import type { Scenario, ScenarioChange } from "../../api/types";

/** The steps an officer may take on a scenario. Each insists on the version that was seen, so nobody overwrites another. */
export function useSteps(scenario: Scenario) {
  const client = useQueryClient();
  const { id, changed } = scenario;
  const seen = () => client.invalidateQueries();
  const step = useMutation({
    mutationFn: (changes: ScenarioChange[]) =>
      command("change_scenario", { scenario: id, changes }, crypto.randomUUID(), changed),
    onSettled: seen,
  });
  const rename = useMutation({
    mutationFn: (name: string) =>
      command("change_scenario", { scenario: id, name, changes: [] }, crypto.randomUUID(), changed),
    onSettled: seen,
  });
  const undo = useMutation({
    mutationFn: () => command("undo_scenario", { scenario: id }, crypto.randomUUID(), changed),
    onSettled: seen,
  });
  const discard = useMutation({
    mutationFn: () => command("discard_scenario", { scenario: id }, crypto.randomUUID(), changed),
    onSettled: seen,
  });
  const adopt = useMutation({
    mutationFn: () =>
      answered(
        api.POST("/api/scenarios/{scenario}/adopt", {
          params: { path: { scenario: id } },
          headers: { "if-match": `"${changed}"`, "idempotency-key": crypto.randomUUID() },
        }),
      ),
    onSettled: seen,
  });
  const all = [step, rename, undo, discard, adopt];
  return { step, rename, undo, discard, adopt, busy: all.some((one) => one.isPending), error: all.find((one) => one.error)?.error ?? null };
}

export type Steps = ReturnType<typeof useSteps>;

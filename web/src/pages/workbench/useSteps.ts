import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";

import { answered, api, command } from "../../api/client";
import * as ask from "../../api/queries";
import type { Scenario, ScenarioChange } from "../../api/types";

/** The steps an officer may take on a scenario. Each insists on the version that was seen, so nobody overwrites another. */
export function useSteps(scenario: Scenario) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { id, changed } = scenario;
  // The next step needs this scenario's new version and nothing else: a step is over once that is here.
  const seen = async () => {
    void client.invalidateQueries();
    await client.refetchQueries({ queryKey: ask.scenario(id).queryKey, exact: true }, { cancelRefetch: false });
  };
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
    // The scenario is over: the page goes on to the slate before it asks anew.
    onSuccess: async (taken) => {
      const slate = taken.created.find((one) => one.startsWith("S"));
      if (slate) await navigate({ to: "/slates/$id", params: { id: slate } });
    },
    onSettled: seen,
  });
  const all = [step, rename, undo, discard, adopt];
  return { step, rename, undo, discard, adopt, busy: all.some((one) => one.isPending), error: all.find((one) => one.error)?.error ?? null };
}

export type Steps = ReturnType<typeof useSteps>;

import { useMutation, useQuery } from "@tanstack/react-query";

import * as ask from "../../api/queries";
import { answered, api } from "../../api/client";
import type { Simulation, SimulationAsk } from "../../api/types";

/** What is asked of a simulation; what is left out has the server's default. */
export type Asked = Partial<SimulationAsk>;

export interface Simulating {
  /** The simulation as it stands; nothing before one was begun. */
  now: Simulation | undefined;
  error: Error | null;
  begin: (asked: Asked) => void;
  cancel: () => void;
}

/** A simulation that is begun here, or was before: watched until it is over. */
export function useSimulation(id?: number): Simulating {
  const begun = useMutation({ mutationFn: (asked: Asked) => answered(api.POST("/api/simulations", { body: asked as SimulationAsk })) });
  const cancelled = useMutation({
    mutationFn: (simulation: number) => answered(api.DELETE("/api/simulations/{simulation}", { params: { path: { simulation } } })),
  });
  const shown = begun.data?.id ?? id;
  const now = useQuery({
    ...ask.simulation(shown ?? 0),
    enabled: shown !== undefined,
    refetchInterval: (query) => (query.state.data === undefined || query.state.data.state === "running" ? 400 : false),
    retry: false,
  });
  return {
    now: shown === undefined ? undefined : (now.data ?? begun.data),
    error: begun.error ?? cancelled.error ?? now.error,
    begin: begun.mutate,
    cancel: () => shown !== undefined && cancelled.mutate(shown),
  };
}

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { command } from "../api/client";
import type { Commands } from "../api/types";

/** Sends one kind of command; a retry of an unchanged form carries the same key, so it never acts twice. */
export function useCommand<N extends keyof Commands>(name: N, onDone?: () => void) {
  const client = useQueryClient();
  const [sent, setSent] = useState<{ text: string; key: string } | null>(null);
  return useMutation({
    mutationFn: ({ body, version }: { body: Commands[N]; version?: number }) => {
      const text = JSON.stringify(body);
      const key = sent?.text === text ? sent.key : crypto.randomUUID();
      setSent({ text, key });
      return command(name, body, key, version);
    },
    onSuccess: async () => {
      setSent(null);
      await client.invalidateQueries();
      onDone?.();
    },
  });
}

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { command } from "../api/client";

/** Sends one kind of command; a retry of an unchanged form carries the same key, so it never acts twice. */
export function useCommand<Body>(name: string, onDone?: () => void) {
  const client = useQueryClient();
  const [key, setKey] = useState<{ body: string; id: string } | null>(null);
  return useMutation({
    mutationFn: ({ body, version }: { body: Body; version?: number }) => {
      const text = JSON.stringify(body);
      const id = key?.body === text ? key.id : crypto.randomUUID();
      setKey({ body: text, id });
      return command(name, body, id, version);
    },
    onSuccess: async () => {
      setKey(null);
      await client.invalidateQueries();
      onDone?.();
    },
  });
}

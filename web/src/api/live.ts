import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";

import { about } from "./queries";

/** At most one refresh in this many milliseconds, however fast the journal grows. */
const PACE = 2000;

/** Asks again whatever is on the page when the World has moved on. */
export function useLive(signedIn: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!signedIn) return;
    const source = new EventSource("/api/changes");
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const moved = (event: MessageEvent<string>) => {
      const { position } = JSON.parse(event.data) as { position: number };
      // The stream begins with where the World stands: nothing new to a page that was just loaded.
      const known = client.getQueryData(about().queryKey)?.position ?? 0;
      if (position <= known) return;
      waiting ??= setTimeout(() => {
        waiting = undefined;
        void client.invalidateQueries();
      }, PACE);
    };
    source.addEventListener("moved", moved);
    return () => {
      clearTimeout(waiting);
      source.close();
    };
  }, [client, signedIn]);
}

import { useQuery } from "@tanstack/react-query";

import * as ask from "../api/queries";

/** Whether the asker may give this command somewhere. The server decides about here and now. */
export function useMay(): (command: string) => boolean {
  const session = useQuery(ask.session());
  return (command) => session.data?.may.includes(command) ?? false;
}

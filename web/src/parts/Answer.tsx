import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";

import { ProblemNote } from "./ProblemNote";

interface Props<T> {
  of: UseQueryResult<T, Error>;
  children: (data: T) => ReactNode;
}

/** What a question became: its answer, the reason there is none, or a line that it is being asked. */
export function Answer<T>({ of, children }: Props<T>) {
  if (of.data !== undefined) return children(of.data);
  if (of.isError) return <ProblemNote error={of.error} />;
  return (
    <p className="quiet asking" role="status">
      Asking…
    </p>
  );
}

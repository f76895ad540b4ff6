import type { CasePage } from "../../../api/types";

type Source = CasePage["running"]["sources"][number];

/** The system of record that last said something of a part of the execution; nothing where all of it was recorded here. */
export function SourceOf({ of, part }: { of: CasePage; part: Source["part"] }) {
  const found = of.running.sources.find((one) => one.part === part);
  return found ? <span className="quiet">last from {found.source}</span> : null;
}

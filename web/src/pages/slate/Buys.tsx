import { Link } from "@tanstack/react-router";
import { useEffect } from "react";

import { ProblemNote } from "../../parts/ProblemNote";
import { Result } from "../studio/Result";
import { useSimulation } from "../studio/useSimulation";

/** What a slate buys in time: its assignments beside its openings left empty, command by command. */
export function Buys({ slate }: { slate: string }) {
  const { now, error, begin, cancel } = useSimulation();
  useEffect(() => begin({ slate }), [begin, slate]);
  return (
    <section aria-label="What this slate buys">
      <p className="quiet small">
        Cases simulated with the people of this slate, and with its openings empty until a later cycle fills them. Lines that a command did not concur with do not count.
      </p>
      {error && <ProblemNote error={error} />}
      {now && <Result of={now} onCancel={cancel} brief />}
      {now?.state === "finished" && (
        <p>
          <Link to="/studio" search={{ simulation: now.id }}>
            Open the simulation that says so
          </Link>
        </p>
      )}
    </section>
  );
}

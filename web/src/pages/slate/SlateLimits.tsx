import { useQuery } from "@tanstack/react-query";

import * as ask from "../../api/queries";
import { Answer } from "../../parts/Answer";
import { LimitTable } from "./Limits";

/** How a proposed slate uses every limit over several lines, as it stands. */
export function SlateLimits({ slate }: { slate: string }) {
  const limits = useQuery(ask.slateLimits(slate));
  return (
    <Answer of={limits}>
      {(page) =>
        page.whole ? (
          <section aria-label="Limits over several lines">
            <p className="quiet small">
              As the slate stands, by today's facts and the levers it was made with. Lines that a command did not concur with count until an amendment takes them out.
            </p>
            <LimitTable limits={page.limits} />
          </section>
        ) : (
          <p className="quiet">Sums over the whole slate are for those who may see all of its lines.</p>
        )
      }
    </Answer>
  );
}

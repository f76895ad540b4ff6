import type { BallotCount } from "../../api/types";
import { Facts } from "../../parts/Facts";
import { count, day, words } from "../../parts/format";

/** How many have ranked. What they ranked nobody sees here: it is sealed until the deadline, and counts after it. */
export function BallotCounts({ ballot }: { ballot: BallotCount }) {
  const { terms } = ballot;
  const part = [terms.civilians ? "civilians" : null, ...terms.services.map(words), terms.boards ? "candidates of nominative boards" : null];
  return (
    <section aria-labelledby="ballot">
      <div className="section-head">
        <h2 id="ballot">The ballot</h2>
        <span className="quiet">
          {ballot.members_open ? "What members rank is sealed from everybody else until the deadline." : "The ballot has closed: what was ranked counts."}
        </span>
      </div>
      <Facts
        of={[
          ["Members rank until", day(terms.members_until)],
          ["Offices rank until", day(terms.offices_until)],
          ["Who ranks here", part.filter(Boolean).join(", ")],
          ["Ballots submitted", count(ballot.submitted)],
          ["With services' marketplaces", count(ballot.ranked)],
          ["Openings ranked by offices", count(ballot.offices_ranked)],
        ]}
      />
    </section>
  );
}

import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";

import * as ask from "../../api/queries";
import { day } from "../../parts/format";
import { TurnCell } from "../../parts/TurnCell";
import { useMay } from "../../parts/useMay";

/** What asks for the member's own consent, on their page. */
export function Consents() {
  const may = useMay();
  const mine = may("give_consent");
  const consents = useQuery({ ...ask.consents(), enabled: mine });
  const items = consents.data?.items ?? [];
  if (!mine || items.length === 0) return null;
  return (
    <section aria-labelledby="consents">
      <div className="section-head">
        <h2 id="consents">Your consent is asked</h2>
      </div>
      <ul className="plain">
        {items.map((one) => (
          <li key={one.id}>
            <Link to="/requisitions/$id" params={{ id: one.id }}>
              {one.billet.title}, {one.office.code}
            </Link>{" "}
            from {day(one.report)}. <TurnCell turn={one.turns.find((turn) => turn.yours)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

import { Link } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";

import type { Strengths } from "../../api/types";
import { count, day } from "../../parts/format";

/** Indicated, validated, authorised, funded: each opens into what stands behind it. */
export function FourNumbers({ strengths, demandHref = "#demand", open: all = false }: { strengths: Strengths; demandHref?: string; open?: boolean }) {
  const { indicated } = strengths;
  const inForce = strengths.reviews.find((review) => review.in_force);
  return (
    <dl className="four">
      <Number name="Indicated" value={indicated?.indicated} open={all}>
        {indicated ? (
          <>
            {indicated.hours_month.toLocaleString("en-US", { maximumFractionDigits: 1 })} hours a month from {indicated.drivers.length} drivers, {count(indicated.available_hours_year)} available hours a year, at least {indicated.minimum_team} people. A model’s output, not a requirement. <a href={demandHref}>The drivers</a>
          </>
        ) : (
          "The workload standard covers SCOs only."
        )}
      </Number>
      <Number name="Validated" value={strengths.validated} open={all}>
        {strengths.reviews.length === 0 ? (
          "No manpower review is on record."
        ) : (
          <ul className="plain">
            {strengths.reviews.map((review) => (
              <li key={review.from}>
                {review === inForce ? <strong>{review.strength}</strong> : review.strength} from {day(review.from)}: {review.document}
                {review.reviewed ? `, held ${day(review.reviewed)}` : ", day not recorded"}. {review.evidence ?? "Its evidence was not recorded."}
              </li>
            ))}
          </ul>
        )}
      </Number>
      <Number name="Authorised" value={strengths.authorised} open={all}>
        <Link to="/billets" search={{ office: strengths.office }}>
          The office’s billets
        </Link>
      </Number>
      <Number name="Funded" value={strengths.funded} open={all}>
        {strengths.unfunded.length === 0 ? (
          "Every authorised billet has money."
        ) : (
          <ul className="plain">
            {strengths.unfunded.map((one) => (
              <li key={one.billet.id}>
                <Link to="/billets/$id" params={{ id: one.billet.id }}>
                  {one.billet.number}
                </Link>{" "}
                has none since {day(one.since)}: {one.document}
              </li>
            ))}
          </ul>
        )}
      </Number>
    </dl>
  );
}

function Number({ name, value, open: always, children }: { name: string; value: number | null | undefined; open: boolean; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <div>
      <dt className="small">
        {always ? (
          name
        ) : (
          <button type="button" className="opener" aria-expanded={open} onClick={() => setOpen(!open)}>
            {name}
          </button>
        )}
      </dt>
      <dd className="figure">{count(value)}</dd>
      {(always || open) && <dd className="small">{children}</dd>}
    </div>
  );
}

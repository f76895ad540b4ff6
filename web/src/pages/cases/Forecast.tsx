import type { CasePage, ForecastRange } from "../../api/types";
import { count, day } from "../../parts/format";
import { daysTo } from "./words";

/** When a case comes to its next milestone and to its offer, and what that rests on. */
export function Forecast({ of, today }: { of: CasePage; today: string }) {
  const found = of.forecast;
  if (!found && !of.forecast_pending) return null;
  return (
    <section aria-labelledby="forecast">
      <h2 id="forecast">Forecast</h2>
      {!found ? (
        <p className="quiet" role="status">
          Being worked out from cases like it.
        </p>
      ) : (
        <>
          <ul className="plain">
            {found.next && (
              <li>
                Next milestone: <Range of={found.next} today={today} />
              </li>
            )}
            <li>
              Offer: <Range of={found.offer} today={today} />; {count(found.offered_percent)} of 100 such cases came to one.
            </li>
          </ul>
          <p className="quiet small">
            {found.level_percent} % ranges made on {day(found.made)} from {count(found.count)} moments of other cases, {count(found.ended)} of them decided ({found.like.join(", ")}), set by how {count(found.judged_by)} earlier forecasts turned out.{" "}
            {found.synthetic && "Made from synthetic histories: nothing is claimed of how often it turns out right."}
          </p>
        </>
      )}
    </section>
  );
}

function Range({ of, today }: { of: ForecastRange; today: string }) {
  return (
    <>
      {day(of.from)} to {of.to ? day(of.to) : "later than was ever seen"} ({daysTo(of, today)} days){of.median ? `, as likely before as after ${day(of.median)}` : ""}
    </>
  );
}

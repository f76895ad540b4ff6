import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";

import * as ask from "../../api/queries";
import type { CasePage, MilestoneDefinition } from "../../api/types";
import { PurchaserActs } from "../../forms/cases/PurchaserActs";
import { count, day } from "../../parts/format";
import { days, titled } from "./words";

/** What the case's purchaser was told in the partner portal, and asked there. */
export function Purchaser({ of, milestones, today }: { of: CasePage; milestones: MilestoneDefinition[]; today: string }) {
  const visible = useQuery(ask.purchaserMilestones());
  const { on_portal, forecast, forecast_shown, worked, worked_refusal, moved, messages, unanswered } = of.purchaser;
  const seen = new Set(visible.data?.filter((one) => one.visible).map((one) => one.milestone));
  const shown = milestones.filter((one) => seen.has(one.milestone));
  return (
    <section aria-labelledby="purchaser">
      <h2 id="purchaser">With the purchaser</h2>
      {!on_portal ? (
        <p className="quiet">Not in the partner portal: the purchaser of a pseudo-LOA is a US program.</p>
      ) : (
        <>
          <p className="quiet">
            <Link to="/purchaser-milestones">What purchasers see</Link>: {count(shown.length)} milestones, and nothing of holds, reviews or notes.
          </p>
          <PurchaserActs of={of} today={today} milestones={milestones} />
          {forecast ? (
            <p>
              Forecast: {titled(milestones, forecast.milestone)} from {day(forecast.earliest)} to {day(forecast.latest)}, released on {day(forecast.on)}, until {day(forecast.until)};
              held {count(forecast.held)} of {count(forecast.tested)} earlier cases. {forecast.made ? `Worked out on ${day(forecast.made)}.` : "Typed, not worked out."} {forecast_shown ? "The purchaser sees it." : "The purchaser sees it no longer."} <span className="quiet">{[forecast.method, forecast.basis].filter(Boolean).join(". ")}</span>
            </p>
          ) : (
            <p className="quiet">No forecast is released.</p>
          )}
          {forecast && worked && moved && (
            <p className="short">
              Since it was released the case's own range has moved: it is now from {day(worked.earliest)} to {worked.latest ? day(worked.latest) : "no known end"}, worked out on {day(worked.made)}
              {moved.latest_days ? `; it ends ${days(Math.abs(moved.latest_days))} ${moved.latest_days > 0 ? "later" : "earlier"}` : ""}. The purchaser sees the one that was released, with its day.
            </p>
          )}
          {worked_refusal && (
            <p className="quiet">
              {worked_refusal.problem} {worked_refusal.remedy}
            </p>
          )}
          {unanswered > 0 && <p>{unanswered === 1 ? "1 message waits for an answer." : `${unanswered} messages wait for an answer.`}</p>}
          <ul className="plain" aria-label="Messages with the purchaser">
            {messages.map((message, index) => (
              <li key={index}>
                <span className="quiet">
                  {day(message.on)}, {message.from_purchaser ? "the purchaser" : (message.by ?? "the installation")}:
                </span>{" "}
                {message.words}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

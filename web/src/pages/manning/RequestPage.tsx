import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";

import * as ask from "../../api/queries";
import type { ChangeRequest, RequestRound } from "../../api/types";
import { Answer } from "../../parts/Answer";
import { counts, figureOf, restsOn, yearly } from "../../parts/basis";
import { Facts } from "../../parts/Facts";
import { count, day, words } from "../../parts/format";
import { TurnCell } from "../../parts/TurnCell";
import { Turns } from "../../parts/Turns";
import { Title } from "../../shell/Title";
import { Steps } from "./Steps";
import { TermsTable } from "./TermsTable";

const route = getRouteApi("/requests/$id");

/** One request: what it asks for, whose turn it is, what everybody said, what the asker may do next. */
export function RequestPage() {
  const { id } = route.useParams();
  const request = useQuery(ask.changeRequest(id));
  return (
    <div className="page">
      <Answer of={request}>{(data) => <Loaded request={data} />}</Answer>
    </div>
  );
}

interface Stamp {
  by?: string | null;
  on: string;
}

export function stamped(stamp: Stamp): string {
  return `${day(stamp.on)} by ${stamp.by ?? "the installation"}`;
}

function Loaded({ request }: { request: ChangeRequest }) {
  return (
    <>
      <Title>{request.title}</Title>
      <div className="page-head">
        <h1>{request.title}</h1>
        <span className="quiet">{request.id}</span>
        <span className="space" />
        <Link to="/requests/$id/packet" params={{ id: request.id }}>
          Packet
        </Link>
        <a href={`/api/change-requests/${request.id}/workbook`} download>
          XLSX
        </a>
      </div>
      <Facts
        of={[
          ["Stands", request.status_title],
          ["Whose turn", <Turns key="t" turns={request.turns} />],
          [
            "Office",
            <Link key="o" to="/offices/$id" params={{ id: request.office.id }}>
              {request.office.code}
            </Link>,
          ],
          [
            "Billet",
            request.billet ? (
              <Link key="b" to="/billets/$id" params={{ id: request.billet.id }}>
                {request.billet.number}
              </Link>
            ) : undefined,
          ],
          ["Effective", `1 Oct ${request.effective - 1}, FY${request.effective}`],
          ["Drafted", stamped(request.drafted_by)],
          ["Purpose", request.reason],
          ["Decided", request.decision ? `${request.decision.approved ? "approved" : "disapproved"}${request.decision.overrides ? " over a coordinator" : ""}, ${stamped(request.decision.stamp)}${request.decision.reason ? `: ${request.decision.reason}` : ""}` : undefined],
          ["Withdrawn", request.withdrawn ? `${stamped(request.withdrawn.stamp)}: ${request.withdrawn.note}` : undefined],
        ]}
      />
      <Steps request={request} />
      <TermsTable request={request} />
      {[...request.rounds].reverse().map((round, index) => (
        <Round key={request.rounds.length - index} round={round} number={request.rounds.length - index} />
      ))}
    </>
  );
}

/** A driver of work as it stood, with the yearly figure beside a count of cases. */
function worded(driver: RequestRound["evidence"]["drivers"][number]): string {
  const beside = counts(driver.basis) && figureOf(driver.basis) ? `; yearly figure ${yearly(driver.basis)}` : "";
  return `${count(driver.count)} ${words(driver.measure).toLowerCase()} (${restsOn(driver)}${beside})`;
}

function Round({ round, number }: { round: RequestRound; number: number }) {
  const { evidence } = round;
  const heading = `round-${number}`;
  return (
    <section aria-labelledby={heading}>
      <div className="section-head">
        <h2 id={heading}>Submission {number}</h2>
        <span className="quiet small">{stamped(round.submitted)}</span>
      </div>
      <Facts
        of={[
          ["Indicated", count(evidence.indicated)],
          ["Validated", evidence.validated ? `${count(evidence.validated)} (${evidence.validated_document ?? ""})` : "no review on record"],
          ["Authorised, funded, filled", `${count(evidence.authorised)}, ${count(evidence.funded)}, ${count(evidence.assigned)}`],
          ["Gap days in a year", count(evidence.gap_days_year)],
          ["Drivers of work", evidence.drivers.map(worded).join(", ") || "none"],
          ["Section 515", typeof evidence.section_515_members === "number" ? `${evidence.section_515_members} of ${evidence.section_515_limit ?? "–"} members` : undefined],
          ["Evidence of", `${day(evidence.on)}, journal position ${count(evidence.position)}`],
          ["Review", round.review ? `${stamped(round.review.stamp)}: ${round.review.note}` : undefined],
          ["Returned", round.returned ? `${stamped(round.returned.stamp)}: ${round.returned.note}` : undefined],
        ]}
      />
      {round.asked.length > 0 && (
        <div className="table-region" role="group" aria-label={`Coordination of submission ${number}`} tabIndex={0}>
          <table className="grid">
            <caption className="unseen">Coordination of submission {number}</caption>
            <thead>
              <tr>
                <th scope="col">Coordinator</th>
                <th scope="col">Answer</th>
                <th scope="col">Turn</th>
                <th scope="col" className="wide-only">Reason or condition</th>
                <th scope="col" className="wide-only">Document</th>
              </tr>
            </thead>
            <tbody>
              {round.asked.map((asked) => (
                <tr key={asked.index}>
                  <th scope="row" className="wraps">
                    {asked.title} <span className="quiet small">{asked.asked}</span>
                  </th>
                  <td className="wraps">
                    {asked.answered ? (
                      <>
                        <strong className={asked.concurs ? undefined : "short"}>{asked.concurs ? "concurs" : "does not concur"}</strong>{" "}
                        <span className="quiet small">{stamped(asked.answered)}</span>
                      </>
                    ) : (
                      <span className="quiet">none yet</span>
                    )}
                  </td>
                  <td className="wraps">{asked.turn ? <TurnCell turn={asked.turn} /> : "–"}</td>
                  <td className="wide-only wraps">{asked.reason ?? "–"}</td>
                  <td className="wide-only wraps">{asked.document ?? "–"}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";

import * as ask from "../../api/queries";
import type { CasePage as Case, CaseLine } from "../../api/types";
import { CaseActs } from "../../forms/cases/CaseActs";
import { Answer } from "../../parts/Answer";
import type { Column } from "../../parts/columns";
import { DataTable } from "../../parts/DataTable";
import { CountryLink } from "../../parts/CountryLink";
import { Facts } from "../../parts/Facts";
import { count, day, words } from "../../parts/format";
import { PersonLink } from "../../parts/PersonLink";
import { Title } from "../../shell/Title";
import { Forecast } from "./Forecast";
import { Correspondence } from "./Correspondence";
import { StuckBanner } from "./Stuck";
import { Purchaser } from "./Purchaser";
import { Running } from "./execution/Running";
import { Way } from "./Way";
import { days, goal, HOLDERS, KINDS, money, named, PHASES, titled } from "./words";

const route = getRouteApi("/cases/$id");

/** One case: where it stands, its way against the goal, what holds it, what is offered, what was said. */
export function CasePage() {
  const { id } = route.useParams();
  const data = useQuery(ask.case_(id));
  return (
    <div className="page">
      <Answer of={data}>{(found) => <Whole of={found} />}</Answer>
    </div>
  );
}

function Whole({ of }: { of: Case }) {
  const milestones = useQuery(ask.milestones());
  const about = useQuery(ask.about());
  const { clock } = of;
  return (
    <>
      <Title>{of.number}</Title>
      <div className="page-head">
        <h1>
          {of.number}: {of.title}
        </h1>
        <span className="quiet">
          <CountryLink country={of.country} />, {named(KINDS, of.kind)}, group {of.category}. {of.source ? `As reported by: ${of.source}.` : "Kept in Muster."}
        </span>
      </div>
      <StuckBanner alarms={of.alarms} />
      {milestones.data && <CaseActs of={of} today={about.data?.today ?? of.since} milestones={milestones.data} />}
      <Facts
        of={[
          ["Stands at", `${named(PHASES, of.phase)}, ${titled(milestones.data, of.milestone)}`],
          ["Since", `${day(of.since)}, ${days(of.days)}`],
          ["With", named(HOLDERS, of.holder)],
          ["Next", titled(milestones.data, of.next)],
          ["Goal", clock.goal ? `${goal(of)}: ${days(clock.counted)} counted of ${count(clock.goal)}${clock.held > 0 ? `, ${days(clock.held)} on hold not counted` : ""}` : "no goal was in force"],
          ["Value", money(of.value_cents)],
          ["Surcharge", of.surcharge_per_mille ? `${(of.surcharge_per_mille / 10).toFixed(1)} %` : undefined],
          ["Offer expires", of.expires ? day(of.expires) : undefined],
          ["Letter of request", day(of.lor)],
          ["Office", <Link key="o" to="/offices/$id" params={{ id: of.office.id }}>{of.office.code}</Link>],
          ["Manager", of.manager ? <PersonLink key="m" person={of.manager} /> : of.managed ? "not yours to see" : "nobody"],
        ]}
      />
      {of.departures.length > 0 && (
        <section aria-labelledby="departures">
          <h2 id="departures">Departs from the rules</h2>
          <ul className="plain">
            {of.departures.map((one) => (
              <li key={`${one.kind}${one.milestone}${one.on}`}>
                <span className="short">{words(one.kind)}</span>: {one.problem} ({day(one.on)})
              </li>
            ))}
          </ul>
        </section>
      )}
      <Forecast of={of} today={about.data?.today ?? of.since} />
      <Way of={of} milestones={milestones.data ?? []} />
      <Held of={of} />
      <Notified of={of} />
      <section aria-labelledby="lines">
        <h2 id="lines">Lines</h2>
        <DataTable caption="Lines" columns={LINES} rows={of.lines} rowKey={(row) => String(row.line)} empty="No lines are known yet." />
        {of.documents.length > 0 && (
          <ul className="plain">
            {of.documents.map((one) => (
              <li key={`${one.kind}${one.number}`}>
                {words(one.kind)} {one.number}, {day(one.on)}: {one.change_cents < 0 ? "−" : "+"}
                {money(Math.abs(one.change_cents))}
              </li>
            ))}
          </ul>
        )}
      </section>
      <Purchaser of={of} milestones={milestones.data ?? []} today={about.data?.today ?? of.since} />
      <Correspondence of={of} today={about.data?.today ?? of.since} />
      <Running key={of.id} of={of} today={about.data?.today ?? of.since} />
      <section aria-labelledby="notes">
        <h2 id="notes">Notes</h2>
        {of.notes.length === 0 && <p className="quiet">Nothing was said about this case yet.</p>}
        <ul className="plain">
          {of.notes.map((note, index) => (
            <li key={index}>
              <span className="quiet">
                {day(note.on)}, {note.by ?? "the installation"}:
              </span>{" "}
              {note.words}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

const LINES: Column<CaseLine>[] = [
  { id: "line", header: "Line", value: (row) => row.line, cell: (row) => String(row.line).padStart(3, "0") },
  { id: "title", header: "What", value: (row) => row.title },
  { id: "class", header: "Class", value: (row) => words(row.class) },
  { id: "quantity", header: "Quantity", right: true, value: (row) => row.quantity, cell: (row) => count(row.quantity) },
  { id: "value", header: "Value", right: true, value: (row) => row.value_cents, cell: (row) => money(row.value_cents) },
];

/** Holds and reasons for delay. */
function Held({ of }: { of: Case }) {
  if (of.holds.length === 0 && of.delays.length === 0 && of.assessed.length === 0) return null;
  return (
    <section aria-labelledby="held">
      <h2 id="held">What took time</h2>
      <ul className="plain">
        {of.assessed.map((one, index) => (
          <li key={`a${index}`}>
            {day(one.on)}: the letter of request was found {words(one.found).toLowerCase()}
            {one.missing ? `; missing: ${one.missing}` : ""}.
          </li>
        ))}
        {of.holds.map((hold, index) => (
          <li key={`h${index}`}>
            {day(hold.from)} to {hold.lifted ? day(hold.lifted) : "now"}: hold asked for by {hold.requester}, {hold.approved === null || hold.approved === undefined ? "not decided" : hold.approved ? "approved" : "refused"}. {hold.justification}.{" "}
            {!hold.lifted && hold.until ? `To end by ${day(hold.until)}.` : ""}
          </li>
        ))}
        {of.delays.map((delay) => (
          <li key={delay.reason}>
            Since {day(delay.since)}: {delay.title.toLowerCase()}. {delay.note}.
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The notification of Congress, a track beside the milestones. */
function Notified({ of }: { of: Case }) {
  const { causes, steps, transmittal, ends } = of.notification;
  return (
    <section aria-labelledby="congress">
      <h2 id="congress">Notification of Congress</h2>
      {causes.length === 0 ? (
        <p className="quiet">Not needed: no threshold is reached.</p>
      ) : (
        <ul className="plain">
          {causes.map((cause) => (
            <li key={cause.threshold}>
              {words(cause.threshold)}: {money(cause.value_cents)} of {money(cause.from_usd * 100)} from which Congress is notified. <span className="quiet">{cause.source}</span>
            </li>
          ))}
          {steps.map((step) => (
            <li key={step.step}>
              {day(step.on)}: {step.title.toLowerCase()}
              {step.step === "formal" && transmittal ? `, transmittal ${transmittal}` : ""}
            </li>
          ))}
          <li>{ends ? `An offer may be made from ${day(ends)}.` : "Congress is not formally notified yet."}</li>
        </ul>
      )}
    </section>
  );
}

import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";

import * as ask from "../../api/queries";
import type { Requisition, RequisitionAct } from "../../api/types";
import { ActForm, LABELS } from "../../forms/requisition/ActForm";
import type { Named } from "../../forms/requisition/Say";
import { Answer } from "../../parts/Answer";
import { Facts } from "../../parts/Facts";
import { day, words } from "../../parts/format";
import { Title } from "../../shell/Title";
import { Candidates } from "./Candidates";
import { History } from "./History";
import { Nominees } from "./Nominees";
import { Pipeline } from "./Pipeline";

const route = getRouteApi("/requisitions/$id");

/** One requisition: what is needed, who holds the ball, who is nominated, what the asker may do, what was done. */
export function RequisitionPage() {
  const { id } = route.useParams();
  const requisition = useQuery(ask.requisition(id));
  const about = useQuery(ask.about());
  return (
    <div className="page">
      <Answer of={requisition}>
        {(data) => (
          <>
            <Title>{`${data.id} ${data.billet.title}`}</Title>
            <div className="page-head">
              <h1>
                {data.billet.title}, {data.office.code}
              </h1>
              <span className="quiet">
                {data.id}, {data.standing.toLowerCase()}
                {data.key ? ", key billet" : ""}
              </span>
            </div>
            <Pipeline stages={data.pipeline} />
            <Acts requisition={data} today={about.data?.today ?? data.opened} />
            <RequisitionFacts requisition={data} />
            <Nominees requisition={data} />
            <ByName requisition={data} />
            <Candidates key={data.id} requisition={data} />
            <History requisition={data} />
          </>
        )}
      </Answer>
    </div>
  );
}

/** What the asker may do now. Nominating begins at the candidate. */
function Acts({ requisition, today }: { requisition: Requisition; today: string }) {
  const [act, setAct] = useState<RequisitionAct | null>(null);
  const shown = requisition.acts.filter((one) => LABELS[one.command]);
  const yours = requisition.turns.some((turn) => turn.yours);
  if (shown.length === 0) return null;
  return (
    <div className="decisions">
      <span>{yours ? <strong>It is your turn.</strong> : <span className="quiet">You may</span>}</span>
      {shown.map((one, index) => (
        <Button key={`${one.command}${JSON.stringify(one.ask)}${JSON.stringify(one.holder)}`} variant={index === 0 && yours ? "filled" : "default"} onClick={() => setAct(one)}>
          {label(requisition, one)}
        </Button>
      ))}
      {act && <ActForm key={act.command} requisition={requisition} act={act} today={today} people={named(requisition, act.people)} onClose={() => setAct(null)} />}
    </div>
  );
}

/** What a button says; of a suspense, whose. */
function label(requisition: Requisition, act: RequisitionAct): string {
  const said = LABELS[act.command] ?? act.command;
  const asked = act.ask && requisition.turns.find((turn) => JSON.stringify(turn.ask) === JSON.stringify(act.ask));
  if (act.command === "extend_suspense" && asked) return `${said}: ${asked.title.toLowerCase()}`;
  return act.vetter ? `${said} for ${act.vetter === "command" ? "the command" : act.vetter.toUpperCase()}` : said;
}

/** The people of an act by name, as far as they are the asker's to name. */
function named(requisition: Requisition, people: string[]): Named[] {
  const known = [...requisition.nominees, ...requisition.by_name].flatMap(({ person }) => (person ? [person] : []));
  return people.map((id) => {
    const person = known.find((one) => one.id === id);
    return { id, name: person ? `${person.name}, ${person.grade}, ${words(person.service)}` : id };
  });
}

function RequisitionFacts({ requisition }: { requisition: Requisition }) {
  const { needs, tour } = requisition;
  const { accompanied_months: accompanied, unaccompanied_months: unaccompanied } = needs.tour_length;
  return (
    <Facts
      of={[
        [
          "Billet",
          <Link key="b" to="/billets/$id" params={{ id: requisition.billet.id }}>
            {requisition.billet.number}
          </Link>,
        ],
        [
          "Office",
          <Link key="o" to="/offices/$id" params={{ id: requisition.office.id }}>
            {requisition.office.code}
          </Link>,
        ],
        ["Command", requisition.command.code],
        ["Needed from", day(requisition.report)],
        ["Priority", requisition.priority],
        ["Filled by", words(requisition.mode)],
        ["Services asked", requisition.services.map((service) => words(service)).join(", ") || undefined],
        ["Grade", needs.grade],
        ["Coded for", needs.service_coding],
        ["Specialty", needs.specialty ?? "none"],
        ["Languages", needs.languages.join(", ") || "none"],
        ["Clearance", words(needs.clearance)],
        ["Place", needs.place],
        ["Tour", needs.accompanied ? `${accompanied} months with dependents, ${unaccompanied} without` : `${unaccompanied} months, unaccompanied`],
        ["Section 515", needs.section_515 ? "counts" : "does not count"],
        ["Opened", day(requisition.opened)],
        ["Tour planned", tour ? `${day(tour.report)} to ${day(tour.rotation)}, ${words(tour.status).toLowerCase()}` : undefined],
        ["Cancelled", requisition.cancelled ?? undefined],
      ]}
    />
  );
}

function ByName({ requisition }: { requisition: Requisition }) {
  const { by_name: asked, no_fills: none } = requisition;
  if (asked.length === 0 && none.length === 0) return null;
  return (
    <section aria-labelledby="answers">
      <div className="section-head">
        <h2 id="answers">Requests by name and services without a fill</h2>
      </div>
      <ul className="plain">
        {asked.map((one) => (
          <li key={`${one.on}${one.person?.id ?? ""}`}>
            <strong>{one.person ? `${one.person.name}, ${one.person.grade}` : `Somebody of the ${words(one.service)}`}</strong> requested by name on {day(one.on)}
            {one.declined ? `, declined on ${day(one.declined)}` : ""}. {one.justification}
          </li>
        ))}
        {none.map((one) => (
          <li key={one.service}>
            <strong>{words(one.service)}</strong> has no fill until {day(one.until)}. {one.reason}
          </li>
        ))}
      </ul>
    </section>
  );
}

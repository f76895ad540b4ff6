import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";

import * as ask from "../../api/queries";
import type { Person } from "../../api/types";
import { Answer } from "../../parts/Answer";
import { Facts, Sealed } from "../../parts/Facts";
import { day, words } from "../../parts/format";
import { Divert } from "../../forms/DivertPerson";
import { TrackerSection } from "./Tracker";
import { Title } from "../../shell/Title";
import { Tours, type TourRow } from "../billet/Tours";
import { Consents } from "../requisition/Consents";
import { ProvenanceTable } from "../reconcile/ProvenanceTable";

const route = getRouteApi("/people/$id");

/** One person: what they can do, where they served, where they go. Sealed facts say that they are. */
export function PersonPage() {
  const { id } = route.useParams();
  const person = useQuery(ask.person(id));
  return (
    <div className="page">
      <Answer of={person}>
        {(data) => (
          <>
            <Title>{data.name}</Title>
            <div className="page-head">
              <h1>{data.name}</h1>
              <span className="quiet">
                {data.grade}, {words(data.service)}, {data.number}
              </span>
              <span className="space" />
              <Divert person={data} />
            </div>
            <Consents />
            <TrackerSection person={data.id} />
            <PersonFacts person={data} />
            <section aria-labelledby="tours">
              <div className="section-head">
                <h2 id="tours">Tours</h2>
              </div>
              <Tours tours={data.tours.map(tourRow)} names="Billet" />
            </section>
            <section aria-labelledby="provenance">
              <div className="section-head">
                <h2 id="provenance">Who says so</h2>
              </div>
              <ProvenanceTable of={data.provenance} />
            </section>
            {data.contradictions.length > 0 && (
              <section aria-labelledby="conflicts">
                <div className="section-head">
                  <h2 id="conflicts">What sources disagree on</h2>
                </div>
                <ul className="plain">
                  {data.contradictions.map((one) => (
                    <li key={one.id}>
                      <Link to="/reconcile" search={{ person: id, item: one.id }}>
                        {words(one.kind)}
                      </Link>{" "}
                      {one.detail} <span className="quiet small">{`${one.source}, ${day(one.noted)}, ${words(one.standing)}`}</span>
                    </li>
                  ))}
                </ul>
              </section>
            )}
          </>
        )}
      </Answer>
    </div>
  );
}

function tourRow(tour: Person["tours"][number]): TourRow {
  return {
    ...tour,
    of: { kind: "billets", id: tour.billet.id, name: tour.billet.title, beside: tour.office.code },
    from: tour.period?.from ?? null,
    until: tour.period?.until ?? null,
  };
}

function PersonFacts({ person }: { person: Person }) {
  const { personal, family } = person;
  return (
    <Facts
      of={[
        [
          "Office",
          person.office ? (
            <Link key="o" to="/offices/$id" params={{ id: person.office.id }}>
              {person.office.code}
            </Link>
          ) : (
            "between offices"
          ),
        ],
        [
          "Billet",
          person.billet ? (
            <Link key="b" to="/billets/$id" params={{ id: person.billet.id }}>
              {person.billet.title}
            </Link>
          ) : (
            "none"
          ),
        ],
        ["Arrived", day(person.arrived)],
        ["Rotation", day(person.rotation)],
        ["Next", person.next ? `${person.next.billet.title}, ${person.next.office.code}, ${day(person.next.report)}` : "nothing planned"],
        ["Specialties", person.specialties.join(", ") || "none"],
        ["Languages", person.languages.join(", ") || "none on record"],
        ["Certificates", person.certificates.join(", ") || "none on record"],
        ["Clearance", words(person.clearance)],
        ["Born", personal ? day(personal.born) : <Sealed key="p" />],
        ["Separates", personal ? (personal.separates ? day(personal.separates) : "no date on record") : <Sealed key="s" />],
        ["Available from", personal ? (personal.available_from ? day(personal.available_from) : "no limit on record") : <Sealed key="a" />],
        ["Dependents", family ? family.dependents : <Sealed key="f" />],
        ["Source", person.source],
      ]}
    />
  );
}

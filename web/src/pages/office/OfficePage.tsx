import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";

import * as ask from "../../api/queries";
import type { Office } from "../../api/types";
import { EstablishBillet } from "../../forms/EstablishBillet";
import { Answer } from "../../parts/Answer";
import { CountryLink } from "../../parts/CountryLink";
import { Facts } from "../../parts/Facts";
import { Fill } from "../../parts/Fill";
import { count, day, signed, words } from "../../parts/format";
import { useMay } from "../../parts/useMay";
import { Title } from "../../shell/Title";
import { FourNumbers } from "../manning/FourNumbers";
import { Authorities } from "./Authorities";
import { DemandSection } from "./DemandSection";
import { OfficeTimeline } from "./OfficeTimeline";
import { PresenceSection } from "./PresenceSection";
import { Rotations } from "./Rotations";

const route = getRouteApi("/offices/$id");

/** One office: its people and billets over time, its demand, its rotations, who has authority over it. */
export function OfficePage() {
  const { id } = route.useParams();
  const office = useQuery(ask.office(id));
  const about = useQuery(ask.about());
  const today = about.data?.today ?? "";
  return (
    <div className="page">
      <Answer of={office}>
        {(data) => (
          <>
            <Title>{data.name}</Title>
            <div className="page-head">
              <h1>{data.name}</h1>
              <span className="quiet">{data.code}</span>
              <span className="space" />
              <Link to="/billets" search={{ office: data.id }}>
                Billets
              </Link>
              <Link to="/people" search={{ office: data.id }}>
                People
              </Link>
              <Manning office={data.id} />
            </div>
            <Header office={data} />
            <Strength id={id} />
            <OfficeTimeline id={id} today={today} />
            <PresenceSection office={data} today={today} />
            <div className="two">
              <Rotations rotations={data.rotations} />
              <DemandSection id={id} />
            </div>
            <Authorities office={data} />
          </>
        )}
      </Answer>
    </div>
  );
}

/** What is asked for the office, its turnover book, and asking for a billet. */
function Manning({ office }: { office: string }) {
  const may = useMay();
  const [open, setOpen] = useState(false);
  if (!may("see_manning")) return null;
  return (
    <>
      <Link to="/requests" search={{ office }}>
        Requests
      </Link>
      <Link to="/offices/$id/turnover" params={{ id: office }}>
        Turnover book
      </Link>
      {may("draft_billet_request") && <Button onClick={() => setOpen(true)}>Request a billet</Button>}
      {open && <EstablishBillet office={office} onClose={() => setOpen(false)} />}
    </>
  );
}

function Strength({ id }: { id: string }) {
  const strengths = useQuery(ask.strengths(id));
  return (
    <section aria-labelledby="strength">
      <div className="section-head">
        <h2 id="strength">Required, authorised, funded</h2>
      </div>
      <Answer of={strengths}>{(data) => <FourNumbers strengths={data} />}</Answer>
    </section>
  );
}

function Header({ office }: { office: Office }) {
  const { picture } = office;
  const balance = typeof picture.required === "number" ? picture.assigned - picture.required : null;
  return (
    <Facts
      of={[
        ["Kind", office.designation ? `${words(office.kind)}, ${office.designation}` : words(office.kind)],
        ["Country", office.country ? <CountryLink key="c" country={office.country} /> : undefined],
        ["Command", office.command.code],
        [
          "Post",
          <Link key="post" to="/posts/$id" params={{ id: office.post.id }}>
            {`${office.post.name}, ${words(office.post_status).toLowerCase()}`}
          </Link>,
        ],
        [
          "Differentials",
          office.differentials
            ? `hardship ${office.differentials.hardship_pct} %, danger ${office.differentials.danger_pct} %, cost of living ${office.differentials.cost_of_living_pct} %`
            : undefined,
        ],
        ["Fill", <Fill key="fill" rate={picture.fill_rate} />],
        ["Assigned of authorised", `${count(picture.assigned)} of ${count(picture.authorised)}`],
        ["Vacant", `${count(picture.vacant)}, beside ${count(picture.approved_gaps)} approved gaps`],
        ["Present", present(picture)],
        ["Against required", balance === null ? undefined : <span key="b" className={balance < 0 ? "short" : undefined}>{`${signed(balance)} (${picture.required_basis ?? ""})`}</span>],
        ["Gap days in a year", count(office.gap_days_year)],
        ["Section 515", office.section_515 ? <Ledger key="l" ledger={office.section_515} /> : undefined],
      ]}
    />
  );
}

/** Who is on station, and beside it who is not and who came without a billet. */
function present(picture: Office["picture"]): string {
  const beside = [
    picture.diverted_in > 0 ? `${count(picture.diverted_in)} of them diverted here` : "",
    picture.away > 0 ? `${count(picture.away)} away` : "",
    picture.augmented > 0 ? `${count(picture.augmented)} more without a billet` : "",
  ].filter(Boolean);
  return [count(picture.present), ...beside].join("; ");
}

function Ledger({ ledger }: { ledger: NonNullable<Office["section_515"]> }) {
  const over = ledger.members > ledger.limit;
  return (
    <span className={over ? "short" : undefined} title="US military members under 22 U.S.C. 2321i in this country">
      <Link to="/section-515/$id" params={{ id: ledger.country }} search={{ on: undefined }}>
        {ledger.members} of {ledger.limit} members
      </Link>
      , {ledger.billets} billets{ledger.document ? `, ${ledger.document}` : ""}
      {over ? ", more than authorised" : ledger.exceeded ? `, exceeded from ${day(ledger.exceeded)}` : ""}
    </span>
  );
}

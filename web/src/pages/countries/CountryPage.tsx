import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";

import * as ask from "../../api/queries";
import type { Country } from "../../api/types";
import { Answer } from "../../parts/Answer";
import { Facts } from "../../parts/Facts";
import { count } from "../../parts/format";
import { useMay } from "../../parts/useMay";
import { VirtualTable } from "../../parts/VirtualTable";
import { Title } from "../../shell/Title";
import { COLUMNS as NOTIFICATIONS } from "../notifications/NotificationsPage";
import { Drivers } from "../office/DemandSection";
import { CasesSection } from "./CasesSection";
import { FiguresTable } from "./FiguresTable";
import { SalesSection } from "./SalesSection";
import { StaffingSection } from "./StaffingSection";

const route = getRouteApi("/countries/$code");

/** One country: who is there, what its work asks for, where its cases stand, what it bought and will buy. */
export function CountryPage() {
  const { code } = route.useParams();
  const country = useQuery(ask.country(code));
  return (
    <div className="page">
      <Answer of={country}>
        {(data) => (
          <>
            <Title>{data.name}</Title>
            <div className="page-head">
              <h1>{data.name}</h1>
              <span className="quiet">{data.iso3}</span>
            </div>
            {data.synthetic && <p className="small caution">Staffing and cases are synthetic. Sales, notifications and figures with a published source are not.</p>}
            <Header country={data} />
            <StaffingSection country={data} />
            <Demand country={data} />
            <CasesSection country={data} />
            <SalesSection code={code} />
            <Notifications country={data} />
            <FiguresTable country={data} />
          </>
        )}
      </Answer>
    </div>
  );
}

function Header({ country }: { country: Country }) {
  const may = useMay();
  const limit = `${count(country.section_515_limit)} members`;
  return (
    <Facts
      of={[
        ["Purchaser codes", country.purchaser_codes.length > 1 ? `${country.purchaser_codes.join(", ")}: separate customers` : (country.purchaser_codes[0] ?? "none")],
        ["Command", country.command?.code],
        ["Region", country.region],
        ["Priority", `${country.priority} of 5`],
        ["Languages", country.languages.join(", ") || undefined],
        [
          "Section 515 allows",
          may("see_manning") ? (
            <Link key="l" to="/section-515/$id" params={{ id: country.id }} search={{ on: undefined }}>
              {limit}
            </Link>
          ) : (
            limit
          ),
        ],
      ]}
    />
  );
}

function Demand({ country }: { country: Country }) {
  const { demand } = country;
  return (
    <section aria-labelledby="demand">
      <div className="section-head">
        <h2 id="demand">Demand</h2>
        {demand && <span className="quiet small">{demand.carried_by ? `indicated strength ${count(demand.indicated)}` : `no office carries it; it would indicate ${count(demand.indicated)}`}</span>}
      </div>
      {demand ? <Drivers demand={demand} /> : <p className="quiet">Not yours to see.</p>}
    </section>
  );
}

function Notifications({ country }: { country: Country }) {
  return (
    <section aria-labelledby="notified">
      <h2 id="notified">Notifications of Congress</h2>
      <p className="quiet">As published under section 36(b), beside the cases and no part of any case&rsquo;s history.</p>
      <VirtualTable
        caption="Published notifications"
        columns={NOTIFICATIONS.filter((column) => column.id !== "country")}
        query={ask.notifications({ country: country.id })}
        rowKey={(row) => `${row.country.id} ${row.published.document}`}
        empty="None is held. None published is not the same: lists have gaps."
        height={260}
      />
    </section>
  );
}

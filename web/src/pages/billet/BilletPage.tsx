import { Button, Menu } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";

import * as ask from "../../api/queries";
import type { Billet } from "../../api/types";
import { ApproveGap } from "../../forms/ApproveGap";
import { DraftRequest } from "../../forms/DraftRequest";
import { PlanTour } from "../../forms/PlanTour";
import { Answer } from "../../parts/Answer";
import { Facts } from "../../parts/Facts";
import { addMonths, day, period, words } from "../../parts/format";
import { Gantt } from "../../parts/gantt/Gantt";
import type { GanttSpan } from "../../parts/gantt/row";
import { stateWords } from "../../parts/state";
import { useMay } from "../../parts/useMay";
import { Title } from "../../shell/Title";
import { Tours } from "./Tours";

const route = getRouteApi("/billets/$id");

/** One authorised position: what it asks for, who held it, who comes next. */
export function BilletPage() {
  const { id } = route.useParams();
  const billet = useQuery(ask.billet(id));
  const about = useQuery(ask.about());
  const today = about.data?.today;
  return (
    <div className="page">
      <Answer of={billet}>{(data) => (today ? <Loaded billet={data} today={today} /> : null)}</Answer>
    </div>
  );
}

function Loaded({ billet, today }: { billet: Billet; today: string }) {
  return (
    <>
      <Title>{billet.number}</Title>
      <div className="page-head">
        <h1>{billet.title}</h1>
        <span className="quiet">{billet.number}</span>
        <span className="space" />
        <Acts billet={billet} today={today} />
      </div>
      <Terms billet={billet} />
      <section aria-labelledby="over-time">
        <div className="section-head">
          <h2 id="over-time">Over time</h2>
        </div>
        <Gantt timeline={asTimeline(billet, today)} today={today} />
      </section>
      <section aria-labelledby="tours">
        <div className="section-head">
          <h2 id="tours">Tours</h2>
        </div>
        <Tours tours={billet.tours.map((tour) => ({ ...tour, of: tour.person ? { kind: "people" as const, id: tour.person.id, name: `${tour.person.name}, ${tour.person.grade}` } : null }))} />
      </section>
    </>
  );
}

function Acts({ billet, today }: { billet: Billet; today: string }) {
  const may = useMay();
  const [open, setOpen] = useState<"plan" | "gap" | "establish" | "change" | "disestablish" | null>(null);
  const close = () => setOpen(null);
  const last = billet.tours.filter((tour) => tour.status !== "cancelled").map((tour) => tour.until).sort().at(-1);
  const free = last && last > today ? last : addMonths(today, 1);
  const months = billet.tour_length[billet.accompanied ? "accompanied_months" : "unaccompanied_months"];
  return (
    <>
      {may("plan_tour") && <Button onClick={() => setOpen("plan")}>Plan a tour</Button>}
      {may("approve_gap") && (
        <Button variant="default" onClick={() => setOpen("gap")}>
          Approve a gap
        </Button>
      )}
      {may("draft_billet_request") && (
        <Menu>
          <Menu.Target>
            <Button variant="default">Request</Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => setOpen("change")}>Other terms</Menu.Item>
            <Menu.Item onClick={() => setOpen("establish")}>Another billet like it</Menu.Item>
            <Menu.Item onClick={() => setOpen("disestablish")}>Its end</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      {(open === "establish" || open === "change" || open === "disestablish") && <DraftRequest kind={open} like={billet} onClose={close} />}
      {open === "plan" && <PlanTour billet={billet} months={months} report={free} opened onClose={close} />}
      {open === "gap" && <ApproveGap billet={billet} from={free} opened onClose={close} />}
    </>
  );
}

function Terms({ billet }: { billet: Billet }) {
  return (
    <Facts
      of={[
        [
          "Office",
          <Link key="o" to="/offices/$id" params={{ id: billet.office.id }}>
            {billet.office.code}
          </Link>,
        ],
        ["Command", billet.command.code],
        ["Post", billet.post.name],
        ["State", stateWords(billet.state)],
        ["Grade", billet.grade],
        ["Service", words(billet.service_coding)],
        ["Specialty", billet.specialty ?? "any"],
        ["Languages", billet.languages.join(", ") || "none asked"],
        ["Clearance", words(billet.clearance)],
        ["SC code", billet.sc_code ?? "not coded"],
        ["Functional area", words(billet.functional_area)],
        ["Funding", words(billet.funding)],
        ["Key", billet.key ? "key billet" : "no"],
        ["Fill mode", words(billet.fill_mode)],
        ["Section 515", billet.section_515 ? "counts against the limit" : "does not count"],
        ["Accompanied", billet.accompanied ? "yes" : "no"],
        [
          "Tour",
          `${billet.tour_length.accompanied_months} months accompanied, ${billet.tour_length.unaccompanied_months} unaccompanied`,
        ],
        ["Authorised", period(billet.authorised)],
        [
          "Manning document",
          <Link key="m" to="/billets" search={{ source: billet.source }}>
            {billet.source}
          </Link>,
        ],
        ["Money", billet.funding_history.length === 0 ? "funded" : billet.funding_history.map((said) => `${said.funded ? "funded" : "none"} from ${day(said.from)} (${said.document})`).join("; ")],
        [
          "Reports to",
          billet.reports_to ? (
            <Link key="r" to="/billets/$id" params={{ id: billet.reports_to.id }}>
              {billet.reports_to.title}
            </Link>
          ) : undefined,
        ],
        ["Supports", billet.supports.map((one) => `${one.name} ${one.share_per_mille / 10} %`).join(", ") || "no partner named"],
        ["Coordinators", billet.coordinators.map((one) => words(one)).join(", ") || "none"],
      ]}
    />
  );
}

function asTimeline(billet: Billet, today: string): GanttSpan {
  return {
    from: addMonths(today, -36),
    until: addMonths(today, 36),
    billets: [{ ...billet, approved_gaps: billet.approved_gaps.map((gap) => gap.period) }],
  };
}

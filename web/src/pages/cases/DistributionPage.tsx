import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";

import * as ask from "../../api/queries";
import type { CaseDistribution, CaseShare, LoadSpread, ManagerLoad } from "../../api/types";
import { useCommand } from "../../forms/useCommand";
import { Answer } from "../../parts/Answer";
import type { Column } from "../../parts/columns";
import { DataTable } from "../../parts/DataTable";
import { Figure } from "../../parts/Figure";
import { ChoiceFilter, Filters } from "../../parts/Filters";
import { count } from "../../parts/format";
import { PersonLink } from "../../parts/PersonLink";
import { ProblemNote } from "../../parts/ProblemNote";
import { useMay } from "../../parts/useMay";
import { Title } from "../../shell/Title";

const route = getRouteApi("/cases/distribution");

/** Who should get which case of an office: every proposal with its reasons, and load before and after. */
export function DistributionPage() {
  const { office, leaving } = route.useSearch();
  const navigate = route.useNavigate();
  const summary = useQuery(ask.caseSummary({}));
  const offices = (summary.data?.offices ?? []).map(({ office: one }) => [one.id, one.code] as const);
  return (
    <div className="page">
      <Title>Distribution of cases</Title>
      <div className="page-head">
        <h1>Distribution of cases</h1>
        <span className="quiet">Cases go where load stays even and to whoever knows them. Nothing is given before you say so; the points are levers.</span>
      </div>
      <Filters>
        <ChoiceFilter label="Office" value={office} onChange={(next) => void navigate({ search: { office: next }, replace: true })} of={offices} all="Choose an office" />
      </Filters>
      {office && <Preview key={`${office}${leaving}`} office={office} leaving={leaving} />}
    </div>
  );
}

function Preview({ office, leaving }: { office: string; leaving: string | undefined }) {
  const navigate = route.useNavigate();
  const data = useQuery(ask.caseDistribution({ office, leaving }));
  return (
    <Answer of={data}>
      {(found) => (
        <>
          <section className="totals" aria-label="The distribution in figures">
            <Figure name={leaving ? "Cases of who leaves" : "Managed by nobody"}>{count(found.waiting)}</Figure>
            <Figure name="Load now, least to most" note={<Gini of={found.before} />}>
              {spread(found.before)}
            </Figure>
            <Figure name="Load with these, least to most" note={<Gini of={found.after} />}>
              {spread(found.after)}
            </Figure>
          </section>
          <Give of={found} />
          <h2>What each carries</h2>
          <DataTable caption="Load of each manager" columns={loads((person) => void navigate({ search: { office, leaving: person } }))} rows={found.managers} rowKey={(row) => row.person.id} initial={{ column: "after", descending: true }} />
          <h2>Who should get which case</h2>
          <DataTable caption="Cases and who should get them" columns={SHARES} rows={found.shares} rowKey={(row) => row.case} empty="Nothing is to be shared." />
        </>
      )}
    </Answer>
  );
}

const hours = (minutes: number): string => count(Math.round(minutes / 60));
const spread = (of: LoadSpread): string => `${hours(of.least)} to ${hours(of.most)} h a month`;

function Gini({ of }: { of: LoadSpread }) {
  return (
    <span className="small quiet" title="0 where all carry the same, towards 1 where one carries all">
      Gini {of.gini.toFixed(3)}
    </span>
  );
}

/** Gives every case as proposed, all at once. */
function Give({ of }: { of: CaseDistribution }) {
  const may = useMay();
  const give = useCommand("together");
  if (of.shares.length === 0 || !may("assign_cases")) return null;
  const people = [...new Set(of.shares.map((share) => share.person.id))];
  const commands = people.map((manager) => ({
    command: "assign_cases" as const,
    body: { cases: of.shares.filter((share) => share.person.id === manager).map((share) => share.case), manager, reason: "Distribution by load, expertise, country and continuity" },
  }));
  return (
    <div className="decisions">
      <Button loading={give.isPending} onClick={() => give.mutate({ body: { commands } })}>
        Give {count(of.shares.length)} cases as proposed
      </Button>
      {give.error && <ProblemNote error={give.error} />}
    </div>
  );
}

function loads(onLeaving: (person: string) => void): Column<ManagerLoad>[] {
  return [
    { id: "person", header: "Manager", value: (row) => row.person.name, cell: (row) => <PersonLink person={row.person} /> },
    { id: "before", header: "Cases now", right: true, value: (row) => row.cases_before, cell: (row) => count(row.cases_before) },
    { id: "after", header: "Cases with these", right: true, value: (row) => row.cases_after, cell: (row) => count(row.cases_after) },
    { id: "hours", header: "Hours a month now", right: true, value: (row) => row.minutes_before, cell: (row) => hours(row.minutes_before) },
    { id: "hours_after", header: "Hours with these", right: true, value: (row) => row.minutes_after, cell: (row) => hours(row.minutes_after) },
    {
      id: "leaving",
      header: "Leaves",
      value: () => null,
      cell: (row) => (
        <button type="button" className="linkish" onClick={() => onLeaving(row.person.id)} aria-label={`Share the cases of ${row.person.name}`}>
          share all of theirs
        </button>
      ),
    },
  ];
}

const points = (value: number): string => value.toLocaleString("en-US", { maximumFractionDigits: 1 });

const SHARES: Column<CaseShare>[] = [
  {
    id: "number",
    header: "Case",
    value: (row) => row.number,
    cell: (row) => (
      <Link to="/cases/$id" params={{ id: row.case }}>
        {row.number}
      </Link>
    ),
  },
  { id: "title", header: "What", wide: true, value: (row) => row.title },
  { id: "country", header: "Country", value: (row) => row.country.name },
  { id: "person", header: "To", value: (row) => row.person.name, cell: (row) => <PersonLink person={row.person} /> },
  {
    id: "why",
    header: "Why, in points",
    wraps: true,
    value: (row) => row.load - row.expertise - row.known_country - row.continuity,
    cell: (row) =>
      [
        `load ${points(row.load)}`,
        row.expertise > 0 ? `less ${points(row.expertise)} for ${count(row.alike)} cases of the kind` : "no case of the kind",
        row.known_country > 0 ? `less ${points(row.known_country)} for ${count(row.of_country)} of the country` : "none of the country",
        ...(row.continuity > 0 ? [`less ${points(row.continuity)} for this very case`] : []),
      ].join(", "),
  },
  {
    id: "runner",
    header: "Next best",
    value: (row) => row.by,
    cell: (row) => (row.runner_up ? <><PersonLink person={row.runner_up} /> <span className="quiet">by {points(row.by ?? 0)}</span></> : "nobody else"),
  },
];

import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

import * as ask from "../../api/queries";
import type { TurnoverBook } from "../../api/types";
import { Answer } from "../../parts/Answer";
import { figureOf, restsOn, yearly } from "../../parts/basis";
import type { Column } from "../../parts/columns";
import { DataTable } from "../../parts/DataTable";
import { Facts, Sealed } from "../../parts/Facts";
import { count, day, words } from "../../parts/format";
import { PrintMarking } from "../../parts/PrintMarking";
import { Title } from "../../shell/Title";
import { FourNumbers } from "./FourNumbers";
import { LedgerChanges, LedgerLines } from "./LedgerTables";

const route = getRouteApi("/offices/$id/turnover");

type Line = TurnoverBook["billets"][number];
type Gap = TurnoverBook["gaps"][number];
type Matter = TurnoverBook["matters"][number];

/** What an arriving chief has to know, put together from what is known already; to be read or printed. */
export function TurnoverPage() {
  const { id } = route.useParams();
  const book = useQuery(ask.turnover(id));
  return (
    <div className="page">
      <PrintMarking />
      <Answer of={book}>{(data) => <Book book={data} />}</Answer>
    </div>
  );
}

function Book({ book }: { book: TurnoverBook }) {
  return (
    <>
      <Title>{`Turnover book ${book.code}`}</Title>
      <div className="page-head">
        <h1>Turnover book, {book.name}</h1>
        <span className="quiet">
          {book.code}, written {day(book.on)}
        </span>
        <span className="space" />
        <span className="no-print acts">
          <Link to="/offices/$id" params={{ id: book.office }}>
            Office
          </Link>
          <Button variant="default" size="compact-sm" onClick={() => window.print()}>
            Print
          </Button>
        </span>
      </div>
      <Facts
        of={[
          ["Country", book.country ?? undefined],
          ["Post", `${book.post}, ${words(book.post_status).toLowerCase()}`],
          ["Differentials", book.differentials ? `hardship ${book.differentials.hardship_pct} %, danger ${book.differentials.danger_pct} %, cost of living ${book.differentials.cost_of_living_pct} %` : undefined],
          ["Time zone", book.zone],
          ["Billets", `${count(book.billets.length)} authorised, ${count(book.billets.filter((line) => line.state.state === "filled").length)} filled`],
          ["Gaps ahead", `${count(book.gaps.filter((gap) => gap.soon).length)} begin within 12 months, ${count(book.gaps.length)} within 24`],
          ["Open matters", count(book.matters.length)],
        ]}
      />
      <Part id="strength" title="Required, authorised, funded">
        <FourNumbers strengths={book.strengths} open />
      </Part>
      <Part id="billets" title="Billets and people">
        <DataTable caption="Billets and people" columns={BILLETS} rows={book.billets} rowKey={(row) => row.billet.id} />
      </Part>
      <Part id="gaps" title="Gaps coming in 24 months">
        <DataTable caption="Gaps coming" columns={GAPS} rows={book.gaps} rowKey={(row) => `${row.billet.id} ${row.span.from}`} empty="No gap is coming by what is planned." />
      </Part>
      {book.ledger && (
        <Part id="ledger" title="Section 515 ledger">
          <p>
            {count(book.ledger.members)} of {count(book.ledger.limit)} members, {book.ledger.left} left; authorised by {book.ledger.authority.document}.
            {book.ledger.exceeded ? <strong className="short"> More than allowed from {day(book.ledger.exceeded)}.</strong> : null}
          </p>
          <LedgerLines lines={book.ledger.lines} />
          <LedgerChanges changes={book.ledger.changes} />
        </Part>
      )}
      <Part id="demand" title="Demand and its drivers">
        <Drivers book={book} />
      </Part>
      <Part id="matters" title="Open matters">
        <DataTable caption="Open matters" columns={MATTERS} rows={book.matters} rowKey={(row) => row.id} empty="Nothing is open." />
      </Part>
      <Part id="figures" title="Cases, engagements and other figures of the country">
        <p className="quiet small">Single cases and engagements are not kept here yet; these are the country’s figures, each with its source.</p>
        <DataTable caption="Figures of the country" columns={FIGURES} rows={book.figures} rowKey={(row) => row.measure} empty="No figure is on record." />
      </Part>
      <Part id="contacts" title="Who to call">
        <DataTable caption="Who to call" columns={CONTACTS} rows={book.contacts} rowKey={(row) => `${row.title} ${row.name} ${row.reach}`} empty="Nobody signs in for the office or those above it." />
      </Part>
      <Part id="authorities" title="Who has which authority">
        <DataTable caption="Authorities" columns={AUTHORITIES} rows={book.authorities} rowKey={(row) => `${row.kind} ${row.holder}`} />
      </Part>
    </>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <div className="section-head">
        <h2 id={id}>{title}</h2>
      </div>
      {children}
    </section>
  );
}

const BILLETS: Column<Line>[] = [
  {
    id: "number",
    header: "Billet",
    value: (row) => row.billet.number,
    cell: (row) => (
      <Link to="/billets/$id" params={{ id: row.billet.id }}>
        {row.billet.number}
      </Link>
    ),
  },
  { id: "title", header: "Title", wraps: true, value: (row) => `${row.billet.title}${row.key ? " (key)" : ""}${row.funded ? "" : " (no money)"}` },
  { id: "grade", header: "Grade", wide: true, value: (row) => row.grade },
  { id: "who", header: "Who", wraps: true, value: (row) => row.incumbent?.name ?? null, cell: (row) => <Who row={row} /> },
  { id: "rotation", header: "Rotates", value: (row) => row.rotation, cell: (row) => day(row.rotation) },
  {
    id: "relief",
    header: "Relief",
    wide: true,
    wraps: true,
    value: (row) => row.relief_on,
    cell: (row) => (row.relief_on ? `${row.relief?.name ?? "planned"}, ${day(row.relief_on)}` : <span className="quiet">nobody planned</span>),
  },
];

function Who({ row }: { row: Line }) {
  if (row.incumbent) return <>{`${row.incumbent.name}, ${row.incumbent.grade}`}</>;
  if (row.state.state === "filled") return <Sealed />;
  if (row.state.state === "approved_gap") return <span className="quiet">approved gap until {day(row.state.until)}</span>;
  return <span className="short">{row.state.state === "vacant" ? `vacant since ${day(row.state.since)}` : words(row.state.state)}</span>;
}

const GAPS: Column<Gap>[] = [
  { id: "from", header: "From", value: (row) => row.span.from, cell: (row) => day(row.span.from) },
  { id: "until", header: "Until", value: (row) => (row.open ? null : row.span.until), cell: (row) => (row.open ? <span className="short">nobody planned</span> : day(row.span.until)) },
  { id: "days", header: "Days", right: true, value: (row) => row.span.days, cell: (row) => count(row.span.days) },
  { id: "billet", header: "Billet", wraps: true, value: (row) => `${row.billet.number}, ${row.billet.title}` },
];

const MATTERS: Column<Matter>[] = [
  {
    id: "title",
    header: "Matter",
    wraps: true,
    value: (row) => row.title,
    cell: (row) => (
      <Link to={row.kind === "requisition" ? "/requisitions/$id" : "/requests/$id"} params={{ id: row.id }}>
        {row.title}
      </Link>
    ),
  },
  { id: "status", header: "Stands", value: (row) => row.status },
  {
    id: "turn",
    header: "Whose turn",
    wraps: true,
    value: (row) => row.turns[0]?.holder ?? null,
    cell: (row) =>
      row.turns.map((turn, index) => (
        <span key={`${turn.holder} ${turn.due}`}>
          {index > 0 ? "; " : ""}
          {turn.holder} <span className={turn.late ? "short" : "quiet"}>{turn.late ? `late since ${day(turn.due)}` : `until ${day(turn.due)}`}</span>
        </span>
      )),
  },
];

const FIGURES: Column<TurnoverBook["figures"][number]>[] = [
  { id: "measure", header: "Figure", value: (row) => words(row.measure) },
  { id: "value", header: "Value", right: true, value: (row) => row.value, cell: (row) => count(row.value) },
  { id: "year", header: "Of", value: (row) => row.fiscal_year, cell: (row) => `FY${row.fiscal_year}` },
  { id: "source", header: "Source", wraps: true, value: (row) => `${row.source}${row.synthetic ? " (synthetic)" : ""}` },
];

const CONTACTS: Column<TurnoverBook["contacts"][number]>[] = [
  { id: "title", header: "Role", value: (row) => row.title },
  { id: "name", header: "Name", value: (row) => row.name },
  { id: "reach", header: "For", value: (row) => row.reach },
];

const AUTHORITIES: Column<TurnoverBook["authorities"][number]>[] = [
  { id: "title", header: "Authority", wraps: true, value: (row) => row.title },
  { id: "holder", header: "Holder", wraps: true, value: (row) => row.holder },
  { id: "acts", header: "Confers", wide: true, wraps: true, value: (row) => row.acts.map((act) => words(act).toLowerCase()).join(", ") },
];

function Drivers({ book }: { book: TurnoverBook }) {
  const demand = book.strengths.indicated;
  if (!demand) return <p className="quiet">The workload standard covers security cooperation organisations only.</p>;
  const columns: Column<(typeof demand.drivers)[number]>[] = [
    { id: "title", header: "Driver", wraps: true, value: (row) => row.title },
    { id: "count", header: "Count", right: true, value: (row) => row.count, cell: (row) => count(row.count) },
    { id: "basis", header: "Counted from", wraps: true, value: restsOn },
    { id: "figure", header: "Yearly figure", right: true, value: (row) => figureOf(row.basis)?.value, cell: (row) => yearly(row.basis) },
    { id: "minutes", header: "Minutes a month each", right: true, wide: true, value: (row) => row.minutes_each, cell: (row) => `${count(row.minutes_each)} (${row.lever.replaceAll("_", " ")})` },
    { id: "hours", header: "Hours a month", right: true, value: (row) => row.hours_month, cell: (row) => row.hours_month.toLocaleString("en-US", { maximumFractionDigits: 1 }) },
  ];
  return (
    <>
      <DataTable caption="Drivers of demand" columns={columns} rows={demand.drivers} rowKey={(row) => row.measure} empty="No figure drives work here." />
      <p className="small caution">{demand.caution}</p>
    </>
  );
}

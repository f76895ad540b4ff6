import { Link, useNavigate } from "@tanstack/react-router";

import type { Country, CountryCases, CountryPhase, CountryPurchaser } from "../../api/types";
import type { Column } from "../../parts/columns";
import { DataTable } from "../../parts/DataTable";
import { Figure } from "../../parts/Figure";
import { count } from "../../parts/format";
import { money, named, PHASES } from "../cases/words";

/** The open cases of a country, each figure leading into the queue. */
export function CasesSection({ country }: { country: Country }) {
  return (
    <section aria-labelledby="cases">
      <h2 id="cases">Cases</h2>
      {country.cases ? <Cases id={country.id} cases={country.cases} /> : <p className="quiet">No case of this country that you may see.</p>}
    </section>
  );
}

type Part = "held" | "late" | "stuck" | "over";

function Cases({ id, cases }: { id: string; cases: CountryCases }) {
  const navigate = useNavigate();
  const open = (part?: Part) => () => void navigate({ to: "/cases", search: { country: id, part } });
  return (
    <>
      <div className="totals" role="group" aria-label="Cases of the country in figures">
        <Figure name="Open cases" onOpen={open()}>
          {count(cases.open)}
        </Figure>
        <Figure name="Worth">{money(cases.value_cents)}</Figure>
        <Figure name="Stuck" onOpen={open("stuck")}>
          {count(cases.stuck)}
        </Figure>
        <Figure name="On hold" onOpen={open("held")}>
          {count(cases.held)}
        </Figure>
        <Figure name="Past the goal" onOpen={open("late")}>
          {count(cases.late)}
        </Figure>
        <Figure name="Closed or cancelled" onOpen={open("over")}>
          {count(cases.over)}
        </Figure>
      </div>
      <div className="beside">
        <DataTable caption="Open cases by phase" columns={phases(id)} rows={cases.phases} rowKey={(row) => row.phase} empty="No open case." />
        <DataTable caption="Open cases by purchaser code" columns={purchasers(id)} rows={cases.purchasers} rowKey={(row) => row.code} empty="No purchaser code." />
      </div>
    </>
  );
}

function phases(id: string): Column<CountryPhase>[] {
  const part = (name: "held" | "late" | "stuck", header: string): Column<CountryPhase> => ({
    id: name,
    header,
    right: true,
    value: (row) => row[name],
    cell: (row) =>
      row[name] > 0 ? (
        <Link to="/cases" search={{ country: id, phase: row.phase, part: name }}>
          {count(row[name])}
        </Link>
      ) : (
        "0"
      ),
  });
  return [
    {
      id: "phase",
      header: "Phase",
      value: (row) => PHASES.findIndex(([key]) => key === row.phase),
      cell: (row) => (
        <Link to="/cases" search={{ country: id, phase: row.phase }}>
          {named(PHASES, row.phase)}
        </Link>
      ),
    },
    { id: "cases", header: "Cases", right: true, value: (row) => row.cases, cell: (row) => count(row.cases) },
    part("stuck", "Stuck"),
    part("held", "On hold"),
    part("late", "Past the goal"),
    { id: "value", header: "Value", right: true, value: (row) => row.value_cents, cell: (row) => money(row.value_cents) },
  ];
}

function purchasers(id: string): Column<CountryPurchaser>[] {
  return [
    {
      id: "code",
      header: "Purchaser code",
      value: (row) => row.code,
      cell: (row) => (
        <Link to="/cases" search={{ country: id, purchaser: row.code }}>
          {row.code}
        </Link>
      ),
    },
    { id: "cases", header: "Open cases", right: true, value: (row) => row.cases, cell: (row) => count(row.cases) },
    { id: "value", header: "Value", right: true, value: (row) => row.value_cents, cell: (row) => money(row.value_cents) },
  ];
}

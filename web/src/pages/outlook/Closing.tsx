import type { Outlook, OutlookRemedy, OutlookStep } from "../../api/types";
import type { Column } from "../../parts/columns";
import { DataTable } from "../../parts/DataTable";
import { count, day, words } from "../../parts/format";
import { closed, expected } from "./figures";

type Missing = keyof OutlookStep["missing"];

/** A step beside what is missing as assumed. */
interface Beside extends OutlookStep {
  base: OutlookStep;
}

const label = (row: OutlookStep) => words(row.lever.replace("outlook_", ""));

const column = (of: Missing, header: string, wide: boolean): Column<Beside> => ({
  id: of,
  header,
  right: true,
  wide,
  value: (row) => row.missing[of] - row.base.missing[of],
  cell: (row) => {
    const by = closed(row.base.missing[of], row.missing[of]);
    return <span className={by.startsWith("−") ? "over" : by.startsWith("+") ? "short" : "quiet"}>{by}</span>;
  },
});

const STEPS: Column<Beside>[] = [
  { id: "lever", header: "More", value: (row) => row.lever, cell: (row) => `${label(row)} +${count(row.more)}` },
  { id: "value", header: "Then", right: true, wide: true, value: (row) => row.value, cell: (row) => count(row.value) },
  column("people", "People", false),
  column("specialties", "Specialties", false),
  column("certificates", "Certificates", false),
  column("languages", "Languages", false),
  {
    id: "years",
    header: "People-years",
    right: true,
    wide: true,
    title: "Years of people missing that it saves over the five years",
    value: (row) => row.people_years - row.base.people_years,
    cell: (row) => closed(row.base.people_years, row.people_years),
  },
];

const isSeat = (row: OutlookRemedy) => row.need.kind === "certificate" || row.need.kind === "language";

const REMEDIES: Column<OutlookRemedy>[] = [
  { id: "title", header: "Who", value: (row) => row.title, wraps: true },
  { id: "more", header: "One more", value: (row) => (isSeat(row) ? "course seat" : "accession") },
  { id: "missing", header: "Missing", right: true, title: "Missing on the last day without it", value: (row) => row.missing, cell: (row) => expected(row.missing) },
  {
    id: "saves",
    header: "Saves, years",
    right: true,
    title: "Years of people missing that one more a year saves over the five years",
    value: (row) => row.saves,
    cell: (row) => expected(row.saves),
  },
  {
    id: "closes",
    header: "Closed by",
    right: true,
    title: "So many more a year leave nobody missing on the last day",
    value: (row) => row.closes,
    cell: (row) => (row.closes === null || row.closes === undefined ? "not by 1,000" : `${count(row.closes)} a year`),
  },
];

/** What stronger levers close, and where one more accession or course seat a year does most. */
export function Closing({ outlook }: { outlook: Outlook }) {
  const bases = new Map(outlook.steps.filter((step) => step.more === 0).map((step) => [step.lever, step]));
  const steps = outlook.steps.flatMap((step): Beside[] => {
    const base = bases.get(step.lever);
    return base && step.more > 0 ? [{ ...step, base }] : [];
  });
  const base = outlook.steps.find((step) => step.more === 0);
  return (
    <>
      <section aria-labelledby="close">
        <div className="section-head">
          <h2 id="close">What would close it</h2>
          {base && (
            <span className="small quiet">
              on {day(outlook.days.at(-1))}, everything else as assumed; missing then: {expected(base.missing.people)} people, {expected(base.missing.specialties)} with a specialty,{" "}
              {expected(base.missing.certificates)} with a certificate, {expected(base.missing.languages)} with a language
            </span>
          )}
        </div>
        <DataTable caption="What a stronger lever closes" columns={STEPS} rows={steps} rowKey={(row) => `${row.lever} ${row.more}`} empty="Every lever stands at its end." />
      </section>
      <section aria-labelledby="one-more">
        <div className="section-head">
          <h2 id="one-more">Where one more a year does most</h2>
        </div>
        <DataTable caption="Where one more accession or course seat a year does most" columns={REMEDIES} rows={outlook.remedies} rowKey={(row) => row.title} empty="Nobody is missing at the end." />
      </section>
    </>
  );
}

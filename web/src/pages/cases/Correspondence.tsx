import type { CaseLetterRow, CasePage } from "../../api/types";
import { AnswerLetter, CorrectLetter, RegisterLetter } from "../../forms/cases/LetterForms";
import type { Column } from "../../parts/columns";
import { DataTable } from "../../parts/DataTable";
import { count, day } from "../../parts/format";
import { answered, LETTER_KINDS } from "./letters";
import { HOLDERS, named } from "./words";

interface Props {
  of: CasePage;
  today: string;
}

/** Letters, e-mail, memoranda and cables of a case: what awaits an answer, since when, by whom. */
export function Correspondence(props: Props) {
  const { of, today } = props;
  const awaited = of.answers;
  return (
    <section aria-labelledby="correspondence">
      <div className="section-head">
        <h2 id="correspondence">Correspondence</h2>
        <span className="space" />
        <RegisterLetter of={of} today={today} />
      </div>
      {awaited ? (
        <p className={awaited.overdue > 0 ? "short" : undefined}>
          {count(awaited.letters)} {awaited.letters === 1 ? "letter awaits" : "letters await"} an answer, the oldest since {day(awaited.since)}
          {awaited.overdue > 0 ? `; ${count(awaited.overdue)} past the day it was due` : `; the next is due on ${day(awaited.due)}`}.
        </p>
      ) : (
        <p className="quiet">Nothing awaits an answer. No purchaser sees what is registered here.</p>
      )}
      <DataTable caption="Correspondence" columns={columns(props)} rows={of.letters} rowKey={(row) => String(row.entry)} empty="No letter is registered on this case." />
    </section>
  );
}

const columns = (props: Props): Column<CaseLetterRow>[] => [
  { id: "entry", header: "No.", right: true, value: (row) => row.entry, cell: (row) => count(row.entry + 1) },
  { id: "on", header: "Day", value: (row) => row.facts.on, cell: (row) => day(row.facts.on) },
  { id: "way", header: "From or to", value: (row) => `${row.facts.direction} ${row.facts.party}`, cell: (row) => `${row.facts.direction === "in" ? "from" : "to"} ${named(HOLDERS, row.facts.party)}` },
  { id: "kind", header: "What", value: (row) => named(LETTER_KINDS, row.facts.kind) },
  { id: "reference", header: "Reference", wide: true, value: (row) => row.facts.reference, cell: (row) => row.facts.reference || "–" },
  { id: "subject", header: "Subject", wraps: true, value: (row) => row.facts.subject, cell: Subject },
  { id: "answer", header: "Answer", wraps: true, value: (row) => (row.awaits ? row.facts.owed?.due : null), cell: (row) => <span className={row.overdue_days ? "short" : undefined}>{answered(row)}</span> },
  {
    id: "acts",
    header: "Record",
    value: () => null,
    cell: (row) =>
      row.withdrawn ? null : (
        <>
          {row.awaits && <AnswerLetter key={`a${row.entry}`} {...props} letter={row} />}
          <CorrectLetter key={`c${row.entry}${row.corrections.length}`} {...props} letter={row} />
        </>
      ),
  },
];

/** What a letter is about, what it answers, and what stood there before. */
function Subject(row: CaseLetterRow) {
  return (
    <>
      {row.facts.subject}
      {row.answers.length > 0 && <span className="quiet"> Answers {row.answers.map((entry) => entry + 1).join(", ")}.</span>}
      {row.corrections.map((one, index) => (
        <div key={index} className="quiet">
          Corrected {day(one.on)}: {one.reason}. It said {one.was.subject}, {day(one.was.on)}.
        </div>
      ))}
    </>
  );
}

import { useState } from "react";

import type { CaseDiscrepancyRow, CasePage } from "../../../api/types";
import { DISCREPANCIES, lineNumber, OUTCOMES } from "../../../pages/cases/execution/words";
import { Act, Day, Dollars, Pick, Whole, Words } from "./Act";
import { cents } from "./money";

interface Props {
  of: CasePage;
  today: string;
}

export function FileDiscrepancy({ of, today }: Props) {
  const delivered = of.running.lines_delivered.filter((one) => one.delivered > 0);
  const choices = delivered.map((one) => [String(one.line), lineNumber(one.line)] as const);
  const [line, setLine] = useState(String(delivered[0]?.line ?? 1));
  const [kind, setKind] = useState<(typeof DISCREPANCIES)[number][0]>("shortage");
  const [quantity, setQuantity] = useState("1");
  const [claim, setClaim] = useState("");
  const [filed, setFiled] = useState(today);
  const [note, setNote] = useState("");
  if (delivered.length === 0) return null;
  return (
    <Act
      of={of}
      name="file_discrepancy"
      label="File a report"
      submit="File it"
      body={{ case: of.id, line: Number(line), kind, quantity: Number(quantity), claim_cents: cents(claim), filed, note }}
    >
      <Pick label="Line" value={line} of={choices} onChange={setLine} />
      <Pick label="What is wrong" value={kind} of={DISCREPANCIES} onChange={setKind} />
      <Whole label="How many are concerned" value={quantity} onChange={setQuantity} />
      <Dollars label="Claimed, US dollars" value={claim} onChange={setClaim} />
      <Day label="Filed on" value={filed} max={today} onChange={setFiled} />
      <Words label="In words" value={note} onChange={setNote} />
    </Act>
  );
}

const NEXT = { received: ["review", "Begin the review"], under_review: ["answer", "Answer"], answered: ["close", "Close"] } as const;

/** The next step of a report: reviewed, answered, closed. */
export function NextStep({ of, today, report }: Props & { report: CaseDiscrepancyRow }) {
  const [on, setOn] = useState(today);
  const [outcome, setOutcome] = useState<(typeof OUTCOMES)[number][0]>("accepted");
  const [credit, setCredit] = useState("");
  const [note, setNote] = useState("");
  if (report.status === "closed") return null;
  const [step, label] = NEXT[report.status];
  const answered = step === "answer";
  const body = {
    case: of.id,
    report: report.entry,
    step,
    on,
    outcome: answered ? outcome : null,
    credited_cents: answered && outcome === "credited" ? cents(credit) : 0,
    note: answered ? note : "",
  };
  return (
    <Act of={of} name="decide_discrepancy" label={label} about={`report on line ${lineNumber(report.report.line)}`} small submit="Record it" body={body}>
      <Day label="On" value={on} max={today} onChange={setOn} />
      {answered && (
        <>
          <Pick label="Outcome" value={outcome} of={OUTCOMES} onChange={setOutcome} />
          {outcome === "credited" && <Dollars label="Credited, US dollars" value={credit} onChange={setCredit} />}
          <Words label="Answer" value={note} onChange={setNote} />
        </>
      )}
    </Act>
  );
}

import { useState } from "react";

import type { CasePage } from "../../../api/types";
import { DIFFERENCES } from "../../../pages/cases/execution/words";
import { Act, Dollars, Pick, Whole, Words } from "./Act";
import { cents } from "./money";

interface Props {
  of: CasePage;
  today: string;
}

/** The fiscal year that ended last before a day. */
const lastYear = (today: string) => Number(today.slice(0, 4)) - (today.slice(5) >= "10-01" ? 0 : 1);

export function Reconcile({ of, today }: Props) {
  const complete = ["supply_complete", "interim_closed"].includes(of.phase);
  const [year, setYear] = useState(complete ? "" : String(of.execution?.reconcile ?? lastYear(today)));
  const [obligated, setObligated] = useState("");
  const [kind, setKind] = useState<"none" | (typeof DIFFERENCES)[number][0]>("none");
  const [note, setNote] = useState("");
  const explained = kind === "none" ? [] : [{ difference: kind, note }];
  return (
    <Act of={of} name="reconcile_case" label="Reconcile" submit="Reconcile it" body={{ case: of.id, year: year ? Number(year) : null, obligated_cents: cents(obligated), explained }}>
      <Whole label="Fiscal year" description="Empty: for good, once supply is complete" value={year} optional onChange={setYear} />
      <Dollars label="Obligated by the accounting system, US dollars" value={obligated} onChange={setObligated} />
      <Pick label="A difference that is explained" value={kind} of={[["none", "None"], ...DIFFERENCES]} onChange={setKind} />
      {kind !== "none" && <Words label="Why it stands" value={note} onChange={setNote} />}
      <p className="quiet">What was billed, paid and delivered is taken from the case as recorded here; what differs is named once it is reconciled.</p>
    </Act>
  );
}

import { Checkbox, TextInput } from "@mantine/core";
import { useState } from "react";

import type { CasePage } from "../../../api/types";
import { REVIEWS } from "../../../pages/cases/execution/words";
import { HOLDERS } from "../../../pages/cases/words";
import { Act, Day, Pick, Words } from "./Act";

interface Props {
  of: CasePage;
  today: string;
}

/** Plans a review, or records one that was held, with one action where one follows. */
export function RecordReview({ of, today }: Props) {
  const [kind, setKind] = useState<(typeof REVIEWS)[number][0]>("program");
  const [on, setOn] = useState(today);
  const [held, setHeld] = useState(true);
  const [findings, setFindings] = useState("");
  const [action, setAction] = useState("");
  const [holder, setHolder] = useState<(typeof HOLDERS)[number][0]>("agency");
  const [due, setDue] = useState(today);
  const actions = held && action.trim() ? [{ action, holder, due, done: null }] : [];
  return (
    <Act of={of} name="record_review" label="Plan or record a review" submit="Record it" body={{ case: of.id, kind, on, held, findings: held ? findings : "", actions }}>
      <Pick label="Review" value={kind} of={REVIEWS} onChange={setKind} />
      <Checkbox label="It was held" checked={held} onChange={(event) => setHeld(event.currentTarget.checked)} />
      <Day label={held ? "Held on" : "Planned for"} value={on} onChange={setOn} />
      {held && (
        <>
          <Words label="What was found" value={findings} onChange={setFindings} />
          <TextInput label="What is to be done, if anything" description="Name no person" value={action} onChange={(event) => setAction(event.currentTarget.value)} />
          {action.trim() && (
            <>
              <Pick label="Who does it" value={holder} of={HOLDERS} onChange={setHolder} />
              <Day label="By when" value={due} onChange={setDue} />
            </>
          )}
        </>
      )}
    </Act>
  );
}

export function SettleAction({ of, today, review, action, title }: Props & { review: number; action: number; title: string }) {
  const [on, setOn] = useState(today);
  return (
    <Act of={of} name="settle_review_action" label="Done" about={title} small submit="Record it" body={{ case: of.id, review, action, on }}>
      <Day label="Done on" value={on} max={today} onChange={setOn} />
    </Act>
  );
}

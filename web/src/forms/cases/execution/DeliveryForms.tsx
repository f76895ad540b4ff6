import { Checkbox } from "@mantine/core";
import { useState } from "react";

import type { CaseDeliveryRow, CasePage } from "../../../api/types";
import { day } from "../../../parts/format";
import { lineNumber, SLIPS } from "../../../pages/cases/execution/words";
import { Act, Day, Pick, Whole, Words } from "./Act";

interface Props {
  of: CasePage;
  today: string;
}

const lines = (of: CasePage) => of.lines.map((one) => [String(one.line), `${lineNumber(one.line)} ${one.title}`] as const);

export function PlanDelivery({ of, today }: Props) {
  const [line, setLine] = useState(String(of.lines[0]?.line ?? 1));
  const [quantity, setQuantity] = useState("1");
  const [on, setOn] = useState(today);
  return (
    <Act of={of} name="plan_deliveries" label="Plan a delivery" submit="Plan it" body={{ case: of.id, deliveries: [{ line: Number(line), quantity: Number(quantity), on }] }}>
      <Pick label="Line" value={line} of={lines(of)} onChange={setLine} />
      <Whole label="Quantity" value={quantity} onChange={setQuantity} />
      <Day label="Planned for" value={on} onChange={setOn} />
    </Act>
  );
}

export function RecordDelivery({ of, today, due }: Props & { due?: CaseDeliveryRow }) {
  const [line, setLine] = useState(String(due?.line ?? of.lines[0]?.line ?? 1));
  const [quantity, setQuantity] = useState(String(due?.quantity ?? 1));
  const [on, setOn] = useState(today);
  return (
    <Act
      of={of}
      name="record_delivery"
      label={due ? "Delivered" : "Record a delivery"}
      about={due && `line ${lineNumber(due.line)}, expected ${day(due.expected)}`}
      small={Boolean(due)}
      submit="Record it"
      body={{ case: of.id, line: Number(line), quantity: Number(quantity), on }}
    >
      {!due && <Pick label="Line" value={line} of={lines(of)} onChange={setLine} />}
      <Whole label="How many were delivered" value={quantity} onChange={setQuantity} />
      <Day label="Delivered on" value={on} max={today} onChange={setOn} />
      <p className="quiet">Of a line, the delivery expected first counts as made first; part of one leaves the rest planned.</p>
    </Act>
  );
}

export function MoveDelivery({ of, due }: { of: CasePage; due: CaseDeliveryRow }) {
  const [to, setTo] = useState(due.expected);
  const [never, setNever] = useState(false);
  const [slip, setSlip] = useState<(typeof SLIPS)[number][0]>("production");
  const [note, setNote] = useState("");
  return (
    <Act
      of={of}
      name="move_delivery"
      label="Move"
      about={`line ${lineNumber(due.line)}, expected ${day(due.expected)}`}
      small
      submit={never ? "Take it out" : "Move it"}
      body={{ case: of.id, delivery: due.entry, to: never ? null : to, slip, note }}
    >
      <Day label="Expected now" value={to} optional={never} onChange={setTo} />
      <Checkbox label="It will not be made" checked={never} onChange={(event) => setNever(event.currentTarget.checked)} />
      <Pick label="Why" value={slip} of={SLIPS} onChange={setSlip} />
      <Words label="In words" value={note} onChange={setNote} />
    </Act>
  );
}

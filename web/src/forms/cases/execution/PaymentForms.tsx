import { Button, Group } from "@mantine/core";
import { useState } from "react";

import type { CasePage } from "../../../api/types";
import { addMonths } from "../../../parts/format";
import { exact } from "../../../pages/cases/execution/words";
import { Act, Day, Dollars } from "./Act";
import { cents, dollars } from "./money";

interface Props {
  of: CasePage;
  today: string;
}

interface Row {
  due: string;
  amount: string;
}

/** A first proposal: what the schedule says, else a tenth down and four quarters. */
function proposed({ of, today }: Props): Row[] {
  const { schedule, total_cents } = of.running;
  if (schedule) return schedule.instalments.map((one) => ({ due: one.due, amount: dollars(one.cents) }));
  const deposit = Math.round(total_cents / 10);
  const each = Math.round((total_cents - deposit) / 4);
  const later = [3, 6, 9, 12].map((months, index) => ({ due: addMonths(today, months), amount: dollars(index < 3 ? each : total_cents - deposit - 3 * each) }));
  return [{ due: today, amount: dollars(deposit) }, ...later];
}

export function SetSchedule(props: Props) {
  const { of } = props;
  const [rows, setRows] = useState(() => proposed(props));
  const change = (at: number, next: Partial<Row>) => setRows((now) => now.map((row, index) => (index === at ? { ...row, ...next } : row)));
  const sum = rows.reduce((all, row) => all + cents(row.amount), 0);
  const rest = of.running.total_cents - sum;
  return (
    <Act of={of} name="set_payment_schedule" label="Set the schedule" submit="Set it" body={{ case: of.id, instalments: rows.map((row) => ({ due: row.due, cents: cents(row.amount) })) }}>
      {rows.map((row, index) => (
        <Group key={index} grow align="end">
          <Day label={index === 0 ? "Initial deposit, due" : `Instalment ${index}, due`} value={row.due} onChange={(due) => change(index, { due })} />
          <Dollars label="US dollars" value={row.amount} onChange={(amount) => change(index, { amount })} />
        </Group>
      ))}
      <Group>
        <Button size="xs" variant="default" onClick={() => setRows((now) => [...now, { due: addMonths(now.at(-1)?.due ?? props.today, 3), amount: dollars(Math.max(rest, 0)) }])}>
          Another instalment
        </Button>
        <Button size="xs" variant="default" disabled={rows.length < 2} onClick={() => setRows((now) => now.slice(0, -1))}>
          Take the last one out
        </Button>
      </Group>
      <p role="status">
        {exact(sum)} of {exact(of.running.total_cents)}
        {rest === 0 ? ": the case with its surcharge." : `: ${exact(rest)} are missing.`}
      </p>
    </Act>
  );
}

export function RecordBill({ of, today }: Props) {
  const next = of.running.next_bill;
  const [issued, setIssued] = useState(today);
  const [due, setDue] = useState("");
  const [amount, setAmount] = useState(next ? dollars(next.cents) : "");
  return (
    <Act of={of} name="record_bill" label="Record a bill" submit="Record it" body={{ case: of.id, issued, due: due || null, cents: cents(amount) }}>
      <Day label="Issued on" value={issued} max={today} onChange={setIssued} />
      <Day label="Due on, under a special arrangement" description="Else it is due on the next quarterly day" value={due} optional onChange={setDue} />
      <Dollars label="US dollars" value={amount} onChange={setAmount} />
    </Act>
  );
}

export function RecordPayment({ of, today }: Props) {
  const asked = of.running.payments_due.find((one) => one.kind !== "planned");
  const [on, setOn] = useState(today);
  const [amount, setAmount] = useState(asked ? dollars(asked.open_cents) : "");
  return (
    <Act of={of} name="record_payment" label="Record a payment" submit="Record it" body={{ case: of.id, on, cents: cents(amount) }}>
      <Day label="Received on" value={on} max={today} onChange={setOn} />
      <Dollars label="US dollars" description="Negative where it was paid back" value={amount} onChange={setAmount} />
    </Act>
  );
}

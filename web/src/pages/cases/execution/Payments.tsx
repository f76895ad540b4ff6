import type { CaseBill, CasePayment, PaymentDue } from "../../../api/types";
import { RecordBill, RecordPayment, SetSchedule } from "../../../forms/cases/execution/PaymentForms";
import type { Column } from "../../../parts/columns";
import { DataTable } from "../../../parts/DataTable";
import { Facts } from "../../../parts/Facts";
import { day } from "../../../parts/format";
import { named } from "../words";
import type { RunningProps } from "./Running";
import { SourceOf } from "./SourceOf";
import { exact } from "./words";

const KINDS = [
  ["deposit", "Initial deposit"],
  ["bill", "Bill"],
  ["planned", "Not billed yet"],
] as const;

type Due = PaymentDue & { key: string };

const DUE: Column<Due>[] = [
  { id: "due", header: "Due", value: (row) => row.due, cell: (row) => (row.overdue ? <span className="short">{day(row.due)}, overdue</span> : day(row.due)) },
  { id: "kind", header: "What", value: (row) => named(KINDS, row.kind) },
  { id: "cents", header: "Amount", right: true, value: (row) => row.cents, cell: (row) => exact(row.cents) },
  { id: "open", header: "Not paid", right: true, value: (row) => row.open_cents, cell: (row) => exact(row.open_cents) },
];

type Entry = { key: string; on: string; what: string; due?: string; cents: number };

const ACCOUNT: Column<Entry>[] = [
  { id: "on", header: "Day", value: (row) => row.on, cell: (row) => day(row.on) },
  { id: "what", header: "What", value: (row) => row.what },
  { id: "due", header: "Due", value: (row) => row.due, cell: (row) => (row.due ? day(row.due) : "–") },
  { id: "cents", header: "Amount", right: true, value: (row) => row.cents, cell: (row) => exact(row.cents) },
];

const account = (bills: readonly CaseBill[], payments: readonly CasePayment[]): Entry[] =>
  [
    ...bills.map((bill, index) => ({ key: `b${index}`, on: bill.issued, what: "Bill issued", due: bill.due, cents: bill.cents })),
    ...payments.map((payment, index) => ({ key: `p${index}`, on: payment.on, what: payment.cents < 0 ? "Paid back" : "Payment received", cents: payment.cents })),
  ].sort((a, b) => b.on.localeCompare(a.on));

/** What is owed and planned, what was billed and paid. */
export function Payments({ of, today, runs }: RunningProps) {
  const { running } = of;
  const overdue = of.execution?.overdue_cents;
  const due = running.payments_due.map((one, index) => ({ ...one, key: String(index) }));
  const differs = running.schedule_difference_cents ?? 0;
  return (
    <section aria-labelledby="payments">
      <div className="section-head">
        <h2 id="payments">Payments</h2>
        <SourceOf of={of} part="payments" />
        <span className="space" />
        <SetSchedule key={`s${of.changed}`} of={of} today={today} />
        {runs && (
          <>
            <RecordBill key={`b${of.changed}`} of={of} today={today} />
            <RecordPayment key={`p${of.changed}`} of={of} today={today} />
          </>
        )}
      </div>
      <Facts
        of={[
          ["With surcharge", exact(running.total_cents)],
          ["Asked for", exact(running.asked_cents)],
          ["Received", exact(running.received_cents)],
          ["Credited", running.credited_cents > 0 ? exact(running.credited_cents) : undefined],
          ["Overdue", overdue ? <span key="o" className="short">{`${exact(overdue)} since ${day(of.execution?.overdue_since)}`}</span> : undefined],
          ["Next bill", running.next_bill ? `${exact(running.next_bill.cents)}, due ${day(running.next_bill.due)}` : undefined],
        ]}
      />
      {differs !== 0 && (
        <p className="short">
          The schedule and the case with its surcharge differ by {exact(differs)}: set the schedule anew.
        </p>
      )}
      <DataTable caption="What is to be paid" columns={DUE} rows={due} rowKey={(row) => row.key} empty={running.schedule ? "Everything is paid." : "No payment schedule was set."} />
      {(running.bills.length > 0 || running.payments.length > 0) && (
        <details>
          <summary>Bills and payments</summary>
          <DataTable caption="Bills and payments" columns={ACCOUNT} rows={account(running.bills, running.payments)} rowKey={(row) => row.key} />
        </details>
      )}
    </section>
  );
}

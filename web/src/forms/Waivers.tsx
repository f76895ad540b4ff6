import { Button, NumberInput, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";

import type { Relaxation, WaiverRow } from "../api/types";
import { addMonths, count, day, words } from "../parts/format";
import { useMay } from "../parts/useMay";
import { CommandDrawer } from "./CommandDrawer";
import { useCommand } from "./useCommand";

const slug = (rule: string): string => words(rule.replaceAll("-", "_")).toLowerCase();

/** Begins to ask that the one rule be waived that keeps this person out of this billet. */
export function RequestWaiver({ of: near, onAsk }: { of: Relaxation; onAsk: (near: Relaxation) => void }) {
  const may = useMay();
  if (!near.person || !may("request_waiver")) return null;
  return (
    <Button size="compact-xs" variant="default" aria-label={`Request a waiver for ${near.person.name}, ${near.billet.title}`} onClick={() => onAsk(near)}>
      Request waiver
    </Button>
  );
}

interface RequestProps {
  near: Relaxation;
  person: NonNullable<Relaxation["person"]>;
  onClose: () => void;
  onDone: () => void;
}

/** Asks for the waiver of one near miss. */
export function WaiverForm({ near, person, onClose, onDone }: RequestProps) {
  const [justification, setJustification] = useState("");
  const partial = near.unit && typeof near.short === "number" && near.short > 0 ? near.short : null;
  const [most, setMost] = useState<number | null>(partial);
  const request = useCommand("request_waiver", onDone);
  return (
    <CommandDrawer
      title={`Waive ${slug(near.rule)} for ${person.name}`}
      opened
      onClose={onClose}
      pending={request.isPending}
      error={request.error}
      submit="Request the waiver"
      onSubmit={() =>
        request.mutate({
          body: {
            person: person.id,
            billet: near.billet.id,
            rule: near.rule as Parameters<typeof request.mutate>[0]["body"]["rule"],
            extent: most === null ? "full" : { partial: most },
            justification,
          },
        })
      }
    >
      <p>
        {near.title} {person.name} would go to {near.billet.title}.
      </p>
      {partial !== null && (
        <NumberInput
          label={`At most so many ${near.unit ?? ""} short`}
          description={`The pair falls ${count(partial)} short; leave it empty to waive the whole rule`}
          value={most ?? ""}
          min={1}
          max={1500}
          onChange={(value) => setMost(typeof value === "number" ? value : null)}
        />
      )}
      <Textarea label="Justification" description="Kept sealed under the person's key" value={justification} required autosize minRows={3} onChange={(event) => setJustification(event.currentTarget.value)} />
    </CommandDrawer>
  );
}

/** Approves a waiver for report dates, or denies it. Whoever asked does not decide. */
export function DecideWaiver({ row, today }: { row: WaiverRow; today: string }) {
  const may = useMay();
  const [open, setOpen] = useState(false);
  const withdraw = useCommand("withdraw_waiver");
  const decides = row.status === "requested" && !row.yours && may("decide_waiver");
  const withdraws = (row.status === "requested" || row.status === "approved") && may("withdraw_waiver");
  return (
    <>
      {decides && (
        <Button size="compact-xs" aria-label={`Decide ${row.id}`} onClick={() => setOpen(true)}>
          Decide
        </Button>
      )}{" "}
      {withdraws && (
        <Button size="compact-xs" variant="default" aria-label={`Withdraw ${row.id}`} loading={withdraw.isPending} onClick={() => withdraw.mutate({ body: { waiver: row.id }, version: row.changed })}>
          Withdraw
        </Button>
      )}
      {open && <DecideForm row={row} today={today} onClose={() => setOpen(false)} />}
    </>
  );
}

function DecideForm({ row, today, onClose }: { row: WaiverRow; today: string; onClose: () => void }) {
  const [from, setFrom] = useState(today);
  const [until, setUntil] = useState(addMonths(today, 18));
  const [reason, setReason] = useState("");
  const [denies, setDenies] = useState(false);
  const decide = useCommand("decide_waiver", onClose);
  const send = (deny: boolean) => {
    setDenies(deny);
    decide.mutate({ body: { waiver: row.id, answer: deny ? "deny" : { approve: { from, until } }, reason }, version: row.changed });
  };
  return (
    <CommandDrawer title={`Decide ${row.id}: ${slug(row.rule)}`} opened onClose={onClose} pending={decide.isPending && !denies} error={decide.error} submit="Approve" onSubmit={() => send(false)}>
      <p>
        {row.person?.name ?? "Somebody not yours to see"} to {row.billet.title}, {row.office.code}; asked {day(row.requested)}.
      </p>
      {row.justification && <p className="quiet">{row.justification}</p>}
      <TextInput type="date" label="Covers report dates from" value={from} required onChange={(event) => setFrom(event.currentTarget.value)} />
      <TextInput type="date" label="Until" description="The first day not covered" value={until} required onChange={(event) => setUntil(event.currentTarget.value)} />
      <Textarea label="Reason" description="Kept sealed under the person's key" value={reason} required autosize minRows={2} onChange={(event) => setReason(event.currentTarget.value)} />
      <div>
        <Button variant="default" disabled={reason.trim() === ""} loading={decide.isPending && denies} onClick={() => send(true)}>
          Deny
        </Button>
      </div>
    </CommandDrawer>
  );
}

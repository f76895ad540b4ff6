import { Button, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";

import * as ask from "../../api/queries";
import type { CasePage, Commands, DelayReason, MilestoneDefinition } from "../../api/types";
import { useMay } from "../../parts/useMay";
import { CommandDrawer } from "../CommandDrawer";
import { useCommand } from "../useCommand";
import { Keep } from "./Keep";

interface Props {
  of: CasePage;
  today: string;
  milestones: MilestoneDefinition[];
}

type Act = "assess_lor" | "record_milestone" | "place_hold" | "decide_hold" | "lift_hold" | "note_delay" | "note_case";

const LABELS: Record<Act, string> = {
  assess_lor: "Assess the request",
  record_milestone: "Record a milestone",
  place_hold: "Ask for a hold",
  decide_hold: "Decide the hold",
  lift_hold: "Lift the hold",
  note_delay: "Note a delay",
  note_case: "Add a note",
};

/** What the asker may do with a case now, each as a form of its own. */
export function CaseActs(props: Props) {
  const { of } = props;
  const may = useMay();
  const [act, setAct] = useState<Act | null>(null);
  const last = of.holds.at(-1);
  const asked = last !== undefined && !last.lifted && (last.approved === null || last.approved === undefined);
  const before = ["lor_processing", "data_development", "writing", "review", "state_review"].includes(of.phase);
  const fits: Record<Act, boolean> = {
    assess_lor: of.phase === "lor_processing",
    record_milestone: of.may_reach.length > 0,
    place_hold: before && !of.held_since && !asked,
    decide_hold: asked && !last.yours,
    lift_hold: Boolean(of.held_since) || asked,
    note_delay: before,
    note_case: true,
  };
  const shown = (Object.keys(LABELS) as Act[]).filter((one) => fits[one] && may(one));
  const form = { ...props, onClose: () => setAct(null) };
  return (
    <div className="decisions">
      {shown.map((one) => (
        <Button key={one} variant={one === "record_milestone" ? "filled" : "default"} onClick={() => setAct(one)}>
          {LABELS[one]}
        </Button>
      ))}
      <Keep of={of} />
      {act === "assess_lor" && <Assess {...form} />}
      {act === "record_milestone" && <Reach {...form} />}
      {act === "place_hold" && <PlaceHold {...form} />}
      {act === "decide_hold" && <DecideHold {...form} />}
      {act === "lift_hold" && <LiftHold {...form} />}
      {act === "note_delay" && <Delay {...form} />}
      {act === "note_case" && <Note {...form} />}
    </div>
  );
}

type Form = Props & { onClose: () => void };

interface DrawerProps<N extends Act> {
  form: Form;
  name: N;
  submit: string;
  body: Commands[N];
  children: ReactNode;
}

/** A form of one command on the case as it was seen. */
function ActDrawer<N extends Act>({ form, name, submit, body, children }: DrawerProps<N>) {
  const send = useCommand(name, form.onClose);
  return (
    <CommandDrawer
      title={`${LABELS[name]}: ${form.of.number}`}
      opened
      onClose={form.onClose}
      pending={send.isPending}
      error={send.error}
      submit={submit}
      onSubmit={() => send.mutate({ body, version: form.of.changed })}
    >
      {children}
    </CommandDrawer>
  );
}

function Day({ label, value, onChange, max, optional }: { label: string; value: string; onChange: (value: string) => void; max?: string; optional?: boolean }) {
  return <TextInput type="date" label={label} value={value} max={max} required={!optional} onChange={(event) => onChange(event.currentTarget.value)} />;
}

function Words({ label, value, onChange, optional }: { label: string; value: string; onChange: (value: string) => void; optional?: boolean }) {
  return <Textarea label={label} description="Name no person" value={value} required={!optional} autosize minRows={2} onChange={(event) => onChange(event.currentTarget.value)} />;
}

function Reach(form: Form) {
  const { of, today, milestones } = form;
  const [milestone, setMilestone] = useState(of.may_reach.find((one) => one === of.next) ?? of.may_reach[0]);
  const [on, setOn] = useState(today);
  if (!milestone) return null;
  const title = (key: string) => milestones.find((one) => one.milestone === key)?.title ?? key;
  return (
    <ActDrawer form={form} name="record_milestone" submit="Record it" body={{ case: of.id, milestone, on }}>
      <NativeSelect
        label="Milestone"
        value={milestone}
        data={of.may_reach.map((one) => ({ value: one, label: title(one) }))}
        onChange={(event) => setMilestone(of.may_reach.find((one) => one === event.currentTarget.value))}
      />
      <Day label="Reached on" value={on} max={today} onChange={setOn} />
    </ActDrawer>
  );
}

function Assess(form: Form) {
  const { of, today } = form;
  const [found, setFound] = useState<"actionable" | "complete" | "insufficient">("complete");
  const [missing, setMissing] = useState("");
  const [on, setOn] = useState(today);
  const choices = ["complete", "actionable", "insufficient"] as const;
  return (
    <ActDrawer form={form} name="assess_lor" submit="Record the assessment" body={{ case: of.id, found, on, missing }}>
      <NativeSelect
        label="The letter of request is"
        value={found}
        data={[...choices]}
        onChange={(event) => setFound(choices.find((one) => one === event.currentTarget.value) ?? "complete")}
      />
      <Day label="Found on" value={on} max={today} onChange={setOn} />
      <Words label="What is missing" value={missing} optional={found === "complete"} onChange={setMissing} />
    </ActDrawer>
  );
}

function PlaceHold(form: Form) {
  const { of, today } = form;
  const [requester, setRequester] = useState("");
  const [justification, setJustification] = useState("");
  const [from, setFrom] = useState(today);
  const [until, setUntil] = useState("");
  return (
    <ActDrawer form={form} name="place_hold" submit="Ask for it" body={{ case: of.id, requester, justification, from, until: until || null }}>
      <TextInput label="Asked for by" description="An organisation, never a person" value={requester} required onChange={(event) => setRequester(event.currentTarget.value)} />
      <Words label="Justification" value={justification} onChange={setJustification} />
      <Day label="From" value={from} max={today} onChange={setFrom} />
      <Day label="To end by, if that is known" value={until} optional onChange={setUntil} />
      <p className="quiet">The clock stands once somebody else approves the hold.</p>
    </ActDrawer>
  );
}

function DecideHold(form: Form) {
  const { of } = form;
  const [approved, setApproved] = useState(true);
  const hold = of.holds.at(-1);
  return (
    <ActDrawer form={form} name="decide_hold" submit={approved ? "Approve it" : "Refuse it"} body={{ case: of.id, approved }}>
      <p>
        {hold?.requester} asks: {hold?.justification}.
      </p>
      <NativeSelect label="The hold is" value={approved ? "approved" : "refused"} data={["approved", "refused"]} onChange={(event) => setApproved(event.currentTarget.value === "approved")} />
    </ActDrawer>
  );
}

function LiftHold(form: Form) {
  const [on, setOn] = useState(form.today);
  return (
    <ActDrawer form={form} name="lift_hold" submit="Lift it" body={{ case: form.of.id, on }}>
      <Day label="Not held from" value={on} max={form.today} onChange={setOn} />
    </ActDrawer>
  );
}

function Delay(form: Form) {
  const reasons = useQuery(ask.delayReasons()).data ?? [];
  const [delay, setDelay] = useState<DelayReason>("pricing");
  const [since, setSince] = useState(form.today);
  const [note, setNote] = useState("");
  return (
    <ActDrawer form={form} name="note_delay" submit="Note it" body={{ case: form.of.id, delay, since, note }}>
      <NativeSelect
        label="Reason"
        value={delay}
        data={reasons.map(({ reason, title }) => ({ value: reason, label: title }))}
        onChange={(event) => setDelay(reasons.find(({ reason }) => reason === event.currentTarget.value)?.reason ?? "other")}
      />
      <Day label="Since" value={since} max={form.today} onChange={setSince} />
      <Words label="In words" value={note} onChange={setNote} />
    </ActDrawer>
  );
}

function Note(form: Form) {
  const [note, setNote] = useState("");
  return (
    <ActDrawer form={form} name="note_case" submit="Add it" body={{ case: form.of.id, note }}>
      <Words label="Note" value={note} onChange={setNote} />
    </ActDrawer>
  );
}

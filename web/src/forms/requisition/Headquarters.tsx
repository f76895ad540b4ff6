import { Checkbox, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";

import type { Requisition, RequisitionAct } from "../../api/types";
import { SERVICES } from "../../parts/Filters";
import { addDays, words } from "../../parts/format";
import { CommandDrawer } from "../CommandDrawer";
import { useCommand } from "../useCommand";
import { OPEN } from "./Say";

interface Props {
  requisition: Requisition;
  act: RequisitionAct;
  today: string;
  onClose: () => void;
}

const MILITARY = SERVICES.filter(([service]) => service !== "civilian" && service !== "locally_employed");

/** Asks again who is to fill it. */
export function AskAgain({ requisition, onClose }: Props) {
  const [services, setServices] = useState<string[]>(requisition.services);
  const [suspense, setSuspense] = useState("");
  const again = useCommand("ask_again", onClose);
  const nominated = requisition.services.length > 0;
  const send = () => {
    const asked = MILITARY.map(([service]) => service).filter((service) => services.includes(service));
    again.mutate({ body: { requisition: requisition.id, services: nominated ? asked : [], suspense: suspense || null }, version: requisition.changed });
  };
  return (
    <CommandDrawer title="Ask again" opened onClose={onClose} pending={again.isPending} error={again.error} submit="Ask again" onSubmit={send}>
      {nominated && (
        <Checkbox.Group label="Services asked to nominate" value={services} onChange={setServices}>
          {MILITARY.map(([service, name]) => (
            <Checkbox key={service} value={service} label={name} />
          ))}
        </Checkbox.Group>
      )}
      <TextInput type="date" label="Suspense" description="Left empty: the days that the lever says" value={suspense} onChange={(event) => setSuspense(event.currentTarget.value)} />
    </CommandDrawer>
  );
}

/** Gives a turn back with a later suspense. */
export function ExtendSuspense({ requisition, act, today, onClose }: Props) {
  const [due, setDue] = useState(addDays(today, 14));
  const [reason, setReason] = useState("");
  const extend = useCommand("extend_suspense", onClose);
  const { ask, holder } = act;
  if (!ask || !holder) return null;
  return (
    <CommandDrawer
      title="Extend the suspense"
      opened
      onClose={onClose}
      pending={extend.isPending}
      error={extend.error}
      submit="Extend"
      onSubmit={() => extend.mutate({ body: { requisition: requisition.id, ask, holder, due, reason: reason.trim() }, version: requisition.changed })}
    >
      <p className="quiet">{requisition.turns.find((turn) => JSON.stringify(turn.ask) === JSON.stringify(ask))?.title}</p>
      <TextInput type="date" label="Until" value={due} required onChange={(event) => setDue(event.currentTarget.value)} />
      <Textarea label="Reason" description={OPEN} required minRows={3} autosize value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
    </CommandDrawer>
  );
}

/** Says that a service can give nobody until a day. */
export function NoFill({ requisition, act, today, onClose }: Props) {
  const [until, setUntil] = useState(addDays(today, 90));
  const [reason, setReason] = useState("");
  const declare = useCommand("declare_no_fill", onClose);
  const { service } = act;
  if (!service) return null;
  return (
    <CommandDrawer
      title="No fill until"
      opened
      onClose={onClose}
      pending={declare.isPending}
      error={declare.error}
      submit="Declare no fill"
      onSubmit={() => declare.mutate({ body: { requisition: requisition.id, service, until, reason: reason.trim() }, version: requisition.changed })}
    >
      <p className="quiet">{words(service)}</p>
      <TextInput type="date" label="Until" value={until} required onChange={(event) => setUntil(event.currentTarget.value)} />
      <Textarea label="Reason" description={OPEN} required minRows={3} autosize value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
    </CommandDrawer>
  );
}

/** Records the next step of a recruitment. */
export function RecordStep({ requisition, act, today, onClose }: Props) {
  const [step, setStep] = useState(act.steps[0]?.step);
  const [on, setOn] = useState(today);
  const [person, setPerson] = useState("");
  const record = useCommand("record_recruitment_step", onClose);
  if (!step) return null;
  const enters = step === "entry_on_duty";
  return (
    <CommandDrawer
      title="Record a step"
      opened
      onClose={onClose}
      pending={record.isPending}
      error={record.error}
      submit="Record"
      onSubmit={() => record.mutate({ body: { requisition: requisition.id, step, on, person: enters ? person.trim() : null }, version: requisition.changed })}
    >
      <NativeSelect
        label="Step"
        value={step}
        onChange={(event) => setStep(act.steps.find((one) => one.step === event.currentTarget.value)?.step ?? step)}
        data={act.steps.map((one) => ({ value: one.step, label: one.title }))}
      />
      <TextInput type="date" label="Reached on" value={on} required onChange={(event) => setOn(event.currentTarget.value)} />
      {enters && <TextInput label="Who enters on duty" description="The registered person, such as P17" value={person} required onChange={(event) => setPerson(event.currentTarget.value)} />}
    </CommandDrawer>
  );
}

/** Records the order, or the arrival, of the tour that was accepted. */
export function TourStep({ requisition, act, today, onClose }: Props) {
  const [on, setOn] = useState(today);
  const order = useCommand("order_tour", onClose);
  const arrive = useCommand("record_arrival", onClose);
  const ordering = act.command === "order_tour";
  const active = ordering ? order : arrive;
  const { tour } = requisition;
  if (!tour) return null;
  return (
    <CommandDrawer
      title={ordering ? "Record the order" : "Record the arrival"}
      opened
      onClose={onClose}
      pending={active.isPending}
      error={active.error}
      submit="Record"
      onSubmit={() => active.mutate({ body: { tour: tour.id, on }, version: tour.changed })}
    >
      <TextInput type="date" label={ordering ? "Day of the order" : "Day of arrival"} value={on} required onChange={(event) => setOn(event.currentTarget.value)} />
    </CommandDrawer>
  );
}

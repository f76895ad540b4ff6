import { Textarea, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";

import * as ask from "../../api/queries";
import { CommandDrawer } from "../CommandDrawer";
import { useCommand } from "../useCommand";
import { SEALED, type Named } from "./Say";

interface Props {
  requisition: { id: string; report: string; changed: number };
  person: Named;
  /** What is done: a service nominates, headquarters proposes a civilian. */
  how: "primary" | "alternate" | "propose";
  onClose: () => void;
}

const TITLES = { primary: "Nominate", alternate: "Nominate as alternate", propose: "Propose for reassignment" };

/** Nominates a candidate, or proposes a civilian. */
export function Nominate({ requisition, person, how, onClose }: Props) {
  const [report, setReport] = useState(requisition.report);
  const [justification, setJustification] = useState("");
  const nominate = useCommand("nominate_person", onClose);
  const propose = useCommand("propose_reassignment", onClose);
  const active = how === "propose" ? propose : nominate;
  const send = () => {
    const body = { requisition: requisition.id, person: person.id, report: report || null, justification: justification.trim() };
    if (how === "propose") propose.mutate({ body, version: requisition.changed });
    else nominate.mutate({ body: { ...body, rank: how }, version: requisition.changed });
  };
  return (
    <CommandDrawer title={TITLES[how]} opened onClose={onClose} pending={active.isPending} error={active.error} submit={TITLES[how]} onSubmit={send}>
      <p className="quiet">{person.name}</p>
      <TextInput type="date" label="Would report on" value={report} required onChange={(event) => setReport(event.currentTarget.value)} />
      <Textarea label="Why this person" description={SEALED} minRows={3} autosize value={justification} onChange={(event) => setJustification(event.currentTarget.value)} />
    </CommandDrawer>
  );
}

/** Asks a service for one person by name. */
export function RequestByName({ requisition, onClose }: { requisition: { id: string; changed: number }; onClose: () => void }) {
  const [person, setPerson] = useState("");
  const [justification, setJustification] = useState("");
  const request = useCommand("request_by_name", onClose);
  const q = person.trim();
  const found = useQuery({ ...ask.find("people", q), enabled: q.length >= 2 });
  const known = /^P\d+$/.test(q) ? q : found.data?.find((one) => one.beside === q || one.name === q)?.id;
  return (
    <CommandDrawer
      title="Request by name"
      opened
      onClose={onClose}
      pending={request.isPending}
      error={request.error}
      submit="Request"
      onSubmit={() => request.mutate({ body: { requisition: requisition.id, person: known ?? q, justification: justification.trim() }, version: requisition.changed })}
    >
      <TextInput
        label="Person"
        description="Name or number; choose from what is found"
        list="by-name-people"
        value={person}
        onChange={(event) => setPerson(event.currentTarget.value)}
        required
        autoComplete="off"
      />
      <datalist id="by-name-people">
        {(found.data ?? []).map((one) => (
          <option key={one.id} value={one.beside}>
            {one.name}
          </option>
        ))}
      </datalist>
      <Textarea label="Why this person" description={SEALED} required minRows={3} autosize value={justification} onChange={(event) => setJustification(event.currentTarget.value)} />
    </CommandDrawer>
  );
}

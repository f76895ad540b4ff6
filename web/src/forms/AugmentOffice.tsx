import { NativeSelect, NumberInput, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";

import * as ask from "../api/queries";
import type { AugmentationKind, Office } from "../api/types";
import { addDays, count } from "../parts/format";
import { CommandDrawer } from "./CommandDrawer";
import { useCommand } from "./useCommand";

interface Props {
  office: Office;
  today: string;
  onClose: () => void;
}

/** Records people present without a billet. What may be, for how long and from which money, the server's list says. */
export function AugmentOffice({ office, today, onClose }: Props) {
  const rules = useQuery(ask.augmentationRules());
  const [kind, setKind] = useState<AugmentationKind>("temporary_duty");
  const [person, setPerson] = useState("");
  const [heads, setHeads] = useState<number>(1);
  const [from, setFrom] = useState(today);
  const [until, setUntil] = useState(addDays(today, 30));
  const [document, setDocument] = useState("");
  const [money, setMoney] = useState(0);
  const augment = useCommand("augment_office", onClose);
  const q = person.trim();
  const found = useQuery({ ...ask.find("people", q), enabled: q.length >= 2 });
  const named = /^P\d+$/.test(q) ? q : found.data?.find((one) => one.beside === q || one.name === q)?.id;
  const definition = rules.data?.kinds.find((one) => one.kind === kind);
  const lawful = rules.data?.funding.filter((line) => line.kind === kind) ?? [];
  const line = lawful[money] ?? lawful[0];
  const send = () => {
    if (!line) return;
    const who = definition?.names_people && q ? { person: named ?? q } : { people: heads };
    augment.mutate({ body: { office: office.id, kind, who, period: { from, until }, document, funding: line.funding, purpose: line.purpose } });
  };
  return (
    <CommandDrawer title={`People without a billet at ${office.code}`} opened onClose={onClose} pending={augment.isPending} error={augment.error} submit="Record" onSubmit={send}>
      <NativeSelect
        label="Kind"
        value={kind}
        description={definition ? `${definition.meaning} At most ${count(definition.most_days)} days.` : undefined}
        onChange={(event) => {
          setKind(rules.data?.kinds.find((one) => one.kind === event.currentTarget.value)?.kind ?? kind);
          setMoney(0);
        }}
        data={(rules.data?.kinds ?? []).map((one) => ({ value: one.kind, label: one.title }))}
      />
      {definition?.names_people && (
        <>
          <TextInput label="Person" description="Of the workforce; leave empty for people who are not on record" list="augment-people" value={person} autoComplete="off" onChange={(event) => setPerson(event.currentTarget.value)} />
          <datalist id="augment-people">
            {(found.data ?? []).map((one) => (
              <option key={one.id} value={one.beside}>
                {one.name}
              </option>
            ))}
          </datalist>
        </>
      )}
      {!q && <NumberInput label="People" min={1} max={200} value={heads} required onChange={(value) => setHeads(Number(value) || 1)} />}
      <TextInput type="date" label="From" value={from} required onChange={(event) => setFrom(event.currentTarget.value)} />
      <TextInput type="date" label="Until" description="The first day without them" value={until} required onChange={(event) => setUntil(event.currentTarget.value)} />
      <TextInput label="Document" description="Orders, contract or request; names no person" value={document} required onChange={(event) => setDocument(event.currentTarget.value)} />
      <NativeSelect
        label="Paid from"
        description={line ? `${line.why} ${line.source}.` : undefined}
        value={String(money)}
        onChange={(event) => setMoney(Number(event.currentTarget.value))}
        data={lawful.map((one, index) => ({ value: String(index), label: `${one.funding_title}: ${one.purpose_title}` }))}
      />
    </CommandDrawer>
  );
}

import { Button, Textarea, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";

import * as ask from "../api/queries";
import type { Person } from "../api/types";
import { addDays } from "../parts/format";
import { useMay } from "../parts/useMay";
import { CommandDrawer } from "./CommandDrawer";
import { useCommand } from "./useCommand";

/** Offered where somebody serves: a command sends them to another office of its area for a time. */
export function Divert({ person }: { person: Person }) {
  const may = useMay();
  const [open, setOpen] = useState(false);
  const tour = person.tours.find((one) => one.status === "arrived" && one.incumbency === "primary");
  if (!tour || !may("divert_person")) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>Divert</Button>
      {open && <DivertForm person={person} tour={tour} onClose={() => setOpen(false)} />}
    </>
  );
}

interface Props {
  person: Person;
  tour: Person["tours"][number];
  onClose: () => void;
}

function DivertForm({ person, tour, onClose }: Props) {
  const about = useQuery(ask.about());
  const today = about.data?.today ?? tour.report;
  const [office, setOffice] = useState("");
  const [from, setFrom] = useState(today);
  const [until, setUntil] = useState(addDays(today, 30));
  const [reason, setReason] = useState("");
  const divert = useCommand("divert_person", onClose);
  const q = office.trim();
  const found = useQuery({ ...ask.find("offices", q), enabled: q.length >= 2 });
  const known = found.data?.find((one) => one.beside === q || one.name === q)?.id;
  return (
    <CommandDrawer
      title={`Divert ${person.name}`}
      opened
      onClose={onClose}
      pending={divert.isPending}
      error={divert.error}
      submit="Divert"
      onSubmit={() => divert.mutate({ body: { tour: tour.id, to: known ?? q, period: { from, until }, reason }, version: tour.changed })}
    >
      <p className="quiet">
        Stays assigned to {tour.office.code} and is present at the other office; fill is unchanged.
      </p>
      <TextInput label="Office" description="Code or name; choose from what is found" list="divert-offices" value={office} required autoComplete="off" onChange={(event) => setOffice(event.currentTarget.value)} />
      <datalist id="divert-offices">
        {(found.data ?? []).map((one) => (
          <option key={one.id} value={one.beside}>
            {one.name}
          </option>
        ))}
      </datalist>
      <TextInput type="date" label="From" value={from} required onChange={(event) => setFrom(event.currentTarget.value)} />
      <TextInput type="date" label="Until" description="The first day back" value={until} required onChange={(event) => setUntil(event.currentTarget.value)} />
      <Textarea label="Reason" description="Kept sealed under the person's key" value={reason} required onChange={(event) => setReason(event.currentTarget.value)} />
    </CommandDrawer>
  );
}

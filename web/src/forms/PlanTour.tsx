import { Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";

import * as ask from "../api/queries";
import type { Commands } from "../api/types";
import { addMonths } from "../parts/format";
import { CommandDrawer } from "./CommandDrawer";
import { useCommand } from "./useCommand";

interface Props {
  billet: { id: string; number: string; title: string };
  /** Months of a tour there. */
  months: number;
  report: string;
  opened: boolean;
  onClose: () => void;
}

export function PlanTour({ billet, months, report: proposed, opened, onClose }: Props) {
  const [person, setPerson] = useState("");
  const [report, setReport] = useState(proposed);
  const [rotation, setRotation] = useState(addMonths(proposed, months));
  const [incumbency, setIncumbency] = useState<Commands["plan_tour"]["incumbency"]>("primary");
  const [accompanied, setAccompanied] = useState(false);
  const plan = useCommand("plan_tour", onClose);
  const q = person.trim();
  const found = useQuery({ ...ask.find("people", q), enabled: opened && q.length >= 2 });
  const known = /^P\d+$/.test(q) ? q : found.data?.find((one) => one.beside === q || one.name === q)?.id;

  return (
    <CommandDrawer
      title={`Plan a tour in ${billet.number}`}
      opened={opened}
      onClose={onClose}
      pending={plan.isPending}
      error={plan.error}
      submit="Plan the tour"
      onSubmit={() => plan.mutate({ body: { person: known ?? q, billet: billet.id, incumbency, report, rotation, accompanied } })}
    >
      <p className="quiet">{billet.title}</p>
      <TextInput
        label="Person"
        description="Name or number; choose from what is found"
        list="plan-people"
        value={person}
        onChange={(event) => setPerson(event.currentTarget.value)}
        required
        autoComplete="off"
      />
      <datalist id="plan-people">
        {(found.data ?? []).map((one) => (
          <option key={one.id} value={one.beside}>
            {one.name}
          </option>
        ))}
      </datalist>
      <TextInput type="date" label="Report date" value={report} required onChange={(event) => setReport(event.currentTarget.value)} />
      <TextInput type="date" label="Rotation date" description="The first day not in the billet" value={rotation} required onChange={(event) => setRotation(event.currentTarget.value)} />
      <NativeSelect
        label="Incumbency"
        value={incumbency}
        onChange={(event) => setIncumbency(event.currentTarget.value === "additional" ? "additional" : "primary")}
        data={[
          { value: "primary", label: "Primary: the person counts here" },
          { value: "additional", label: "Additional: beside another billet" },
        ]}
      />
      <Checkbox label="With dependents" checked={accompanied} onChange={(event) => setAccompanied(event.currentTarget.checked)} />
    </CommandDrawer>
  );
}

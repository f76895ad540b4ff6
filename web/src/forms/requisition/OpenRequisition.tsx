import { Checkbox, NumberInput, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";

import type { UnaskedRow } from "../../api/types";
import { SERVICES } from "../../parts/Filters";
import { words } from "../../parts/format";
import { CommandDrawer } from "../CommandDrawer";
import { useCommand } from "../useCommand";

const MILITARY = SERVICES.filter(([service]) => service !== "civilian" && service !== "locally_employed");

/** Opens a requisition for a billet; the form comes filled in. */
export function OpenRequisition({ opening, onClose }: { opening: UnaskedRow; onClose: () => void }) {
  const navigate = useNavigate();
  const [report, setReport] = useState(opening.report);
  const [priority, setPriority] = useState(opening.priority);
  const [services, setServices] = useState<string[]>(opening.services);
  const [suspense, setSuspense] = useState("");
  const open = useCommand("open_requisition");
  const nominated = opening.services.length > 0;
  const send = () =>
    open.mutate(
      {
        body: {
          billet: opening.billet.id,
          report,
          priority,
          services: MILITARY.map(([service]) => service).filter((service) => services.includes(service)),
          suspense: suspense || null,
        },
      },
      {
        onSuccess: (taken) => {
          const [id] = taken.created;
          if (id) void navigate({ to: "/requisitions/$id", params: { id } });
        },
      },
    );
  return (
    <CommandDrawer
      title={`Open a requisition for ${opening.billet.number}`}
      opened
      onClose={onClose}
      pending={open.isPending}
      error={open.error}
      submit="Open the requisition"
      onSubmit={send}
    >
      <p className="quiet">
        {opening.billet.title}, {opening.office.code}. Filled by {words(opening.mode).toLowerCase()}.
      </p>
      <TextInput type="date" label="Needed from" value={report} required onChange={(event) => setReport(event.currentTarget.value)} />
      <NumberInput label="Priority" description="1 (least) to 5" min={1} max={5} value={priority} required onChange={(value) => setPriority(Number(value))} />
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

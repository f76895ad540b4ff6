import { SegmentedControl, Textarea } from "@mantine/core";
import { useState } from "react";

import type { Requisition, RequisitionAct } from "../../api/types";
import { CommandDrawer } from "../CommandDrawer";
import { useCommand } from "../useCommand";
import { SEALED, Who, type Named } from "./Say";

interface Props {
  requisition: Requisition;
  act: RequisitionAct;
  people: Named[];
  onClose: () => void;
}

/** Finds a nominee favourable or not. */
export function Vet({ requisition, act, people, onClose }: Props) {
  const [nominee, setNominee] = useState(people[0]?.id ?? "");
  const [favourable, setFavourable] = useState(true);
  const [reason, setReason] = useState("");
  const vet = useCommand("vet_nominee", onClose);
  const { vetter } = act;
  if (!vetter) return null;
  return (
    <CommandDrawer
      title="Vet a nominee"
      opened
      onClose={onClose}
      pending={vet.isPending}
      error={vet.error}
      submit="Record the finding"
      onSubmit={() => vet.mutate({ body: { requisition: requisition.id, nominee, vetter, favourable, reason: reason.trim() || null }, version: requisition.changed })}
    >
      <Who people={people} value={nominee} onChange={setNominee} />
      <SegmentedControl
        aria-label="Finding"
        value={favourable ? "favourable" : "unfavourable"}
        onChange={(value) => setFavourable(value === "favourable")}
        data={[
          { value: "favourable", label: "Favourable" },
          { value: "unfavourable", label: "Unfavourable" },
        ]}
      />
      <Textarea label="Reason" description={SEALED} required={!favourable} minRows={3} autosize value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
    </CommandDrawer>
  );
}
